import { useEffect, useState } from 'preact/hooks';
import { askToKeep, type StorageState, storageState } from '../../../app/storage.ts';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { key, tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Damage } from '../damage.tsx';
import { Page, Top } from '../page.tsx';
import { sizeText } from '../size.ts';

/** Whether the browser keeps what is here, how much it is, and what could not be read. */
export const StoragePage = () => {
  const { book, router, madeUp, say } = useApp();
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    void storageState().then(setState);
  }, []);
  const ask = async () => {
    const kept = await askToKeep(book);
    say({ text: t(kept ? 'storage.ask.yes' : 'storage.ask.no') });
    setState(await storageState());
  };
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('storage.title')}
      </h1>
      <div class="stack gap-above">
        <Damage />
        {state ? (
          <Known state={state} onAsk={madeUp ? undefined : () => void ask()} />
        ) : (
          <p>{t('storage.looking')}</p>
        )}
        {!madeUp && (
          <Go
            first
            icon={key}
            title={t('people.spare')}
            text={t('storage.spare')}
            onPress={() => router.go({ name: 'spare' })}
          />
        )}
      </div>
    </Page>
  );
};

const Known = ({ state, onAsk }: { state: StorageState; onAsk: (() => void) | undefined }) => {
  const name = state.kept === null ? 'unknown' : state.kept ? 'kept' : 'notKept';
  return (
    <>
      <Note {...(state.kept ? { icon: tick } : { look: 'ask' as const })} title={t(`storage.${name}.title`)}>
        {t(`storage.${name}.text`)}
      </Note>
      {state.kept === false && onAsk && (
        <Button look="solid" wide onPress={onAsk}>
          {t('storage.ask')}
        </Button>
      )}
      <Facts
        facts={[
          { label: t('storage.used'), value: sizeText(state.usedBytes) },
          ...(state.roomBytes === null
            ? []
            : [{ label: t('storage.room'), value: sizeText(state.roomBytes) }]),
        ]}
      />
    </>
  );
};
