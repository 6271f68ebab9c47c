import { useState } from 'preact/hooks';
import type { Settings } from '../../../app/codec.ts';
import { hides, idles } from '../../../app/settings.ts';
import { ChipChoice } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { bin, finger, mine, pencil } from '../../parts/icons.ts';
import { key, lock } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { Page, Top } from '../page.tsx';

/** How it opens and locks, how big the words are, how it is kept. Every choice holds at once. */
export const SettingsPage = () => (
  <Page at="people">
    <Top />
    <h1 class="title" tabIndex={-1}>
      {t('settings.title')}
    </h1>
    <Locking />
    <Looks />
    <Keeping />
  </Page>
);

const useWrite = (): ((change: Partial<Settings>) => void) => {
  const { book, say } = useApp();
  const [, setSlips] = useState(0);
  return change => {
    book.writeSettings(change).catch((error: unknown) => {
      say({ text: t(failed(error)) });
      // Draws the choice as it still is.
      setSlips(slips => slips + 1);
    });
  };
};

/** What opens it, one row each. */
const WaysIn = () => {
  const { router } = useApp();
  return (
    <>
      <Go icon={key} title={t('settings.secret')} onPress={() => router.go({ name: 'settings/secret' })} />
      <Go
        icon={finger}
        title={t('settings.passkey')}
        text={t('settings.passkey.text')}
        onPress={() => router.go({ name: 'ways/passkey' })}
      />
      <Go
        icon={lock}
        title={t('settings.second')}
        text={t('settings.second.text')}
        onPress={() => router.go({ name: 'ways/second' })}
      />
      <Go
        icon={bin}
        title={t('settings.erasePin')}
        text={t('settings.erasePin.text')}
        onPress={() => router.go({ name: 'ways/erase' })}
      />
    </>
  );
};

const Locking = () => {
  const { book, madeUp } = useApp();
  const { hideSeconds, hideLeaves, idleSeconds } = book.settings.value;
  const write = useWrite();
  return (
    <Group title={t('settings.lock')}>
      {madeUp ? (
        <div class="gap-above-s">
          <Note>{t('settings.madeUp')}</Note>
        </div>
      ) : (
        <WaysIn />
      )}
      <ChipChoice
        id="hide-does"
        label={t('settings.hides')}
        hint={t('settings.hides.hint')}
        options={(['lock', 'leave'] as const).map(id => ({ id, label: t(`settings.hides.${id}`) }))}
        value={hideLeaves ? 'leave' : 'lock'}
        onInput={does => does && write({ hideLeaves: does === 'leave' })}
      />
      <ChipChoice
        id="hide-after"
        label={t('settings.hide')}
        hint={t('settings.hide.hint')}
        options={hides.map(s => ({ id: String(s), label: t(`settings.hide.${s}`) }))}
        value={String(hideSeconds)}
        onInput={s => s && write({ hideSeconds: Number(s) })}
      />
      <ChipChoice
        id="idle-after"
        label={t('settings.idle')}
        options={idles.map(s => ({ id: String(s), label: t(`settings.idle.${s}`) }))}
        value={String(idleSeconds)}
        onInput={s => s && write({ idleSeconds: Number(s) })}
      />
    </Group>
  );
};

const Looks = () => {
  const { book, router } = useApp();
  const write = useWrite();
  return (
    <Group title={t('settings.look')}>
      <ChipChoice
        id="big-words"
        label={t('settings.big')}
        options={[
          { id: 'no', label: t('settings.big.no') },
          { id: 'yes', label: t('settings.big.yes') },
        ]}
        value={book.settings.value.bigWords ? 'yes' : 'no'}
        onInput={choice => choice && write({ bigWords: choice === 'yes' })}
      />
      <Go
        icon={pencil}
        title={t('start.name')}
        text={t('settings.name.text')}
        onPress={() => router.go({ name: 'ways/name' })}
      />
    </Group>
  );
};

const Keeping = () => {
  const { router, madeUp } = useApp();
  return (
    <Group title={t('settings.keep')}>
      <Go
        icon={mine}
        title={t('settings.storage')}
        text={t('settings.storage.text')}
        onPress={() => router.go({ name: 'settings/storage' })}
      />
      {!madeUp && (
        <Go
          icon={bin}
          title={t('start.erase.do')}
          text={t('settings.erase.text')}
          onPress={() => router.go({ name: 'settings/erase' })}
        />
      )}
    </Group>
  );
};
