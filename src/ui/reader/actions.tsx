import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { plainText } from '../../domain/plain.ts';
import { ActionBar } from '../parts/bar.tsx';
import { Button } from '../parts/button.tsx';
import { copy as copyIcon, print as printIcon } from '../parts/icons-shared.ts';
import { SaidNow, Toast } from '../parts/toast.tsx';
import { t } from '../words/words.ts';
import { saidMinute, useView } from './view.ts';

interface Actions {
  copy: () => void;
  print: () => void;
  /** How the last copy went: on the clipboard, or as text to mark by hand. */
  copied: 'done' | 'by-hand' | null;
  text: string;
}

/** Copy and print, for the page in view. */
export const useActions = (): Actions => {
  const { share, ways } = useView();
  const [copied, setCopied] = useState<Actions['copied']>(null);
  const text = plainText(share, saidMinute(share.made), ways);
  const copy = async () => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(text);
      setCopied('done');
    } catch {
      // Refused, or a page without a clipboard: then the person copies it themselves.
      setCopied('by-hand');
    }
  };
  return { copy: () => void copy(), print: () => window.print(), copied, text };
};

/** Beside the page, where there is room. */
export const ActionButtons = ({ copy, print }: Actions) => (
  <div class="r-acts only-wide">
    <Button look="solid" icon={copyIcon} onPress={copy}>
      {t('reader.copy')}
    </Button>
    <Button icon={printIcon} onPress={print}>
      {t('reader.print')}
    </Button>
  </div>
);

/** At the foot of a phone's screen, with what came of it. */
export const ActionsAtFoot = ({ copy, print, copied, text }: Actions) => (
  <div class="foot">
    <SaidNow>{copied === 'done' && <Toast text={t('reader.copied')} />}</SaidNow>
    {copied === 'by-hand' && <ByHand text={text} />}
    <ActionBar
      class="only-narrow"
      label={t('reader.actions')}
      items={[
        { icon: copyIcon, label: t('reader.copy.short'), onPress: copy },
        { icon: printIcon, label: t('reader.print'), onPress: print },
      ]}
    />
  </div>
);

const ByHand = ({ text }: { text: string }) => {
  const ref = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  return (
    <section class="r-by-hand" aria-labelledby={id}>
      <p id={id}>{t('reader.copyByHand')}</p>
      <textarea
        class="field"
        ref={ref}
        readOnly
        rows={6}
        dir="auto"
        aria-label={t('reader.asText')}
        aria-describedby={id}
        value={text}
      />
    </section>
  );
};
