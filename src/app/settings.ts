import { parseDate } from '../domain/date.ts';
import type { Item, ItemId } from '../domain/item.ts';
import { hex, randomBytes } from '../lib/bytes.ts';
import { type Clock, deviceClock, today } from '../lib/clock.ts';
import type { Settings } from './codec.ts';

/** How long it may be put away, or lie there, before it locks: what there is to choose from, seconds. */
export const hides = [0, 30, 120, 300] as const;
export const idles = [60, 180, 600] as const;

/** This install's part of version ids. */
const newInstall = (): string => hex(randomBytes(8));

/** What a record begins with. */
export const firstSettings = (clock: Clock): Settings => ({
  install: newInstall(),
  hideSeconds: 30,
  idleSeconds: 180,
  bigWords: false,
  lastUsed: today(clock),
});

const isDay = (said: string): boolean => parseDate(said)?.day !== undefined;

/**
 * The settings of a spare copy, for a new install. Whoever made the copy wrote them, so of each only what this app could
 * have written comes along: a lock that never locks does not. What belongs to one install stays behind: its name, its
 * browser's answer, its kit, its copies and what was asked about them; and its emergency card, which is off on a new
 * phone, and which no later change of what was on it may turn on.
 *
 * @param items those of the copy: what is ticked is one of them
 */
export const settingsFrom = (
  from: Settings,
  items: ReadonlyMap<ItemId, Item>,
  clock: Clock = deviceClock,
): Settings => {
  const first = firstSettings(clock);
  const { hideLeaves, dotsCovered, gapEndedAt, toldNumber, lacks } = from;
  return {
    ...first,
    bigWords: from.bigWords,
    hideSeconds: hides.find(seconds => seconds === from.hideSeconds) ?? first.hideSeconds,
    idleSeconds: idles.find(seconds => seconds === from.idleSeconds) ?? first.idleSeconds,
    lastUsed: isDay(from.lastUsed) ? from.lastUsed : first.lastUsed,
    ...(hideLeaves === undefined ? {} : { hideLeaves }),
    ...(dotsCovered === undefined ? {} : { dotsCovered }),
    ...(gapEndedAt !== undefined && isDay(gapEndedAt) ? { gapEndedAt } : {}),
    // Its photos that nothing here holds must not be taken for loose ones.
    ...(lacks ? { lacks } : {}),
    ...(toldNumber ? { toldNumber: toldNumber.filter(id => items.has(id)) } : {}),
  };
};
