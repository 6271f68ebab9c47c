import { AppError } from '../lib/error.ts';
import { type Component, type ContentLine, componentsIn } from './content-lines.ts';
import { type Format, type Found, MOST_FOUND } from './format.ts';
import { filled, joined, oneLine, splitAt, unescaped } from './values.ts';

const textOf = (line: ContentLine): string => unescaped(line.value).trim();

/** The parts of `ADR` or `ORG`. */
const partsOf = (line: ContentLine): string[] => splitAt(line.value, ';').map(unescaped);

const typesOf = ({ params }: ContentLine): string[] =>
  (params.get('TYPE') ?? []).map(type => type.toLowerCase());

/** As typed; version 4 may write it as an address: `tel:+61-2-5550-1234;ext=5`. */
const phoneOf = (line: ContentLine): string => {
  const [number = '', ...more] = textOf(line).replace(/^tel:/i, '').split(';');
  const extension = more.find(part => /^ext=/i.test(part));
  return oneLine(extension ? `${number} ext ${extension.slice(4)}` : number);
};

/** The one to ring first: a mobile, then what they prefer, then any that is not a fax or a pager. */
const rankOf = (line: ContentLine): number => {
  const types = typesOf(line);
  if (types.some(type => type === 'fax' || type === 'pager')) return 3;
  if (types.some(type => type === 'cell' || type === 'mobile' || type === 'iphone')) return 0;
  return types.includes('pref') || line.params.has('PREF') ? 1 : 2;
};

/** Given names before the family's, where the card does not say itself how the name is written. */
const nameOf = (line: ContentLine): string => {
  const [family = '', given = '', more = '', before = '', after = ''] = splitAt(line.value, ';').map(part =>
    splitAt(part, ',').map(unescaped).join(' '),
  );
  return joined([before, given, more, family, after], ' ');
};

const contactOf = ({ lines }: Component): Found => {
  const all = (...names: string[]) => lines.filter(({ name }) => names.includes(name));
  const texts = (...names: string[]) => all(...names).map(textOf);
  const [org = ''] = all('ORG').map(line => joined(partsOf(line), ', '));
  const names = [...texts('FN'), ...all('N').map(nameOf), org, ...texts('NICKNAME')];
  const name = names.find(Boolean) ?? '';
  const role = texts('TITLE', 'ROLE').find(Boolean) ?? '';
  const phones = all('TEL')
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(phoneOf)
    .filter(Boolean);
  const places = all('ADR').map(line => joined(partsOf(line), ', '));
  const [place = '', ...otherPlaces] = places.filter(Boolean);
  const values = filled({
    name: oneLine(name),
    does: oneLine(joined([role, org === name ? '' : org], ', ')),
    phone: phones[0] ?? '',
    place: oneLine(place),
    // What has no question of its own stays with the person.
    private: joined(
      [...texts('NOTE'), ...phones.slice(1), ...texts('EMAIL'), ...otherPlaces, ...texts('URL')],
      '\n',
    ),
  });
  if (Object.keys(values).length === 0) throw new AppError('garbled');
  return { kind: 'contact', values };
};

/** vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): a person or a service. Pictures and birthdays stay behind. */
export const vcard: Format = {
  id: 'vcard',
  read: text => {
    if (!/^BEGIN:VCARD\s/i.test(text)) return null;
    const cards = componentsIn(text);
    if (cards.some(({ name }) => name !== 'VCARD')) throw new AppError('garbled');
    if (cards.length > MOST_FOUND) throw new AppError('too-big');
    return cards.map(contactOf);
  },
};
