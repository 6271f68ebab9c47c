import { describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { MOST_TEXT, takeInText } from '../../src/app/scanning.ts';
import { textIn } from '../../src/app/text-file.ts';
import type { Values } from '../../src/domain/item.ts';
import { offersOf, standingOf } from '../../src/domain/proposal.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { makeLink } from '../../src/share/link.ts';
import { createSender } from '../../src/share/moving/sender.ts';
import { samples } from '../outside/samples.ts';

const clock: Clock = { now: () => Date.parse('2026-08-12T10:00:00'), ticks: () => 0 };
const said = (kind: string, values: Values) =>
  ({ kind, values, privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' }) as const;

/** A picture of a moving code, as text, that ends like this. */
const moving = (end: string): string => {
  for (;;) {
    const { text } = createSender(new Uint8Array(2000)).frame(15);
    if (text.endsWith(end)) return text;
  }
};

const begin = () => new Book(memoryRecords(), clock);
const take = (book: Book, text: string) => takeInText(book, text, clock);
const waiting = (book: Book) => book.waiting.lines.value;
const useAll = (book: Book) => decide(book, { use: offersOf(waiting(book)), leave: [], named: false }, clock);

describe('a text that is taken in', () => {
  it('waits, and is the person’s only by a yes, which can be taken back', async () => {
    const book = begin();
    const taken = await take(book, samples.google);
    const [line] = waiting(book);
    expect(taken).toEqual({ what: 'waits', proposal: line!.proposal.id });
    expect(line).toMatchObject({
      kind: 'contact',
      base: [],
      privacy: 'open',
      asOf: '2026-08-12',
      proposal: { via: 'scan', from: '', on: '2026-08-12' },
    });
    expect(book.all.value.size).toBe(0);
    const { undo } = await useAll(book);
    expect([...book.items.value.values()][0]!.head).toMatchObject({
      source: { type: 'scanned' },
      values: { name: 'Dr Ama Osei', phone: '0491 570 156' },
    });
    expect(book.log.value[0]).toMatchObject({ via: 'scan', items: [{ kind: 'contact', fate: 'used' }] });
    await undo();
    expect([book.items.value.size, book.log.value.length, waiting(book).length]).toEqual([0, 0, 1]);
  });

  it('says who an invitation is from, and which card it can’t read yet', async () => {
    const book = begin();
    await take(book, samples.googleEvent);
    await take(book, samples.smart);
    expect(waiting(book).map(({ proposal, kind, notYet }) => [proposal.from, kind, notYet])).toEqual([
      ['Creek Road Clinic', 'appointment', undefined],
      ['', 'note', true],
    ]);
  });

  it('waits once, however often it is scanned', async () => {
    const book = begin();
    const first = await take(book, samples.mecard);
    await take(book, samples.words);
    expect(await take(book, samples.mecard)).toEqual(first);
    expect(waiting(book)).toHaveLength(2);
  });

  it.each([
    ['nothing', ' \r\n ', 'empty'],
    ['more than anyone looks at', 'x'.repeat(MOST_TEXT + 1), 'too-long'],
    ['a card with more than anyone looks at', `${samples.four}${' '.repeat(MOST_TEXT)}`, 'too-long'],
    ['more than a note has room for', 'x'.repeat(57_000), 'too-long'],
    ['a whole address book', Array(51).fill(samples.four).join('\n'), 'too-long'],
    [
      'a link of ours',
      makeLink(
        'https://a.example/r.html',
        Uint8Array.from({ length: 60 }, () => 1),
      ),
      'own',
    ],
    ['a picture of a moving code', moving('A'), 'own'],
    ['a picture of a moving code that ends with a space', moving(' '), 'own'],
    ['a link of ours that was cut', 'https://a.example/x/r.html#00449', 'own'],
  ])('%s', async (_, text, what) => {
    const book = begin();
    expect(await take(book, text)).toEqual({ what });
    expect(waiting(book)).toEqual([]);
  });

  it('that is broken is kept as it stands, and so is a number that only looks like ours', async () => {
    for (const text of [
      samples.google.slice(0, 200),
      'MECARD:N:Osei;TEL:02',
      'tel:%zz',
      '0049301234',
      'https://[/r.html#12',
      '',
    ]) {
      const book = begin();
      await take(book, text);
      const kept = text.replaceAll('\r\n', '\n').trim();
      expect(waiting(book).map(({ kind, changes }) => [kind, changes])).toEqual(
        kept ? [['note', { text: kept }]] : [],
      );
    }
  });

  it('has room for a contact with a picture, and not for a note of that size', async () => {
    const book = begin();
    const photo = `PHOTO;ENCODING=b:${'/9j/'.repeat(60_000)}\n`;
    await take(book, samples.four.replace('ROLE', `${photo}ROLE`));
    expect(waiting(book)[0]!.changes).toMatchObject({ name: 'Sam Lee', does: 'Peer worker' });
  });
});

describe('what is kept already', () => {
  it('is said', async () => {
    for (const text of [samples.google, samples.googleEvent, samples.words, samples.address]) {
      const book = begin();
      await take(book, text);
      await useAll(book);
      expect(await take(book, text)).toEqual({ what: 'kept' });
      expect(waiting(book)).toEqual([]);
    }
  });

  it('is offered a change of a contact: only what differs, and nothing that was written is written over', async () => {
    const book = begin();
    const kept = {
      name: 'dr ama  osei',
      phone: '+61 491 570 156',
      does: 'My GP',
      private: 'Nice.\nBulk bills.',
    };
    const item = await book.saveItem({ ...said('contact', kept), privacy: 'careful' });
    await take(book, samples.google);
    const [line] = waiting(book);
    expect(line).toMatchObject({ item: item.id, base: [item.head.id] });
    expect(standingOf(line!, book.all.value)).toBe('changes');
    expect(line!.changes).toEqual({
      does: 'GP, Creek Road Clinic',
      place: '12 Creek Road, Belconnen, ACT, 2617, Australia',
      private: 'Nice.\nBulk bills.\nAsk for a long visit, always.\n(02) 5550 1234\nama@creekroad.example',
    });
    await useAll(book);
    expect(book.items.value.get(item.id)!.head).toMatchObject({
      values: { name: 'dr ama  osei', phone: '+61 491 570 156' },
      privacy: 'careful',
    });
  });

  it('is offered a change of an appointment with the same person at the same time', async () => {
    const book = begin();
    const kept = { with: 'dental van', when: '2026-9-4', bring: ['medicare'] };
    const item = await book.saveItem(said('appointment', kept));
    await take(book, samples.printedEvent);
    expect(waiting(book)).toMatchObject([{ item: item.id, changes: { where: 'Civic Square' } }]);
  });

  it('is another where the name or the number is another', async () => {
    const book = begin();
    await book.saveItem(said('contact', { name: 'Dr Ama Osei', phone: '0491 570 155' }));
    await book.saveItem(said('appointment', { with: 'Dental van', when: '2026-09-05' }));
    await take(book, samples.google);
    await take(book, samples.printedEvent);
    expect(waiting(book).map(({ base }) => base)).toEqual([[], []]);
  });

  it('keeps the name that the person gave a note', async () => {
    const book = begin();
    await book.saveItem(said('note', { name: 'My script', text: samples.address }));
    expect(await take(book, samples.address)).toEqual({ what: 'kept' });
  });
});

describe('a file’s words', () => {
  const code = (code: string) => expect.objectContaining({ code });
  const file = (...bytes: number[]) => new Blob([Uint8Array.from(bytes)]);

  it('are read in the alphabet that it is written in', async () => {
    expect(await textIn(new Blob(['é\uFEFF']))).toBe('é\uFEFF');
    expect(await textIn(file(0xef, 0xbb, 0xbf, 0x41))).toBe('A');
    expect(await textIn(file(0xff, 0xfe, 0x41, 0))).toBe('A');
    expect(await textIn(file(0xfe, 0xff, 0, 0x41))).toBe('A');
    expect(await textIn(file(0x4a, 0xf6))).toBe('Jö');
  });

  it('are none in a picture, and not too many', async () => {
    await expect(textIn(file(0x89, 0x50, 0, 0))).rejects.toEqual(code('bad-file'));
    await expect(textIn(new Blob(['x'.repeat(MOST_TEXT + 1)]))).rejects.toEqual(code('too-big'));
  });
});
