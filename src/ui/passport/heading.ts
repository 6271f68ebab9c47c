import { useEffect } from 'preact/hooks';

/** The focus to the heading of this screen, so that it is read out. */
export const focusHeading = (): void => {
  const heading = document.querySelector<HTMLElement>('#app h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

/** When what has the focus goes away ("Undo", the last thing to look at again), the focus goes to the heading. */
export const useFocusKept = (): void => {
  useEffect(() => {
    let last: Element | null = null;
    const note = (event: FocusEvent) => {
      last = event.target as Element;
    };
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      focusHeading();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', note);
    return () => {
      watch.disconnect();
      removeEventListener('focusin', note);
    };
  }, []);
};
