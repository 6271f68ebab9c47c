import { useEffect, useRef } from 'preact/hooks';
import type { Share } from '../../domain/share.ts';
import { Button } from '../parts/button.tsx';
import { RopeLine } from '../parts/rope.tsx';
import { t } from '../words/words.ts';
import { clockText, saidMinute, viewOf } from './view.ts';

interface LateProps {
  share: Share;
  opened: Date;
  onLook: () => void;
  onLeave?: (() => void) | undefined;
}

/** The time is over: ask before showing. A copy can't be called back, so it asks and never locks. */
export const Late = ({ share, opened, onLook, onLeave }: LateProps) => {
  const time = clockText(share.expires, opened);
  const { date } = viewOf(share, opened, false).ways;
  const when = date(saidMinute(share.expires));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="screen">
      <RopeLine />
      <main class="r-gate">
        <h1 class="title" tabIndex={-1} ref={heading}>
          {time ? t('reader.closed', { time }) : t('reader.closedOn', { when })} {t('reader.late.ask')}
        </h1>
        <p class="intro">{t('reader.late.text')}</p>
        <p class="gap-above">
          {t('reader.late.clock', { here: date(saidMinute(opened.getTime() / 60_000)) })}
        </p>
        <div class="pair gap-above">
          <Button onPress={onLook}>{t('reader.late.look')}</Button>
          <Button onPress={onLeave}>{t('reader.late.leave')}</Button>
        </div>
      </main>
    </div>
  );
};
