import type { ComponentChildren } from 'preact';

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

/** One screen of the passport. What stands at its foot takes its own room and covers nothing. */
export const Screen = ({ banner, toast, bar, dock, children }: ScreenProps) => (
  <div class="screen">
    {banner}
    <main class="page">{children}</main>
    {(toast || bar || dock) && (
      <div class="foot">
        {!dock && toast}
        {dock && (
          <Dock>
            {toast}
            {dock}
          </Dock>
        )}
        {bar}
      </div>
    )}
  </div>
);

/** The one next thing in a flow, with its live summary (give that `role="status"`). */
const Dock = ({ children }: { children: ComponentChildren }) => (
  <footer class="dock">
    <div>{children}</div>
  </footer>
);
