import { signal } from '@preact/signals';
import { type ComponentChild, h, render } from 'preact';
import { Book } from '../../src/app/book.ts';
import { put, putVersion } from '../../src/app/codec.ts';
import { memoryRecords, type RecordStore } from '../../src/app/records.ts';
import { CHECKIN, GOAL } from '../../src/domain/goals.ts';
import type { Item, Values, Version } from '../../src/domain/item.ts';
import { type App, AppContext } from '../../src/ui/passport/context.ts';
import { Goal } from '../../src/ui/passport/goal/goal.tsx';
import { Mine } from '../../src/ui/passport/mine/mine.tsx';
import begin from '../../src/ui/words/en-AU/begin.json';
import mine from '../../src/ui/words/en-AU/mine.json';
import parts from '../../src/ui/words/en-AU/parts.json';
import people from '../../src/ui/words/en-AU/people.json';
import start from '../../src/ui/words/en-AU/start.json';
import { giveWords } from '../../src/ui/words/load.ts';
import { atMost, type Row } from './support/row.ts';

const GOALS = 500;
const DOTS_EACH = 10;
const ROUNDS = 15;
const INSTALL = 'a'.repeat(16);
const clock = { now: () => Date.parse('2026-05-12T10:00:00'), ticks: () => 0 };

let counter = 0;
const version = (item: string, kind: string, day: number, values: Values): Version => {
  const on = `2026-0${1 + (day % 4)}-1${day % 10}`;
  const stamp = {
    id: `${INSTALL}.${++counter}`,
    item,
    parents: [],
    lookedAt: on,
    savedAt: `${on}T00:00:00.000Z`,
  };
  return { ...stamp, kind, privacy: 'open', source: { type: 'me' }, asOf: on, values };
};

const goalOf = (n: number): Version[] => {
  const id = `goal-${n}`;
  const step = `Ring number ${n} and ask`;
  const values = { want: `What I want, number ${n}`, why: 'It matters to me', step, helper: 'Dana' };
  const dots = Array.from({ length: DOTS_EACH }, (_, at) =>
    version(`${id}.${at}`, CHECKIN, n + at, { goal: id, feeling: String((n + at) % 11), note: `Note ${at}` }),
  );
  return [version(id, GOAL, n, values), ...dots];
};

const record = async (): Promise<RecordStore> => {
  const store = memoryRecords();
  const settings = {
    install: INSTALL,
    hideSeconds: 30,
    idleSeconds: 180,
    bigWords: false,
    lastUsed: '2026-05-12',
  };
  const versions = Array.from({ length: GOALS }, (_, n) => goalOf(n)).flat();
  await store.save([put('0'.repeat(32), { tag: 'settings', body: settings }), ...versions.map(putVersion)]);
  return store;
};

/** What the two screens ask of the app; they press nothing here. */
const appOver = (book: Book): App =>
  ({
    book,
    madeUp: false,
    session: { clock },
    router: { under: signal(null), go: () => undefined },
    said: signal(null),
    say: () => undefined,
    home: () => undefined,
    hide: () => undefined,
  }) as unknown as App;

/** Draws it in a fresh place, laid out. Gives the milliseconds and how many rows stand there. */
const drawn = (what: () => ComponentChild): { ms: number; rows: number } => {
  const place = document.body.appendChild(document.createElement('div'));
  const from = performance.now();
  render(what(), place);
  place.getBoundingClientRect();
  const ms = performance.now() - from;
  const rows = place.querySelectorAll('li, tbody tr').length;
  render(null, place);
  place.remove();
  return { ms, rows };
};

/** The list of all goals and the page of one, from a record that was just loaded: nothing is worked out beforehand. */
const ours = (store: RecordStore): { ms: number; rows: number } => {
  const app = appOver(new Book(store, clock));
  const within = (child: ComponentChild) => h(AppContext.Provider, { value: app }, child);
  const list = drawn(() => within(h(Mine, { route: { name: 'mine' } })));
  const one = drawn(() => within(h(Goal, { item: app.book.items.peek().get('goal-7') as Item })));
  return { ms: list.ms + one.ms, rows: list.rows + one.rows };
};

const bare = (rows: number): number =>
  drawn(() =>
    h(
      'ul',
      null,
      Array.from({ length: rows }, (_, n) =>
        h('li', { key: n }, h('b', null, `What I want, number ${n}`), ' ', 'Ring'),
      ),
    ),
  ).ms;

/** Goal list and plot with 500 goals and 5,000 dots ÷ a bare Preact list of as many rows as they draw. */
export const run = async (): Promise<Row[]> => {
  giveWords(begin, parts, mine, people, start);
  const store = await record();
  const { rows } = ours(store);
  const times = Array.from({ length: ROUNDS }, () => ({
    ours: ours(store).ms,
    bare: bare(GOALS + DOTS_EACH),
  }));
  const best = (of: 'ours' | 'bare') => Math.min(...times.map(time => time[of]));
  const figures = `ours ${best('ours').toFixed(1)} ms for ${rows} rows, bare list of ${GOALS + DOTS_EACH} rows ${best('bare').toFixed(1)} ms`;
  return [atMost('goals.ready', best('ours') / best('bare'), '× bare list', 3, figures)];
};
