import type { Opened } from '../../../app/opener.ts';
import type { TypedSecret } from '../../../app/secret.ts';
import type { Session } from '../../../app/session.ts';
import { AppError } from '../../../lib/error.ts';

type Here = Pick<Session, 'opened'>;

/** Records that got a new PIN since they were opened: from then on there is one to ask for. */
const renewed = new WeakSet<Opened>();

/** Words or cards opened it and no new PIN was made since: there is none that this person could type. */
export const isSecretLost = ({ opened }: Here): boolean =>
  opened?.ways.openedBy === 'recovery' && !renewed.has(opened);

/**
 * Gives the open record this PIN, or these words, in place of the one before. 'wait': see `Session.wait`.
 *
 * @throws AppError('taken') when it opens something here already, and as a save does
 */
export const renewSecret = async ({ opened }: Here, secret: TypedSecret): Promise<'done' | 'wait'> => {
  if (!opened) throw new AppError('locked');
  const made = await opened.ways.set('pin', secret);
  if (made === 'taken') throw new AppError('taken');
  if (made === 'done') renewed.add(opened);
  return made;
};
