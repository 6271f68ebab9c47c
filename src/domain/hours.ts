/** In the order of the week. */
export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof days)[number];

/** Open from one time to another on some days. `to` at or before `from` is on the next day. */
export interface Span {
  days: readonly Day[];
  /** `HH:MM`, from `00:00` to `24:00`. */
  from: string;
  to: string;
}

interface WeekHours {
  /** Whose clock it is by: an IANA zone ("Australia/Sydney"), or `local` for that of whoever rings. */
  zone: string;
  open: readonly Span[];
}

export type Hours = 'always' | WeekHours;

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** `15:30` as minutes since midnight. */
export const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/**
 * Minutes since Monday began, by the clock on the wall there: the platform knows when it is put forward or back.
 */
export const minuteOfWeek = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...(zone === 'local' ? {} : { timeZone: zone }),
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const said = (type: string): string => parts.find(part => part.type === type)?.value ?? '';
  const day = days.indexOf(said('weekday').toLowerCase() as Day);
  return day * DAY + minutesOf(`${said('hour')}:${said('minute')}`);
};

/** Is someone there at that moment (ms since 1970)? */
export const isOpen = (hours: Hours, at: number): boolean => {
  if (hours === 'always') return true;
  const now = minuteOfWeek(at, hours.zone);
  return hours.open.some(({ days: on, from, to }) => {
    const long = (minutesOf(to) - minutesOf(from) + DAY) % DAY || DAY;
    return on.some(day => {
      const since = now - (days.indexOf(day) * DAY + minutesOf(from));
      return (since + WEEK) % WEEK < long;
    });
  });
};
