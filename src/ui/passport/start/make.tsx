import '../../parts/css/lists.css';
import { useEffect } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import begin from '../../words/en-AU/begin.json';
import { t } from '../../words/words.ts';
import { loadOpen } from '../parts-later.ts';
import { SecretFlow } from './secret-flow.tsx';

export const words = [begin];

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
