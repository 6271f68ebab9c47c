import { plainText } from '../../domain/plain.ts';
import { ActionBar } from '../parts/bar.tsx';
import { Button } from '../parts/button.tsx';
import { copy as copyIcon, giveBack, print as printIcon } from '../parts/icons-shared.ts';
import { SaidNow, Toast } from '../parts/toast.tsx';
import { t } from '../words/words.ts';
import { ByHand, type Copied, useCopy } from './copying.tsx';
import type { GiveLater } from './give-later.ts';
import { saidMinute, useView } from './view.ts';

interface Actions {
  copy: () => void;
  print: () => void;
  /** Gives something back, where the share takes an answer. */
  give: GiveLater | null;
  copied: Copied;
  text: string;
}

/** Copy, print and give back, for the page in view. */
export const useActions = (give: GiveLater | null): Actions => {
  const { share, ways } = useView();
  const { copied, copy } = useCopy();
  const text = plainText(share, saidMinute(share.made), ways);
  return { copy: () => copy(text), print: () => window.print(), give, copied, text };
};

/** Beside the page, where there is room. */
export const ActionButtons = ({ copy, print, give }: Actions) => (
  <div class="r-acts only-wide">
    <Button look="solid" icon={copyIcon} onPress={copy}>
      {t('reader.copy')}
    </Button>
    <Button icon={printIcon} onPress={print}>
      {t('reader.print')}
    </Button>
    {give && (
      <Button icon={giveBack} onPress={give.open}>
        {t('reader.give')}
      </Button>
    )}
  </div>
);

/** At the foot of a phone's screen, with what came of it. */
export const ActionsAtFoot = ({ copy, print, give, copied, text }: Actions) => (
  <div class="foot">
    <SaidNow>
      {give?.late ? (
        <Toast text={t('reader.give.late')} />
      ) : (
        copied === 'done' && <Toast text={t('reader.copied')} />
      )}
    </SaidNow>
    {copied === 'by-hand' && <ByHand text={text} label={t('reader.asText')} hint={t('reader.copyByHand')} />}
    <ActionBar
      class="only-narrow"
      label={t('reader.actions')}
      items={[
        { icon: copyIcon, label: t('reader.copy.short'), onPress: copy },
        { icon: printIcon, label: t('reader.print'), onPress: print },
        ...(give ? [{ icon: giveBack, label: t('reader.give.short'), onPress: give.open }] : []),
      ]}
    />
  </div>
);
