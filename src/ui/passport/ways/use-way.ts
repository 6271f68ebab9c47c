import type { Ways } from '../../../app/ways.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';

type Use = Extract<Parameters<Ways['remove']>[0], 'passkey' | 'erase'>;

/** Whether this record has a secret of that use, as on disk now, and taking it away. */
export const useWay = (use: Use): { isSet: boolean; remove: () => Promise<void> } => {
  const { session, say } = useApp();
  const isSet = session.opened?.ways.uses.value.has(use) ?? false;
  const remove = async () => {
    try {
      await session.opened?.ways.remove(use);
      say({ text: t(`ways.${use}.removed`) });
    } catch (error) {
      say({ text: t(failed(error)) });
    }
  };
  return { isSet, remove };
};
