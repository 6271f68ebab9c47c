import { useMemo } from 'preact/hooks';
import type { DraftRoom, ShareDraft } from '../../../app/sharing.ts';
import type { Item, ItemId } from '../../../domain/item.ts';
import { coverOf, titleOf, type Ways } from '../../../domain/show.ts';
import { AppError } from '../../../lib/error.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { PrivacyMark } from '../../parts/marks.tsx';
import { locale, t } from '../../words/words.ts';
import { useSharing } from '../context.ts';
import { useWays } from '../ways.ts';

/** It fits one still code; or it needs a moving one, and what to leave out for a still one; or no code holds it. */
export type RoomLeft = 'fits' | 'far-too-much' | readonly ItemId[];

/** For more than this, working out what to leave out would take long, and help no one. */
const NEVER_FITS = 150;

/** Whether what is ticked fits, worked out anew at each tick. */
export const useRoom = (draft: ShareDraft): RoomLeft => {
  const sharing = useSharing();
  const key = `${draft.ticked.join()} ${draft.why} ${draft.photos ?? false}`;
  return useMemo(() => {
    if (draft.ticked.length > NEVER_FITS) return [];
    return roomIn(() => sharing.room(draft));
  }, [key]);
};

const roomIn = (ask: () => DraftRoom): RoomLeft => {
  try {
    const room = ask();
    return room.fits ? 'fits' : (room.leaveOut ?? []);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-big') return 'far-too-much';
    throw error;
  }
};

const nameOf = ({ head }: Item, ways: Ways): string =>
  head.privacy === 'open' ? titleOf(head, ways) : coverOf(head, ways);

/** Names said in a row before the rest becomes a number. */
const SAID = 4;

const listText = (
  items: readonly Item[],
  ways: Ways,
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => {
  const names = items.slice(0, SAID).map(item => nameOf(item, ways));
  const more = items.length - names.length;
  if (more > 0) names.push(t('show.what.more', { count: more }));
  return new Intl.ListFormat(locale(), { type }).format(names);
};

interface SumProps {
  ticked: readonly Item[];
  room: RoomLeft;
  /** "Show" was pressed: now it says what is missing. */
  pressed: boolean;
  onNext: () => void;
  /** To large text, which needs no code. */
  onNoCode: () => void;
}

/** The dock: what they will see, said anew at each tick, and the way on. */
export const Sum = ({ ticked, room, pressed, onNext, onNoCode }: SumProps) => {
  const ways = useWays();
  const careful = ticked.filter(item => item.head.privacy !== 'open');
  const count = ticked.length;
  return (
    <>
      <div role="status">
        {count === 0 ? (
          <p>{t(pressed ? 'show.what.go.none' : 'show.what.sum.none')}</p>
        ) : (
          <p>
            <b>{t('show.what.sum', { count })}</b> <bdi>{listText(ticked, ways)}.</bdi>
          </p>
        )}
        {careful.length > 0 && (
          <p class="line-row gap-above-xs">
            <PrivacyMark privacy="careful" />
            <span class="meta">
              <bdi>{t('show.what.careful', { count: careful.length, list: listText(careful, ways) })}</bdi>
            </span>
          </p>
        )}
        {room !== 'fits' && <TooMuch room={room} ticked={ticked} ways={ways} />}
      </div>
      {room === 'far-too-much' && (
        <Ghost line onPress={onNoCode}>
          {t('show.look.large')}
        </Ghost>
      )}
      <Button look="solid" wide onPress={onNext}>
        {t('show.what.go', { count })}
      </Button>
    </>
  );
};

/** At most this many are named as the one to leave out. */
const NAMED = 3;

const TooMuch = ({ room, ticked, ways }: { room: RoomLeft; ticked: readonly Item[]; ways: Ways }) => {
  const ids = typeof room === 'string' ? [] : room;
  const items = ids.flatMap(id => ticked.filter(item => item.id === id)).slice(0, NAMED);
  if (room === 'far-too-much') {
    return (
      <p class="too-much gap-above-xs">
        <b>{t('show.what.too-much')}</b> {t('show.what.too-much.some')}
      </p>
    );
  }
  const list = items.length > 0 && listText(items, ways, 'disjunction');
  return (
    <p class="gap-above-xs">
      {t('show.what.moving')} {list && <bdi>{t('show.what.moving.still', { list })}</bdi>}
    </p>
  );
};
