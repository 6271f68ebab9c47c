import './start.css';
import '../../parts/css/lists.css';
import type { Session } from '../../../app/session.ts';
import begin from '../../words/en-AU/begin.json';
import { t } from '../../words/words.ts';
import { SecretFlow } from './secret-flow.tsx';

export const words = [begin];

/** Starting a record: its lock first. */
export const Make = ({ session, onBack }: { session: Session; onBack: () => void }) => (
  <SecretFlow
    title={t('start.secret.title')}
    onBack={onBack}
    two
    onDone={(first, second) => session.start(first, second)}
  />
);
