import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { RopeLine } from '../parts/rope.tsx';
import { type Key, t } from '../words/words.ts';

interface GatepostProps {
  title: Key;
  intro?: Key;
  /** Two things beside each other. */
  wide?: boolean;
  /** Over the title: the way back. */
  top?: ComponentChildren;
  children?: ComponentChildren;
}

/** The plain page before, after and instead of a shared one. */
export const Gatepost = ({ title, intro, wide, top, children }: GatepostProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="screen">
      <RopeLine />
      <main class={wide ? 'r-gate wide' : 'r-gate'}>
        {top}
        <h1 class="title" tabIndex={-1} ref={heading}>
          {t(title)}
        </h1>
        {intro && <p class="intro">{t(intro)}</p>}
        {children}
      </main>
    </div>
  );
};
