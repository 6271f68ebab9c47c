import { Steps } from '../../parts/rope.tsx';
import { TopBar } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { placeOf } from '../routes.ts';

type Under = 'show/who' | 'show/what' | 'show/look' | 'show/seal' | 'show/code' | 'show/words';

const words = {
  'show/who': 'show.back.who',
  'show/what': 'show.back.what',
  'show/look': 'show.back.look',
  'show/seal': 'show.back.seal',
  'show/code': 'show.back.code',
  'show/words': 'show.words.title',
} as const;

/** Back, named after the step before, Hide, and which step this is. */
export const FlowTop = ({ step }: { step?: number }) => {
  const { router, hide, home } = useApp();
  const under = router.under.value;
  const name = under?.name as Under | undefined;
  const word = name && words[name];
  const label = word ? t(word) : t(`parts.place.${under ? placeOf(under) : 'today'}`);
  return (
    <>
      <TopBar back={{ label, onPress: () => (under ? router.back() : home('today')) }} hide={hide} />
      {step && <Steps at={step} of={3} />}
    </>
  );
};
