import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SaidNow } from './toast.tsx';

interface ScreenProps {
  /** Over the page: the made-up person's banner, or the reader's rope. */
  banner?: ComponentChildren;
  /** Words of the undo toast, above bar or in the dock. */
  toast?: ComponentChildren;
  bar?: ComponentChildren;
  /** The next thing in a flow; a flow has no bar. */
  dock?: ComponentChildren;
  children: ComponentChildren;
}

const AIR = 20;

/** What takes the focus scrolls clear of the foot, however tall that is. */
const useClearOf = () => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const foot = ref.current!;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      const covers = getComputedStyle(foot).position === 'sticky';
      style.scrollPaddingBlockEnd = covers ? `${foot.offsetHeight + AIR}px` : '';
    });
    watch.observe(foot);
    return () => {
      watch.disconnect();
      style.scrollPaddingBlockEnd = '';
    };
  }, []);
  return ref;
};

/** One screen of the passport. What stands at its foot takes its own room and covers nothing. */
export const Screen = ({ banner, toast, bar, dock, children }: ScreenProps) => (
  <div class="screen">
    {banner}
    <main class="page">{children}</main>
    <div class="foot" ref={useClearOf()}>
      {!dock && <SaidNow>{toast}</SaidNow>}
      {dock && (
        <Dock>
          <SaidNow>{toast}</SaidNow>
          {dock}
        </Dock>
      )}
      {bar}
    </div>
  </div>
);

/** The one next thing in a flow, with its live summary (give that `role="status"`). */
const Dock = ({ children }: { children: ComponentChildren }) => (
  <footer class="dock">
    <div>{children}</div>
  </footer>
);
