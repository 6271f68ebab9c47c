import { describe, expect, it } from 'vitest';
import type { Values, Version } from '../../src/domain/item.ts';
import { mapLinks, placeOf } from '../../src/domain/places.ts';
import { nextVisit, shownTo, visitDay } from '../../src/domain/plans.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import { item, today } from './support.ts';

const visit = (values: Values, more: Partial<Version> = {}) => item('appointment', values, more);

describe('the next appointment', () => {
  const next = (...all: ReturnType<typeof visit>[]) => nextVisit(all, `${today}T12:00`)?.head.values.when;

  it('is the soonest that is still to come, all of today included', () => {
    const [past, now, soon] = ['2026-05-11T10:00', '2026-05-12T00:05', '2026-05-14'];
    expect(next(visit({ when: soon }), visit({ when: past }))).toBe(soon);
    expect(next(visit({ when: now }), visit({ when: past }))).toBe(now);
    expect(next(visit({ when: past }))).toBeUndefined();
    const [before, after, allDay] = ['2026-05-12T09:00', '2026-05-12T15:00', '2026-05-12'];
    expect(next(visit({ when: before }), visit({ when: after }))).toBe(after);
    expect(next(visit({ when: before }), visit({ when: now }))).toBe(before);
    expect(next(visit({ when: before }), visit({ when: allDay }))).toBe(allDay);
    expect(next(visit({ when: '2026-5-12T9:00' }), visit({ when: '2026-5-13' }))).toBe('2026-5-13');
  });

  it('has a day that is known', () => {
    for (const when of ['2026-05', 'next week', '2026-02-31', ''])
      expect(next(visit({ when }))).toBeUndefined();
    expect(visitDay(visit({ when: ' 2026-05-14T10:30 ' }), today)).toBe('2026-05-14T10:30');
  });

  it('is none that is over, or that is just for the person', () => {
    const when = '2026-05-14';
    expect(next(visit({ when, state: 'went' }), visit({ when, state: 'no' }))).toBeUndefined();
    expect(next(visit({ when }, { privacy: 'just-me' }))).toBeUndefined();
    expect(nextVisit([item('note', { when })], `${today}T12:00`)).toBeNull();
  });
});

describe('what somewhere new was shown', () => {
  const entry = (to: string, at: string): ShareEntry => ({
    id: at,
    type: 'share',
    at,
    purpose: 'worker',
    to,
    why: '',
    by: 'code',
    items: [],
    minutes: 60,
  });

  it('is the newest share made out to that name, however it was typed', () => {
    const log = [
      entry('', '2026-05-10T00:00Z'),
      entry('Art group two', '2026-05-09T00:00Z'),
      entry('art group ', '2026-05-03T00:00Z'),
      entry('Art group', '2026-05-01T00:00Z'),
    ];
    expect(shownTo(' Art Group', log)?.at).toBe('2026-05-03T00:00Z');
    expect(shownTo('Hub', log)).toBeNull();
    expect(shownTo(' ', log)).toBeNull();
  });
});

describe('a place on a map', () => {
  it('is where a contact or an appointment is, if they say', () => {
    expect(placeOf({ kind: 'contact', values: { place: ' 3 Creek Rd ', where: 'no' } })).toBe('3 Creek Rd');
    expect(placeOf({ kind: 'appointment', values: { where: 'Clinic' } })).toBe('Clinic');
    expect(placeOf({ kind: 'appointment', values: {} })).toBe('');
    expect(placeOf({ kind: 'note', values: { place: 'x', where: 'y' } })).toBe('');
  });

  it('opens with the phone’s own map where a link is known to, and on a site everywhere', () => {
    const place = '3 Creek Rd & 5th? #2';
    const words = '3%20Creek%20Rd%20%26%205th%3F%20%232';
    const site = `https://www.openstreetmap.org/search?query=${words}`;
    expect(mapLinks(place, 'android')).toEqual({ app: `geo:0,0?q=${words}`, site });
    expect(mapLinks(place, 'apple')).toEqual({ app: `https://maps.apple.com/?q=${words}`, site });
    expect(mapLinks(place, 'other')).toEqual({ app: null, site });
  });
});
