import type { Share, SharedItem } from '../../../src/domain/share.ts';

const minute = (date: Date): number => Math.floor(date.getTime() / 60_000);

export const opened = new Date(2026, 4, 12, 10, 31);
export const me = { type: 'me' } as const;
export const doctor = { type: 'provider', name: 'Dr A. Osei' } as const;

/** Made on 12 May 2026 at 10:30, closing at 11:28. */
export const shareOf = (items: readonly SharedItem[], why = ''): Share => ({
  purpose: 'gp',
  made: minute(new Date(2026, 4, 12, 10, 30)),
  expires: minute(new Date(2026, 4, 12, 11, 28)),
  why,
  items,
});

export const jess: SharedItem = {
  kind: 'about',
  source: me,
  asOf: '',
  values: { name: 'Jess Marlow', born: '1988-03-14', pronouns: 'they' },
};

export const thing = (
  kind: string,
  values: SharedItem['values'],
  source: SharedItem['source'] = me,
  asOf = '2026-02-02',
): SharedItem => ({ kind, source, asOf, values });
