/**
 * Words the domain itself says, beside those of the kinds. Part of the catalogue: a translation overrides them by
 * key. `{…}` places are filled from the values.
 */
export const phrases = {
  'group.goals': 'Goals',
  'group.plans': 'Appointments and help',
  'group.about': 'About me',
  'group.treatment': 'Treatment',
  'group.allergies': 'Allergies',
  'group.medicines': 'Medicines',
  'group.conditions': 'Conditions',
  'group.tests': 'Tests and vaccines',
  'group.mind': 'Wellbeing',
  'group.life': 'Home and life',
  'group.people': 'People',
  'group.papers': 'Papers and notes',
  'group.justMe': 'Just me',
  'section.need': 'What I need today',
  'section.treatment': 'Opioid treatment',
  'section.ring': 'Who to ring',
  'section.mind': 'Mental health',
  'section.talk': 'How to talk with me',
  'word.covered': 'Covered',
  'word.newer': 'From a newer Holdfast',
  'word.photo': 'Photo',
  'word.pdf': 'PDF',
  'word.labelled': '{label} {text}',
  'from.me': 'From me',
  'from.peer': 'From me, with {name}',
  'from.peerUnnamed': 'From me, with a peer',
  'from.provider': 'From {name}',
  'from.providerUnnamed': 'From a health worker',
  'from.document': 'From {name}',
  'from.documentUnnamed': 'From a letter or label',
  'from.scanned': 'Scanned or pasted, from {name}',
  'from.scannedUnnamed': 'Scanned or pasted',
  'from.checked': 'Checked with {name}',
  'from.age': '{span} old',
  'said.me': '{who} says',
  'said.person': 'The person',
  'said.peer': '{who} says, with {name}',
  'said.peerUnnamed': '{who} says, with a peer',
  'said.provider': '{name}',
  'said.providerUnnamed': 'A health worker',
  'said.document': 'From {name}',
  'said.documentUnnamed': 'From a letter or label',
  'said.scanned': 'Scanned or pasted, from {name}',
  'said.scannedUnnamed': 'Scanned or pasted',
  'absence.none': 'None, says {who}',
  'absence.noneThem': 'None, says the person',
  'absence.notStated': 'Not stated',
  'plain.made': 'Made on {date}',
  'plain.why': 'Why I’m here',
  'plain.standing': 'Self-reported. May be incomplete. Not checked.',
  'plain.odd': 'check this date',
} as const;

export type Phrase = keyof typeof phrases;

/**
 * Looks a word up in the catalogue: the translation of `key`, or `source` when there is none. May leave `{…}`
 * places for us to fill.
 */
export type Words = (key: string, source: string, values?: Record<string, string>) => string;

/** One phrase in the person's language. */
export const say = (words: Words, key: Phrase, values: Record<string, string> = {}): string =>
  words(key, phrases[key], values).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** The words as they are written here. */
export const plainWords: Words = (_key, source) => source;
