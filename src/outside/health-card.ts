import type { Format } from './format.ts';
import { note } from './values.ts';

/** What each is called, and how it begins or what is in it. All are kept whole, until Holdfast can read them. */
const known: readonly [name: string, is: (text: string) => boolean][] = [
  // https://spec.smarthealth.cards/: a code, one of a row of codes, or a `.smart-health-card` file.
  ['SMART Health Card', text => /^shc:\//i.test(text) || isJson(text, '"verifiableCredential"')],
  // https://docs.smarthealthit.org/smart-health-links/: bare, or behind the page of a viewer.
  ['SMART Health Link', text => /^(?:https?:\/\/[^\s#]*#)?shlink:\//i.test(text)],
  ['EU health certificate', text => text.startsWith('HC1:')],
  // ICAO Doc 9303, VDS-NC: Australia's certificate for travel.
  ['Travel health certificate', text => isJson(text, '"icao.vacc"') || isJson(text, '"icao.test"')],
  ['FHIR health record', text => isJson(text, '"resourceType"')],
];

/** By a look alone: nothing in it is used, so nothing in it can go wrong. */
function isJson(text: string, word: string): boolean {
  return text.startsWith('{') && text.includes(word);
}

/** Health cards that Holdfast knows by name and does not read yet. */
export const healthCard: Format = {
  id: 'health-card',
  read: text => {
    const name = known.find(([, is]) => is(text))?.[0];
    return name ? [{ ...note(text, name), notYet: true }] : null;
  },
};
