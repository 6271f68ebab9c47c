import type { ProposalEntry } from './proposal.ts';
import type { ShareEntry } from './share.ts';

/** What went out or came in, when, for whom or from whom, and how it went. */
export type LogEntry = ShareEntry | ProposalEntry;
