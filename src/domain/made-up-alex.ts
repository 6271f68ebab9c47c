import { moveDay } from './date.ts';
import type { ItemId, Privacy, Source, Values } from './item.ts';

const withDana: Source = { type: 'peer', name: 'Dana' };
const drOsei: Source = { type: 'provider', name: 'Dr Osei' };

/** Days on which the made-up life happened, counted from today. */
export const daysFrom = (today: string) => ({
  today,
  yesterday: moveDay(today, { days: -1 }),
  lately: moveDay(today, { days: -22 }),
  spring: moveDay(today, { months: -3, days: -10 }),
  old: moveDay(today, { months: -5, days: -3 }),
  older: moveDay(today, { months: -6, days: -9 }),
});

type Days = ReturnType<typeof daysFrom>;

/** A thing of Alex's and the day it is from; what is left out is as usual for its kind. */
export interface Kept {
  kind: string;
  on: string;
  source?: Source;
  privacy?: Privacy;
  asOf?: string;
  id?: ItemId;
  values: Values;
}

export const aboutAlex = ({ today, yesterday, lately }: Days): Kept[] => [
  {
    kind: 'about',
    on: lately,
    values: {
      name: 'Alex Marlow',
      callMe: 'Alex',
      pronouns: 'they',
      born: '1988-03-14',
      phone: '0491 570 006',
    },
  },
  {
    kind: 'talk',
    on: lately,
    values: {
      helps: 'Tell me what you will do before you do it.',
      harms: 'Standing between me and the door.',
      language: 'en',
      interpreter: 'no',
      ways: ['slow', 'written'],
    },
  },
  {
    kind: 'need',
    on: today,
    values: { need: 'My script runs out soon. I need a new one.', also: 'My sleep.', with: 'Dana' },
  },
  {
    kind: 'contact',
    on: yesterday,
    values: {
      name: 'Dana',
      does: 'My peer worker',
      phone: '0491 570 156',
      reach: 'Weekdays, 9 to 5. Text is fine.',
      place: 'Creek Road hub',
      private: 'Dana has my spare key.',
    },
  },
  {
    kind: 'contact',
    on: lately,
    source: withDana,
    values: {
      name: 'Marg',
      does: 'Helps me see my kids',
      phone: '02 5550 0119',
      place: 'Family service, Weston Lane',
      topic: ['children'],
    },
  },
  {
    kind: 'contact',
    on: lately,
    values: { name: 'Sam', does: 'My sister', phone: '0491 570 157' },
  },
];

const OAT: ItemId = 'a1ec'.padEnd(32, '0');

export const treatment = ({ today, yesterday, spring }: Days): Kept[] => {
  const always: Values = {
    medicine: 'methadone',
    often: 'day',
    takeaways: 'Saturday and Sunday',
    point: 'Northside Pharmacy',
    pointPhone: '02 5550 0142',
    pointHours: 'To 7 pm',
    prescriber: 'Dr Osei',
    prescriberPhone: '02 5550 0177',
    prescriberPlace: 'Ainslie Street clinic',
    since: '2023',
    called: 'My treatment',
  };
  return [
    {
      kind: 'oat',
      id: OAT,
      on: spring,
      values: { ...always, dose: '50', scriptEnds: moveDay(spring, { months: 3 }) },
    },
    {
      kind: 'oat',
      id: OAT,
      on: yesterday,
      source: { type: 'me', checkedBy: 'Dana', checkedOn: yesterday },
      values: {
        ...always,
        dose: '60',
        last: `${yesterday}T08:40`,
        lastBy: 'Northside Pharmacy',
        missed: 'None this week',
        scriptEnds: moveDay(today, { days: 24 }),
      },
    },
    {
      kind: 'naloxone',
      privacy: 'open',
      on: moveDay(today, { days: -22 }),
      values: {
        form: 'spray',
        have: 'yes',
        expires: moveDay(today, { months: 22 }).slice(0, 7),
        trained: 'yes',
        where: 'Front pocket of my bag',
        knows: 'Dana and Sam',
      },
    },
  ];
};

export const health = ({ yesterday, lately, spring, old }: Days): Kept[] => [
  {
    kind: 'allergy',
    on: spring,
    source: drOsei,
    values: { to: 'Penicillin', happens: 'Rash. Face swells.', hospital: 'yes', last: '2011' },
  },
  {
    kind: 'allergy',
    on: lately,
    asOf: 'about 2019',
    values: { to: 'Sticky dressings', happens: 'Itchy red skin' },
  },
  {
    kind: 'medicine',
    on: old,
    source: drOsei,
    values: {
      name: 'Sertraline',
      dose: '50 mg',
      often: 'in the morning',
      for: 'Depression',
      topic: ['mental-health'],
    },
  },
  {
    kind: 'medicine',
    on: lately,
    source: { type: 'document', name: 'the label' },
    values: { name: 'Salbutamol puffer', dose: '2 puffs', often: 'when I need it', for: 'Asthma' },
  },
  {
    kind: 'condition',
    privacy: 'open',
    on: lately,
    values: { name: 'Asthma', now: 'on-off', treatment: 'Blue puffer', since: '1996' },
  },
  {
    kind: 'condition',
    on: spring,
    source: drOsei,
    values: {
      name: 'Depression',
      treatment: 'Sertraline, and walks with Dana',
      topic: ['mental-health'],
      called: 'The low days',
    },
  },
  {
    kind: 'wound',
    on: yesterday,
    source: withDana,
    values: {
      site: 'Left forearm',
      since: lately,
      dressing: 'New dressing every second day',
      signs: 'More red, hot, or a fever.',
      vein: 'Right hand, with ultrasound',
      called: 'My arm',
    },
  },
  {
    kind: 'mind',
    on: lately,
    source: withDana,
    values: {
      helps: 'Sitting outside. Music. A cup of tea.',
      harms: 'Bright rooms. Being rushed.',
      triggers: 'Shouting.',
      team: 'Creek Road hub',
      teamPhone: '02 5550 0163',
      nominated: 'Sam',
      nominatedPhone: '0491 570 157',
      plan: 'Go outside. Ring Sam. Then ring Dana.',
      called: 'My good days plan',
    },
  },
];

export const tests = ({ spring, older }: Days): Kept[] => [
  {
    kind: 'hepc',
    on: older,
    source: { type: 'document', name: 'a letter' },
    values: {
      status: 'cured',
      rna: 'not-found',
      rnaOn: older,
      medicine: 'Tablets for 12 weeks',
      after: 'not-found',
      afterWeeks: '12',
      cirrhosis: 'no',
      called: 'Liver test',
    },
  },
  {
    kind: 'result',
    on: spring,
    source: drOsei,
    values: { name: 'Iron', value: 'A bit low', date: spring, means: 'Eat more greens. Test again in June.' },
  },
  {
    kind: 'vaccination',
    on: spring,
    source: { type: 'scanned', name: 'Creek Road clinic' },
    values: { name: 'Hep B', dose: '3 of 3', date: spring, where: 'Creek Road clinic' },
  },
];

export const life = ({ yesterday, lately, spring }: Days): Kept[] => [
  {
    kind: 'nohome',
    on: lately,
    values: {
      reach: 'Text first, after 10 am. Or leave word with Dana.',
      mail: 'Care of Creek Road hub',
      ids: ['medicare', 'concession'],
      storage: 'Locker at the hub',
      called: 'Where to find me',
    },
  },
  {
    kind: 'custody',
    privacy: 'just-me',
    on: spring,
    values: { out: '2023-02', treatment: 'Methadone, the same dose all the way.' },
  },
  {
    kind: 'advance',
    on: spring,
    source: withDana,
    values: {
      type: 'agreement',
      date: spring,
      where: 'With Dr Osei',
      holds: 'Sam',
      says: 'Ring Sam first. Let me keep my music.',
      called: 'My agreement',
    },
  },
  {
    kind: 'document',
    on: spring,
    source: { type: 'document' },
    values: {
      name: 'Hospital letter',
      from: 'Northside Hospital',
      date: spring,
      says: 'Home after one night. See Dr Osei.',
      called: 'A letter',
    },
  },
  {
    kind: 'note',
    privacy: 'just-me',
    on: yesterday,
    values: { name: 'For Sunday', text: 'Bring the red ball. Ask about school.', topic: ['children'] },
  },
];
