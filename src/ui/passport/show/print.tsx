import { useEffect, useState } from 'preact/hooks';
import type { OpenedShare } from '../../../share/port.ts';
import { SharedPage } from '../../reader/shared-page.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';

/** Prints the reader's page: it is drawn, unseen, only while the browser asks how to print. */
export const usePrint = (): { on: boolean; start: () => void } => {
  const { session } = useApp();
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!on) return;
    const { away } = session;
    let here = true;
    const end = () => setOn(false);
    addEventListener('afterprint', end);
    // The browser's own question takes the focus: that is not the person putting the app away.
    away?.openingPicker();
    document.documentElement.classList.add('printing');
    void photosDrawn().then(() => {
      if (!here) return;
      window.print();
      // Some browsers never say that printing is over. Whoever is back at the page is done with it.
      for (const name of ['focus', 'pointerdown']) addEventListener(name, end);
    });
    return () => {
      here = false;
      away?.pickerDone();
      document.documentElement.classList.remove('printing');
      for (const name of ['afterprint', 'focus', 'pointerdown']) removeEventListener(name, end);
    };
  }, [on, session]);
  return { on, start: () => setOn(true) };
};

/** Paper has of a photo only what is there when the browser is asked to print. */
const photosDrawn = async (): Promise<void> => {
  const photos = document.querySelectorAll<HTMLImageElement>('.on-paper img');
  await Promise.all(Array.from(photos, photo => photo.decode().catch(() => undefined)));
};

/** What goes on paper: the reader's page with its photos, and nothing else of the app. No PDF can. */
export const PrintSheet = ({ shown: { share, files }, opened }: { shown: OpenedShare; opened: Date }) => {
  const photos = files.filter(({ type }) => type !== 'application/pdf');
  const count = files.length - photos.length;
  return (
    <div class="on-paper" aria-hidden="true">
      <SharedPage share={share} files={photos} opened={opened} preview />
      {count > 0 && <p class="gap-above">{t('show.not-in-it', { count })}</p>}
    </div>
  );
};
