import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { LongField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { PhoneScanner } from './phone-scanner.tsx';

/** Lets in what a code says, or what was sent as words. */
export const Scan = () => {
  const [said, setSaid] = useState<readonly string[] | null>(null);
  return (
    <Page>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t(said ? 'scan.says' : 'scan.title')}
      </h1>
      {said ? (
        <Says texts={said} onAgain={() => setSaid(null)} />
      ) : (
        <div class="gap-above-s">
          <PhoneScanner why={t('scan.why')} onTexts={setSaid} />
          <Paste onText={text => setSaid([text])} />
        </div>
      )}
    </Page>
  );
};

const Says = ({ texts, onAgain }: { texts: readonly string[]; onAgain: () => void }) => (
  <>
    <div class="stack gap-above-s">
      {texts.map((text, i) => (
        <p key={i} class="card scan-says" dir="auto">
          {text}
        </p>
      ))}
    </div>
    <Button wide class="gap-above" onPress={onAgain}>
      {t('scan.again')}
    </Button>
  </>
);

const Paste = ({ onText }: { onText: (text: string) => void }) => {
  const [text, setText] = useState('');
  const [slip, setSlip] = useState(false);
  return (
    <form
      class="gap-above-l"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim()) onText(text);
        else setSlip(true);
      }}
    >
      <LongField
        id="paste"
        label={t('scan.paste')}
        hint={t('scan.paste.hint')}
        err={slip ? t('scan.paste.none') : undefined}
        value={text}
        onInput={setText}
      />
      <Button wide submit class="gap-above">
        {t('scan.paste.go')}
      </Button>
    </form>
  );
};
