import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { leave } from '../../../app/leaving.ts';
import { Ghost } from '../../parts/button.tsx';
import { back as backIcon, leave as leaveIcon } from '../../parts/icons-start.ts';
import { TopBar } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';

interface FrameProps {
  /** To the step before; none while something is written. */
  onBack: (() => void) | undefined;
  children: ComponentChildren;
}

/** What stands round a step: before a record is open, or in one. */
export type Frame = ComponentType<FrameProps>;

/** Where nothing is open. */
export const StartFrame: Frame = ({ onBack, children }: FrameProps) => (
  <div class="lock making">
    <header class="top">
      {onBack && (
        <Ghost icon={backIcon} onPress={onBack}>
          {t('start.secret.back')}
        </Ghost>
      )}
      <div class="top-end">
        <Leave />
      </div>
    </header>
    <main>
      <div class="spread">{children}</div>
    </main>
    <footer>
      <p class="meta">{t('start.leave.still')}</p>
    </footer>
  </div>
);

/** Away from here, as on the lock screen. */
export const Leave = () => (
  <Ghost icon={leaveIcon} onPress={() => void leave()}>
    {t('start.leave')}
  </Ghost>
);

/** In an open record. */
export const RecordFrame: Frame = ({ onBack, children }: FrameProps) => {
  const { hide } = useApp();
  return (
    <Page>
      <TopBar back={onBack && { label: t('back.before'), onPress: onBack }} hide={hide} />
      <div class="stack">{children}</div>
    </Page>
  );
};

/** A step's one heading. It takes the focus when the step comes up. */
export const Title = ({ children }: { children: ComponentChildren }) => {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h1 class="title" tabIndex={-1} ref={ref}>
      {children}
    </h1>
  );
};

/** How far it is, 0 to 1. */
export const HowFar = ({ done }: { done: number }) => (
  <progress class="left-bar" value={done} max={1} aria-label={t('back.bar')} />
);
