import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Item } from '../../../domain/item.ts';
import { type MapDevice, mapLinks, placeOf } from '../../../domain/places.ts';
import { Button } from '../../parts/button.tsx';
import { find } from '../../parts/icons.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';

/** Only iPhones and iPads say whether they run a page from the Home Screen. */
const deviceNow = (): MapDevice => {
  if ('standalone' in navigator) return 'apple';
  return /Android/.test(navigator.userAgent) ? 'android' : 'other';
};

/** A place can be looked up on a map. Nothing leaves before the person has read who will see it. */
export const ToMap = ({ item }: { item: Item }) => {
  const [asking, setAsking] = useState(false);
  const place = placeOf(item.head);
  if (!place) return null;
  return (
    <>
      <Button wide icon={find} class="gap-above" onPress={() => setAsking(true)}>
        {t('map.open')}
      </Button>
      {asking && <AskMap place={place} onDone={() => setAsking(false)} />}
    </>
  );
};

const AskMap = ({ place, onDone }: { place: string; onDone: () => void }) => {
  const { app, site } = mapLinks(place, deviceNow());
  return (
    <Sheet title={t('map.title')} text={t('map.text')} onNotNow={onDone}>
      <p class="lead" dir="auto">
        {place}
      </p>
      <div class="stack-2 gap-above-s">
        {app && (
          <Away to={app} onPress={onDone}>
            {t('map.app')}
          </Away>
        )}
        <Away to={site} onPress={onDone}>
          {t('map.site')}
        </Away>
      </div>
    </Sheet>
  );
};

/** A link out of Holdfast. What opens learns neither where it was pressed nor how to reach back. */
const Away = ({
  to,
  onPress,
  children,
}: {
  to: string;
  onPress: () => void;
  children: ComponentChildren;
}) => (
  <a
    class="btn wide"
    href={to}
    target={to.startsWith('https:') ? '_blank' : undefined}
    rel="noreferrer noopener"
    onClick={onPress}
  >
    {children}
  </a>
);
