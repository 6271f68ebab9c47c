import type { ComponentChildren } from 'preact';
import { t } from '../words/words.ts';
import { Ghost } from './button.tsx';
import { back as backIcon, lock } from './icons-start.ts';

/** Locks at once. Top end of every unlocked screen. */
export const Hide = ({ onPress }: { onPress: () => void }) => (
  <Ghost icon={lock} onPress={onPress}>
    {t('parts.hide')}
  </Ghost>
);

interface TopProps {
  /** Back names the place that it leads to. */
  back?: { label: string; href?: string; onPress?: () => void } | undefined;
  hide?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** The bar on top of a screen that is not one of the four places. */
export const TopBar = ({ back, hide, children }: TopProps) => (
  <div class="top">
    {back ? (
      <Ghost
        icon={backIcon}
        href={back.href}
        onPress={back.onPress}
        say={t('parts.back', { place: back.label })}
      >
        <bdi>{back.label}</bdi>
      </Ghost>
    ) : (
      <span />
    )}
    <div class="top-end">
      {children}
      {hide && <Hide onPress={hide} />}
    </div>
  </div>
);

interface PlaceProps {
  title: string;
  text?: string | undefined;
  hide?: (() => void) | undefined;
}

/** The heading of a place: Today, Mine, Show, People. */
export const Place = ({ title, text, hide }: PlaceProps) => (
  <div class="place">
    <div>
      <h1 tabIndex={-1}>{title}</h1>
      {text && <p>{text}</p>}
    </div>
    {hide && <Hide onPress={hide} />}
  </div>
);
