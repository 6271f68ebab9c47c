import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';

/** Draws more by itself when it comes into sight; a button for everyone who doesn't scroll. */
export const More = ({ count, onMore }: { count: number; onMore: () => void }) => {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    const watch = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && more.current(),
      { rootMargin: '600px' },
    );
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  });
  return (
    <div class="gap-above" ref={end}>
      <Button wide onPress={onMore}>
        {t('mine.more', { count })}
      </Button>
    </div>
  );
};
