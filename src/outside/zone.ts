import { parseDate } from '../domain/date.ts';
import type { SaidDate } from '../domain/item.ts';

/** What Outlook calls Australia's zones and New Zealand's (Unicode CLDR, windowsZones). */
const windows: ReadonlyMap<string, string> = new Map([
  ['AUS Eastern Standard Time', 'Australia/Sydney'],
  ['AUS Central Standard Time', 'Australia/Darwin'],
  ['Aus Central W. Standard Time', 'Australia/Eucla'],
  ['Cen. Australia Standard Time', 'Australia/Adelaide'],
  ['E. Australia Standard Time', 'Australia/Brisbane'],
  ['Lord Howe Standard Time', 'Australia/Lord_Howe'],
  ['Tasmania Standard Time', 'Australia/Hobart'],
  ['W. Australia Standard Time', 'Australia/Perth'],
  ['New Zealand Standard Time', 'Pacific/Auckland'],
]);

const clockOf = (zone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: windows.get(zone) ?? zone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
    });
  } catch {
    return null;
  }
};

/** How far that clock is ahead of UTC at a moment, both in milliseconds. */
const aheadAt = (clock: Intl.DateTimeFormat, moment: number): number => {
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - moment;
};

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');

const hereAt = (moment: number): SaidDate => {
  const at = new Date(moment);
  const day = `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
};

/**
 * What a day and time in `zone` (an IANA name, or one of Outlook's) is by this device's clock. `null` where the zone
 * is not known. In the device's own zone it stays as it was written, also where the clock skips that hour.
 */
export const hereFrom = (said: SaidDate, zone: string): SaidDate | null => {
  const clock = clockOf(zone);
  const date = parseDate(said);
  if (!clock || date?.month === undefined || date.day === undefined || date.time === undefined) return null;
  if (clock.resolvedOptions().timeZone === new Intl.DateTimeFormat().resolvedOptions().timeZone) return said;
  const [hour, minute] = date.time.split(':').map(Number);
  const wall = Date.UTC(date.year, date.month - 1, date.day, hour, minute);
  // Once by the guess, once by what the guess gave: it may lie on the other side of a change of the clocks.
  const near = wall - aheadAt(clock, wall);
  return hereAt(wall - aheadAt(clock, near));
};
