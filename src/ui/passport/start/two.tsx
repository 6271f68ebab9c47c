import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { Button } from '../../parts/button.tsx';
import { type Key, t } from '../../words/words.ts';
import { Points } from './points.tsx';
import { SecretEntry } from './secret-entry.tsx';

/** What two PINs do, and what they don't: the same words wherever they stand, and whether there are two or not. */
export const does: readonly Key[] = ['start.two.each', 'start.two.now', 'start.two.one-copy'];
export const doesNot: readonly Key[] = [
  'start.two.copies',
  'start.two.watch',
  'start.two.share',
  'start.two.spare',
  'start.two.court',
];

interface SecondProps {
  first: TypedSecret;
  /** Without a second: just the one after all. */
  onDone: (second?: TypedSecret) => void;
}

/** The second PIN or words, once it was said what they are worth. */
export const SecondSecret = ({ first, onDone }: SecondProps) => {
  const [read, setRead] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const make = t(`start.two.make.${first.type}`);
  if (read) return <SecretEntry type={first.type} title={make} not={first} onDone={onDone} />;
  return (
    <div class="spread">
      <h1 class="title" tabIndex={-1} ref={heading}>
        {t('settings.second')}
      </h1>
      <Points keys={does} />
      <h2 class="q">{t('start.two.limits')}</h2>
      <Points keys={doesNot} />
      <Button wide onPress={() => setRead(true)}>
        {make}
      </Button>
      <Button wide onPress={() => onDone()}>
        {t('start.two.one')}
      </Button>
    </div>
  );
};
