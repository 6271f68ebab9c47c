import { useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { Ghost } from '../../parts/button.tsx';
import { back as backIcon } from '../../parts/icons-start.ts';
import { Hide } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { AskSecret } from '../settings/change-secret.tsx';
import { SecretEntry } from '../start/secret-entry.tsx';
import { MakeCopy } from './make.tsx';
import { useMake } from './making.ts';
import { useSpare } from './use-spare.ts';

/**
 * A copy under words of the person's own, for this one file alone. It opens with what is chosen here, so whoever holds
 * an open phone must not make one: the PIN first.
 */
export const OwnWords = () => {
  const [asked, setAsked] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  if (!asked) return <AskSecret onRight={() => setAsked(true)} />;
  return words === null ? <Choose onDone={({ text }) => setWords(text)} /> : <WithThem words={words} />;
};

const Choose = ({ onDone }: { onDone: (secret: TypedSecret) => void }) => {
  const { router, hide } = useApp();
  return (
    <div class="lock making">
      <header class="top">
        <Ghost icon={backIcon} onPress={() => router.back()}>
          {t('start.secret.back')}
        </Ghost>
        <div class="top-end">
          <Hide onPress={hide} />
        </div>
      </header>
      <main>
        <SecretEntry type="words" onDone={onDone} />
        <p class="quiet">{t('spare.own.worth')}</p>
      </main>
    </div>
  );
};

const WithThem = ({ words }: { words: string }) => {
  const make = useMake();
  const { kit } = useSpare();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('spare.own.ready')}
      </h1>
      <p class="intro">{t(kit ? 'spare.own.also' : 'spare.own.alone')}</p>
      <MakeCopy make={make} onPress={() => void make.start('give', words)} />
    </Page>
  );
};
