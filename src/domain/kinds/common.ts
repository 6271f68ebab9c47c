import type { Field, Option } from '../kind.ts';

/** "Not sure" is always an answer. */
export const notSure: Option = { id: 'not-sure', label: 'Not sure' };

export const yesNo: readonly Option[] = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, notSure];

/** What the person's own lists call a Careful thing, so that a list on a bus shows nothing. Stays on the phone. */
export const called: Field = {
  name: 'called',
  type: 'text',
  label: 'My name for it',
  question: 'What should your own lists call it?',
  hint: 'Only you see this name.',
  neverShared: true,
};

/** Which topics this one thing is about, where its kind alone doesn't say. Ids are those of `Topic`. */
export const topic: Field = {
  name: 'topic',
  type: 'choices',
  label: 'It is about',
  question: 'Is it about any of these?',
  hint: 'So you can leave it out when you show someone.',
  neverShared: true,
  options: [
    { id: 'drugs', label: 'Drugs or alcohol' },
    { id: 'mental-health', label: 'Mental health' },
    { id: 'sexual-health', label: 'Sexual health' },
    { id: 'violence', label: 'Violence' },
    { id: 'custody', label: 'Time inside' },
    { id: 'children', label: 'Children' },
  ],
};
