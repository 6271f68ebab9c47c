import { useEffect, useState } from 'preact/hooks';
import type { Share } from '../../../domain/share.ts';
import { SharedPage } from '../../reader/shared-page.tsx';
import { useApp } from '../context.ts';

/** Prints the reader's page: it is drawn, unseen, only while the browser asks how to print. */
export const usePrint = (): { on: boolean; start: () => void } => {
  const { session } = useApp();
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!on) return;
    const { away } = session;
    const end = () => setOn(false);
    addEventListener('afterprint', end);
    // The browser's own question takes the focus: that is not the person putting the app away.
    away?.openingPicker();
    document.documentElement.classList.add('printing');
    window.print();
    // Some browsers never say that printing is over. Whoever is back at the page is done with it.
    for (const name of ['focus', 'pointerdown']) addEventListener(name, end);
    return () => {
      away?.pickerDone();
      document.documentElement.classList.remove('printing');
      for (const name of ['afterprint', 'focus', 'pointerdown']) removeEventListener(name, end);
    };
  }, [on, session]);
  return { on, start: () => setOn(true) };
};

/** What goes on paper: the reader's page and nothing else of the app. */
export const PrintSheet = ({ share, opened }: { share: Share; opened: Date }) => (
  <div class="on-paper" aria-hidden="true">
    <SharedPage share={share} opened={opened} preview />
  </div>
);
