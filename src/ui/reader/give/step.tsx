import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { RopeLine } from '../../parts/rope.tsx';
import { Screen } from '../../parts/screen.tsx';
import { TopBar } from '../../parts/top.tsx';

interface StepProps {
  title: string;
  intro?: string | undefined;
  back: { label: string; onPress: () => void };
  toast?: ComponentChildren;
  dock: ComponentChildren;
  children: ComponentChildren;
}

/** One screen of giving back. Its heading takes the focus when it comes up. */
export const Step = ({ title, intro, back, toast, dock, children }: StepProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Screen banner={<RopeLine />} toast={toast} dock={dock}>
      <TopBar back={back} />
      <h1 class="title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {intro && <p class="intro">{intro}</p>}
      {children}
    </Screen>
  );
};
