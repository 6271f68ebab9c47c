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
    const end = () => {
      session.away?.pickerDone();
      setOn(false);
    };
    addEventListener('afterprint', end, { once: true });
    // The browser's own question takes the focus: that is not the person putting the app away.
    session.away?.openingPicker();
    document.documentElement.classList.add('printing');
    window.print();
    return () => {
      document.documentElement.classList.remove('printing');
      removeEventListener('afterprint', end);
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
