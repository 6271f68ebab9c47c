import { Button } from '../../parts/button.tsx';
import { WordTiles } from '../../parts/code.tsx';
import { Note } from '../../parts/note.tsx';
import { useAwake } from '../../parts/wake.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { Closing } from './code.tsx';
import { endFlow } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { PutAway, useShown } from './put-away.tsx';
import { useSendFile } from './send-file.ts';

/** The words to say aloud, without the code: whoever has a picture of one never has the other from it. */
export const Words: ScreenOf<'show/words'> = ({ route }) => {
  const { book, home, router } = useApp();
  const shown = useShown(route.entry);
  const send = useSendFile();
  useAwake(shown !== null);
  if (!shown) return <PutAway entry={route.entry} />;
  const byFile = shown.entry.by === 'file';
  const again = () => (byFile ? void send(shown) : router.back());
  const done = () => {
    endFlow(book);
    home('today');
  };
  return (
    <Page
      dock={
        <>
          <Button wide onPress={again}>
            {t(byFile ? 'show.file.again' : 'show.words.back')}
          </Button>
          <Button look="solid" wide onPress={done}>
            {t('show.words.done')}
          </Button>
        </>
      }
    >
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.words.title')}
      </h1>
      <p class="intro">{t(byFile ? 'show.file.hint' : 'show.words.hint')}</p>
      <div class="gap-above" lang="en" dir="ltr">
        <WordTiles words={shown.prepared.sealed.words} loud />
      </div>
      <p class="gap-above">{t('show.words.short')}</p>
      <Closing shown={shown} />
      <div class="gap-above">
        <Note>
          <p>{t(byFile ? 'show.file.why' : 'show.words.why')}</p>
        </Note>
      </div>
    </Page>
  );
};
