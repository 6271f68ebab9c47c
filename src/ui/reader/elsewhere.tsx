import { makeLink } from '../../share/link.ts';
import type { MessageType } from '../../share/message.ts';
import { Button } from '../parts/button.tsx';
import { copy as copyIcon } from '../parts/icons-shared.ts';
import { SaidNow, Toast } from '../parts/toast.tsx';
import { t } from '../words/words.ts';
import { ByHand, useCopy } from './copying.tsx';
import { Gatepost } from './gatepost.tsx';
import { pageAddress } from './page-address.ts';

interface ElsewhereProps {
  bytes: Uint8Array;
  type: Exclude<MessageType, 'words'>;
}

/** A code of ours that an ordinary camera opened here, and where it is opened instead. */
export const Elsewhere = ({ bytes, type }: ElsewhereProps) => {
  const { copied, copy } = useCopy();
  return (
    <Gatepost title={`reader.other.${type}`} intro={`reader.other.${type}.text`}>
      {type === 'answer' && (
        <div class="gap-above">
          <Button look="solid" wide icon={copyIcon} onPress={() => copy(makeLink(pageAddress(), bytes))}>
            {t('reader.other.copy')}
          </Button>
          <div class="gap-above">
            <SaidNow>{copied === 'done' && <Toast text={t('reader.other.copied')} />}</SaidNow>
          </div>
          {copied === 'by-hand' && (
            <ByHand
              text={makeLink(pageAddress(), bytes)}
              label={t('reader.other.link')}
              hint={t('reader.copyByHand')}
            />
          )}
        </div>
      )}
    </Gatepost>
  );
};
