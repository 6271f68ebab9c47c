import { t } from '../words/words.ts';
import { Icon, type IconShape } from './icon.tsx';
import { mine, today } from './icons.ts';
import { people, show } from './icons-start.ts';
import { Press } from './press.tsx';

export interface BarItem {
  icon: IconShape;
  label: string;
  href?: string | undefined;
  onPress?: (() => void) | undefined;
  current?: boolean | undefined;
}

/** Up to four things to do or places to go, at the foot of the screen. */
export const ActionBar = ({
  label,
  items,
  class: more,
}: {
  label: string;
  items: BarItem[];
  class?: string;
}) => (
  <nav class={more ? `bar ${more}` : 'bar'} aria-label={label}>
    <ul>
      {items.map(({ icon, label: name, ...press }) => (
        <li key={name}>
          <Press {...press} class="">
            <span>
              <Icon of={icon} />
            </span>
            {name}
          </Press>
        </li>
      ))}
    </ul>
  </nav>
);

type PlaceId = 'today' | 'mine' | 'show' | 'people';

const icons: Record<PlaceId, IconShape> = { today, mine, show, people };
const places = Object.keys(icons) as PlaceId[];

interface BottomBarProps {
  at: PlaceId | null;
  go: (place: PlaceId) => void;
  /** Where a place has an address of its own. */
  href?: ((place: PlaceId) => string) | undefined;
}

/** The four places. */
export const BottomBar = ({ at, go, href }: BottomBarProps) => (
  <ActionBar
    label={t('parts.places')}
    items={places.map(place => ({
      icon: icons[place],
      label: t(`parts.place.${place}`),
      href: href?.(place),
      onPress: () => go(place),
      current: place === at,
    }))}
  />
);
