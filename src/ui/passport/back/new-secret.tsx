import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { NewSecret } from '../settings/change-secret.tsx';

/** Where a record opens that words or cards have opened. */
export const FirstNewSecret = () => {
  const { router, say } = useApp();
  const leave = () => router.replace({ name: 'today' });
  const done = () => {
    leave();
    say({ text: t('settings.changed') });
  };
  return <NewSecret onBack={leave} onDone={done} />;
};
