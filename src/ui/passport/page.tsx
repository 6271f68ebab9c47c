import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { BottomBar } from '../parts/bar.tsx';
import { MadeUp } from '../parts/rope.tsx';
import { Screen } from '../parts/screen.tsx';
import { Toast } from '../parts/toast.tsx';
import { TopBar } from '../parts/top.tsx';
import { t } from '../words/words.ts';
import { type Said, useApp } from './context.ts';
import { failed } from './failed.ts';
import { Guide } from './practice/guide.tsx';
import { type Place, placeOf } from './routes.ts';
import { Frame, GiveBack, WhoIsHere } from './together/frame.tsx';

interface PageProps {
  /** Marked in the bottom bar. A flow has none: it has a dock. */
  at?: Place | undefined;
  /** The next thing in a flow. */
  dock?: ComponentChildren;
  /** What lies outside the page: a sheet, say. */
  over?: ComponentChildren;
  children: ComponentChildren;
}

/** One screen of the open record, with all that every screen has: the made-up banner, the ink bar, the places. */
export const Page = ({ at, dock, over, children }: PageProps) => {
  const { madeUp, helping, session, said, say, home } = useApp();
  const now = useAfter(said.value);
  const undo = now?.undo;
  const takeBack = async () => {
    try {
      say((await undo?.()) ?? null);
    } catch (error) {
      // What could not be brought back yet can be asked for again.
      say({ text: t(failed(error)), undo });
    }
  };
  const toast = now && <Toast text={now.text} onUndo={undo && (() => void takeBack())} />;
  if (helping) {
    return (
      <Frame>
        <Screen banner={<WhoIsHere helping={helping} />} toast={toast} dock={dock ?? <GiveBack />}>
          <Guide />
          {children}
        </Screen>
        {over}
      </Frame>
    );
  }
  return (
    <>
      <Screen
        banner={
          madeUp && <MadeUp name={t('people.madeUp.name')} onStart={() => void session.leaveMadeUp()} />
        }
        toast={toast}
        bar={at && <BottomBar at={at} go={home} />}
        dock={dock}
      >
        <Guide />
        {children}
      </Screen>
      {over}
    </>
  );
};

/** A moment after the screen: a screen reader hears only what comes into a region that is there. */
const useAfter = (said: Said | null): Said | null => {
  const [now, setNow] = useState<Said | null>(null);
  useEffect(() => setNow(said), [said]);
  return now;
};

/** The top bar with Back, named after the screen it leads to, and Hide. */
export const Top = ({ children }: { children?: ComponentChildren }) => {
  const { router, hide, home, helping } = useApp();
  const under = router.under.value;
  const place = under ? placeOf(under) : 'today';
  const leave = () => (under ? router.back() : home('today'));
  return (
    <TopBar
      back={{ label: helping ? t('help.home') : t(`parts.place.${place}`), onPress: leave }}
      hide={hide}
    >
      {children}
    </TopBar>
  );
};
