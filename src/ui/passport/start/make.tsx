import { useEffect } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import { t } from '../../words/words.ts';
import { loadOpen } from '../load-open.ts';
import { SecretFlow } from './secret-flow.tsx';

/** Starting a record: its lock first. */
export const Make = ({ session, onBack }: { session: Session; onBack: () => void }) => {
  useEffect(() => {
    void session.warm().catch(() => undefined);
    void loadOpen().catch(() => undefined);
  }, [session]);
  return (
    <SecretFlow title={t('start.secret.title')} onBack={onBack} onDone={secret => session.start(secret)} />
  );
};
