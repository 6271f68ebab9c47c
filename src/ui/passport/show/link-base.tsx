import { useMemo, useState } from 'preact/hooks';
import { plainTextQr } from '../../../share/qr.ts';
import { Button } from '../../parts/button.tsx';
import { QrFrame } from '../../parts/code.tsx';
import { t } from '../../words/words.ts';
import { useSharing } from '../context.ts';

/** Where the page that receives is: to read out, or as a code that opens it. Nothing of the record is in it. */
export const LinkBase = () => {
  const { base } = useSharing();
  const [open, setOpen] = useState(false);
  const picture = useMemo(() => plainTextQr(base), [base]);
  const said = base.replace(/^https?:\/\//, '');
  return (
    <>
      <p class="gap-above-s">
        {t('show.base')}{' '}
        <b dir="ltr" class="breaks">
          <bdi>{said}</bdi>
        </b>
      </p>
      {picture && (
        <Button class="gap-above-s" onPress={() => setOpen(!open)}>
          {t(open ? 'show.base.hide' : 'show.base.show')}
        </Button>
      )}
      {open && picture && (
        <div class="gap-above-s">
          <QrFrame d={picture.d} size={picture.size} big={false} />
        </div>
      )}
    </>
  );
};
