import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { RopeLine } from '../parts/rope.tsx';
import { type Key, t } from '../words/words.ts';

interface GatepostProps {
  title: Key;
  intro?: Key;
  children?: ComponentChildren;
}

/** The plain page before, after and instead of a shared one. */
export const Gatepost = ({ title, intro, children }: GatepostProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="screen">
      <RopeLine />
      <main class="r-gate">
        <h1 class="title" tabIndex={-1} ref={heading}>
          {t(title)}
        </h1>
        {intro && <p class="intro">{t(intro)}</p>}
        {children}
      </main>
    </div>
  );
};
