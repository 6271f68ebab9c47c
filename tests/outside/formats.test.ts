import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/domain/kinds.ts';
import { AppError } from '../../src/lib/error.ts';
import { componentsIn } from '../../src/outside/content-lines.ts';
import { formats } from '../../src/outside/formats.ts';
import { samples } from './samples.ts';

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Which format has a text, and what is in it. */
const read = (text: string) => {
  for (const format of formats) {
    const found = format.read(plain(text));
    if (found) return { id: format.id, found };
  }
  throw new Error('nobody knew it');
};
const one = (text: string) => read(text).found[0]!;
const code = (code: string) => expect.objectContaining({ code });
const card = (...lines: string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');

describe('a vCard', () => {
  it('of Google: the mobile first, and what has no question of its own stays with the person', () => {
    expect(read(samples.google)).toEqual({
      id: 'vcard',
      found: [
        {
          kind: 'contact',
          values: {
            name: 'Dr Ama Osei',
            does: 'GP, Creek Road Clinic',
            phone: '0491 570 156',
            place: '12 Creek Road, Belconnen, ACT, 2617, Australia',
            private: 'Bulk bills.\nAsk for a long visit, always.\n(02) 5550 1234\nama@creekroad.example',
          },
        },
      ],
    });
  });

  it('of Apple: groups, a picture that is left, a fax that is not rung first', () => {
    expect(one(samples.apple).values).toEqual({
      name: 'Dana Nguyen',
      does: 'Northside Outreach',
      phone: '+61 491 570 157',
      private: '(02) 5550 9999',
    });
    expect(one(samples.appleCompany).values).toEqual({ name: 'Northside Pharmacy', phone: '02 5550 4321' });
  });

  it('of Outlook: version 2.1 with its quoted bytes, in its own alphabet', () => {
    expect(one(samples.outlook).values).toEqual({
      name: 'Jörg Müller',
      does: 'Worker, Housing ACT, Intake',
      phone: '0491 570 158',
      place: 'Level 2, 1 Moore Street, Canberra, ACT, 2601',
      private: 'Open 9 to 5, ring the bell\ntwice = two times\n02 5550 7788\nj.mueller@housing.example',
    });
  });

  it('of version 4: numbers as addresses', () => {
    expect(one(samples.four).values).toEqual({
      name: 'Sam Lee',
      does: 'Peer worker',
      phone: '+61-2-5550-2222',
      private: '+61-2-5550-1111 ext 5',
    });
  });

  it('is named by its parts where nobody wrote the name out', () => {
    expect(one(card('N:Osei;Ama,Kofi;;Dr;')).values).toEqual({ name: 'Dr Ama Kofi Osei' });
    expect(one(card('FN:', 'N:O\\;sei\\,;;;;')).values).toEqual({ name: 'O;sei,' });
    expect(one(card('ORG:Clinic;Desk')).values).toEqual({ name: 'Clinic, Desk' });
  });

  it('may hold another, whose number is not this one’s', () => {
    const text = card('FN:A', 'AGENT:', 'BEGIN:VCARD', 'TEL;CELL:1', 'END:VCARD', 'TEL:2');
    expect(one(text).values).toEqual({ name: 'A', phone: '2' });
  });

  it('one after the other, up to fifty', () => {
    expect(read(`${samples.google}\n${samples.apple}`).found).toHaveLength(2);
    expect(() => read(Array(51).fill(samples.google).join('\n'))).toThrow(code('too-big'));
  });

  it.each([
    ['cut short', samples.google.slice(0, 150)],
    ['with words after it', `${samples.google}\nSee you there`],
    ['with nothing in it', card()],
    ['with a line that is none', card('FN:A', 'no colon')],
    ['with a name of a page', card(`FN:${'x'.repeat(501)}`)],
    ['in a thing of another name', 'BEGIN:VCARD\nFN:A\nBEGIN:X\nEND:VCARD\nEND:X'],
  ])('%s is broken', (_, text) => expect(() => read(text)).toThrow(code('garbled')));

  it('is taken apart as ical.js does', () => {
    for (const text of [samples.google, samples.apple, samples.appleCompany, samples.four]) {
      const theirs = new ICAL.Component(ICAL.parse(text.trim()) as unknown as string).getAllProperties();
      const ours = componentsIn(plain(text))[0]!.lines;
      const bare = (name: string) => name.slice(name.lastIndexOf('.') + 1).toUpperCase();
      expect(ours.map(({ name }) => name)).toEqual(theirs.map(({ name }) => bare(name)));
      const fn = theirs.find(({ name }) => name === 'fn')!.getFirstValue();
      expect(one(text).values.name).toBe(fn);
    }
  });
});

describe('a MECARD', () => {
  it('is a contact, without its escapes', () => {
    expect(read(samples.mecard)).toEqual({
      id: 'mecard',
      found: [
        {
          kind: 'contact',
          values: {
            name: 'Ama Osei',
            phone: '0255501234',
            place: '12 Creek Road, Belconnen, ACT, 2617, Australia',
            private: 'Ring; then wait: ten\n0491570156\nama@creekroad.example\nhttps://creekroad.example',
          },
        },
      ],
    });
  });

  it.each([
    ['cut short in a number', 'MECARD:N:Osei;TEL:0255'],
    ['with nothing in it', 'MECARD:;;'],
    ['with words that have no name', 'MECARD:N:A;hello;;'],
    ['longer than any code', `MECARD:${'N:A;'.repeat(3000)};`],
  ])('%s is broken', (_, text) => expect(() => read(text)).toThrow(code('garbled')));
});

describe('what is no card and no date', () => {
  it.each([
    ['smart', 'SMART Health Card'],
    ['smartLink', 'SMART Health Link'],
    ['eu', 'EU health certificate'],
    ['travel', 'Travel health certificate'],
    ['fhir', 'FHIR health record'],
  ] as const)('%s is known by its name, not read yet, and kept whole', (sample, name) => {
    expect(read(samples[sample])).toEqual({
      id: 'health-card',
      found: [{ kind: 'note', values: { name, text: samples[sample] }, notYet: true }],
    });
  });

  it.each([
    ['tel', 'phone-codes', { phone: '+61-2-5550-1234' }],
    ['sms', 'phone-codes', { name: '0491570156', text: samples.sms }],
    ['wifi', 'phone-codes', { name: 'Library;guest', text: samples.wifi }],
    ['geo', 'phone-codes', { text: samples.geo }],
    ['mail', 'phone-codes', { name: 'desk@creekroad.example', text: samples.mail }],
    ['address', 'web-address', { name: 'ausscripts.example', text: samples.address }],
    ['words', 'plain-text', { text: samples.words }],
  ] as const)('%s', (sample, id, values) => {
    const got = read(samples[sample]);
    expect([got.id, got.found[0]!.values]).toEqual([id, values]);
    expect(got.found[0]!.kind).toBe(sample === 'tel' ? 'contact' : 'note');
  });

  it('a site goes by the name that it truly has', () => {
    expect(one('https://аррӏе.example/x').values.name).toMatch(/^xn--/);
    expect(one('https://bank.example@evil.example/').values.name).toBe('evil.example');
    expect(one('https://').values).toEqual({ text: 'https://' });
    expect(one('https://[x').values).toEqual({ text: 'https://[x' });
    expect(one('see https://a.example').values).toEqual({ text: 'see https://a.example' });
  });

  it('has a name of one line, or none', () => {
    expect(one('SMSTO:04\n91:x').values.name).toBe('04, 91');
    expect(one(`SMSTO:${'1'.repeat(501)}`).values.name).toBeUndefined();
  });

  it('a broken number is broken, not half a number', () => {
    expect(() => read('tel:%zz')).toThrow();
    expect(() => read(`tel:${'1'.repeat(501)}`)).toThrow(AppError);
  });
});

it('every value stands under a question that its kind asks', () => {
  for (const text of Object.values(samples)) {
    for (const { kind, values } of read(text).found) {
      const names = kindOf(kind)!.fields.map(({ name }) => name);
      for (const name of Object.keys(values)) expect(names).toContain(name);
    }
  }
});
