import { AppError } from '../lib/error.ts';
import type { Format } from './format.ts';
import { filled, joined, oneLine, splitAt, unescaped } from './values.ts';

/** No code has room for more. Characters. */
const LONGEST = 10_000;

/** What is said under each name: `N`, `TEL`, … */
const fieldsIn = (body: string): Map<string, string[]> => {
  const fields = new Map<string, string[]>();
  for (const part of splitAt(body, ';')) {
    const colon = part.indexOf(':');
    if (colon < 0 && part.trim() !== '') throw new AppError('garbled');
    const name = part.slice(0, colon).trim().toUpperCase();
    const value = part.slice(colon + 1).trim();
    const said = fields.get(name);
    if (said) said.push(value);
    else fields.set(name, [value]);
  }
  return fields;
};

/** `Osei,Ama` is Ama Osei. */
const nameOf = (written: string): string => joined(splitAt(written, ',').reverse().map(unescaped), ' ');

/** MECARD, NTT DoCoMo's short card for codes: `MECARD:N:Osei,Ama;TEL:0255501234;;` */
export const mecard: Format = {
  id: 'mecard',
  read: text => {
    if (!/^MECARD:/i.test(text)) return null;
    // Where its end is missing, the last number may be cut short.
    if (text.length > LONGEST || !text.endsWith(';')) throw new AppError('garbled');
    const fields = fieldsIn(text.slice('MECARD:'.length));
    const raw = (...names: string[]) => names.flatMap(name => fields.get(name) ?? []);
    const all = (...names: string[]) => raw(...names).map(unescaped);
    const [phone = '', ...phones] = all('TEL', 'TEL-AV');
    const org = joined(all('ORG'), ', ');
    const name = [...raw('N').map(nameOf), ...all('NICKNAME'), org].find(Boolean) ?? '';
    const [place = '', ...places] = raw('ADR').map(parts => joined(splitAt(parts, ',').map(unescaped), ', '));
    const values = filled({
      name: oneLine(name),
      does: oneLine(joined([...all('TITLE'), org === name ? '' : org], ', ')),
      phone: oneLine(phone),
      place: oneLine(place),
      private: joined([...all('NOTE', 'MEMORY'), ...phones, ...all('EMAIL'), ...places, ...all('URL')], '\n'),
    });
    if (Object.keys(values).length === 0) throw new AppError('garbled');
    return [{ kind: 'contact', values }];
  },
};
