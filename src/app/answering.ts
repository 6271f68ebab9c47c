import type { CryptoPort, KeyPair } from '../crypto/port.ts';
import { type Answer, isTooMuch } from '../domain/answer.ts';
import { linesOfAnswer } from '../domain/answer-lines.ts';
import type { Proposal } from '../domain/proposal.ts';
import { showPlain } from '../domain/safe-text.ts';
import type { ShareEntry } from '../domain/share.ts';
import { hex, randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import { unhex } from '../lib/unhex.ts';
import { answeredShare, openAnswer } from '../share/answer.ts';
import type { Book } from './book.ts';

/** What became of an answer: it waits for a yes; all of it is so already; or it came in before. */
export interface TakenIn {
  became: 'waits' | 'same' | 'known';
  /** The proposal that it is. */
  proposal: string;
}

/** As a name: a page of it would stand on every line. */
const LONGEST_NAME = 60;

/** 16 bytes of SHA-256 in hex: the same message is the same proposal, however often it is scanned. */
const proposalId = async (message: Uint8Array): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(message)))).slice(0, 32);

const keysOf = ({ publicKey, secretKey }: NonNullable<ShareEntry['reply']>): KeyPair => ({
  publicKey: unhex(publicKey),
  secretKey: unhex(secretKey),
});

/** "Dr Osei, GP" */
const whoOf = ({ from, role }: Answer): string =>
  [from, role]
    .map(text => showPlain(text.trim()).slice(0, LONGEST_NAME))
    .filter(Boolean)
    .join(', ');

/**
 * Takes in what a reader gave back: its lines wait for the person's yes. Dates are by this device's clock; theirs may
 * be years off. All of it comes in or nothing does.
 *
 * @throws AppError('other-phone') when it answers nothing that was shown from here; 'other-key' when it was changed on
 * its way; 'garbled' | 'too-new' as `linesOfAnswer` and `openAnswer` do; 'too-big' as `isTooMuch` has it; 'not-ours' and the like as `messageType` does; and as a save does
 */
export const takeInAnswer = async (
  book: Book,
  port: Pick<CryptoPort, 'openSealed'>,
  message: Uint8Array,
  clock: Clock,
): Promise<TakenIn> => {
  const share = answeredShare(message);
  // A share sheet that said no may have sent it all the same.
  const entry = book.log
    .peek()
    .filter(one => one.type === 'share')
    .find(one => one.share === share);
  if (!entry?.reply) throw new AppError('other-phone');
  const id = await proposalId(message);
  if (book.waiting.knows(id)) return { became: 'known', proposal: id };
  const answer = await openAnswer(port, keysOf(entry.reply), message);
  if (isTooMuch(answer)) throw new AppError('too-big');
  const at = new Date(clock.now()).toISOString();
  const from = whoOf(answer);
  const proposal: Proposal = { id, via: 'answer', from, at, on: today(clock), share: entry.id };
  const lines = linesOfAnswer(answer, { items: entry.items, known: book.all.peek() }, proposal, randomId);
  if (lines.length > 0)
    return { became: (await book.waiting.letIn(lines)) ? 'waits' : 'known', proposal: id };
  // Nothing to decide, and yet they answered: that is written down.
  await book.writeLog({ id, type: 'proposal', at, via: 'answer', from, share: entry.id, items: [] });
  return { became: 'same', proposal: id };
};
