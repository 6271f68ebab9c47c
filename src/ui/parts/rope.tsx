import { t } from '../words/words.ts';
import { Button } from './button.tsx';

/** The twisted rope along the top: someone else is on the line. */
export const RopeLine = () => <div class="rope rope-line" aria-hidden="true" />;

/** A page is open to someone right now. */
export const Live = ({ title, text, onStop }: { title: string; text: string; onStop: () => void }) => (
  <section class="live" aria-label={title}>
    <i class="rope" aria-hidden="true" />
    <span>
      <b>
        <bdi>{title}</bdi>
      </b>
      <span>{text}</span>
    </span>
    <Button look="brick" onPress={onStop}>
      {t('parts.stop')}
    </Button>
  </section>
);

/** On every screen of the made-up person. */
export const MadeUp = ({ name, onStart }: { name: string; onStart: () => void }) => (
  <aside class="made-up" aria-label={t('parts.madeUp', { name })}>
    <div>
      <span>{t('parts.madeUp', { name })}</span>
      <Button onPress={onStart}>{t('parts.startMine')}</Button>
    </div>
  </aside>
);

/** Which step of a flow this is. Only for Show. */
export const Steps = ({ at, of }: { at: number; of: number }) => (
  <div class="steps">
    <ol aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <li key={i} class={i < at ? 'on' : undefined} />
      ))}
    </ol>
    <span class="quiet">{t('parts.step', { at, of })}</span>
  </div>
);
