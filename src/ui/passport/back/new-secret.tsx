import type { TypedSecret } from '../../../app/secret.ts';
import { AppError } from '../../../lib/error.ts';
import { Hide } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { SecretFlow } from '../start/secret-flow.tsx';

/** The recovery words or cards opened it, so the PIN is lost: a new one, and the old one is not asked for. */
export const NewSecret = () => {
  const { session, router, hide, say } = useApp();
  const leave = () => router.replace({ name: 'today' });
  const change = async (secret: TypedSecret) => {
    const made = await session.opened?.ways.set('pin', secret);
    if (made === 'taken') throw new AppError('taken');
    leave();
    say({ text: t(made === 'wait' ? 'back.secret.wait' : 'settings.changed') });
  };
  return (
    <SecretFlow title={t('back.secret.new')} onBack={leave} onDone={change} end={<Hide onPress={hide} />} />
  );
};
