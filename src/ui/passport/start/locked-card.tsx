import './start.css';
import '../../parts/css/show.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Card, cardText } from '../../../app/card.ts';
import type { Session } from '../../../app/session.ts';
import { createFormats } from '../../../domain/format.ts';
import { plainTextQr } from '../../../share/qr.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { QrFrame } from '../../parts/code.tsx';
import { back as backIcon, show } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import begin from '../../words/en-AU/begin.json';
import parts from '../../words/en-AU/parts.json';
import { locale, t } from '../../words/words.ts';
import { CardLines } from '../card/lines.tsx';

export const words = [begin, parts];

/** The emergency card, opened from the locked screen: large words first, a plain-text code on the second press. */
export const LockedCard = ({ session, onBack }: { session: Session; onBack: () => void }) => {
  const [card, setCard] = useState<Card | null | undefined>(undefined);
  useEffect(() => {
    session.kept.readCard().then(setCard, () => setCard(null));
  }, [session]);
  return (
    <div class="lock making">
      <header class="top">
        <Ghost icon={backIcon} onPress={onBack}>
          {t('start.card.back')}
        </Ghost>
      </header>
      {card && <Shown card={card} />}
      {card === null && (
        <main>
          <Note look="wrong" live="alert">
            {t('start.card.gone')}
          </Note>
        </main>
      )}
    </div>
  );
};

const Shown = ({ card }: { card: Card }) => {
  const [asCode, setAsCode] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <main>
        <div class="making-head">
          <h1 class="title" tabIndex={-1} ref={heading}>
            {t('start.card.title')}
          </h1>
          {!asCode && <CardLines card={card} />}
          <p class="meta gap-above-s">
            {t('start.card.made', { date: createFormats(locale()).date(card.made) })}
          </p>
        </div>
        {asCode && <AsCode card={card} />}
      </main>
      <footer>
        <Button look="solid" wide icon={show} onPress={() => setAsCode(!asCode)}>
          {t(asCode ? 'start.card.text' : 'start.card.code')}
        </Button>
      </footer>
    </>
  );
};

const AsCode = ({ card }: { card: Card }) => {
  const code = plainTextQr(cardText(card));
  if (!code) return <Note look="ask">{t('start.card.too-long')}</Note>;
  return (
    <div class="making-head spread">
      <QrFrame d={code.d} size={code.size} big />
      <p class="intro">{t('start.card.codeHelp')}</p>
    </div>
  );
};
