import { defineKind } from '../kind.ts';
import { called } from './common.ts';

export const custody = defineKind({
  id: 'custody',
  code: 13,
  group: 'life',
  label: 'Time inside',
  plural: 'Time inside',
  add: 'Time inside',
  cover: 'A date to know',
  privacy: 'careful',
  topics: ['custody', 'drugs'],
  aside: 'Overdose is more likely in the first two weeks out. Naloxone is free in the ACT.',
  fields: [
    { name: 'entered', type: 'date', past: true, label: 'Went in', question: 'When did you go in?' },
    { name: 'out', type: 'date', label: 'Out', question: 'When did you get out, or when will you?' },
    {
      name: 'treatment',
      type: 'long',
      label: 'Treatment inside',
      question: 'Which treatment did you have inside?',
    },
    {
      name: 'releaseDose',
      type: 'text',
      label: 'Dose on the way out',
      question: 'What was your last dose inside?',
      hint: 'What, how much, and which day.',
    },
    {
      name: 'first',
      type: 'time',
      coming: true,
      label: 'First appointment',
      question: 'When is your first appointment outside?',
    },
    { name: 'firstWith', type: 'text', label: 'It is with', question: 'Who is it with?' },
    { name: 'firstPhone', type: 'phone', label: 'Their phone', question: 'What is their phone number?' },
    called,
  ],
  title: [],
  line: ['out', 'releaseDose'],
  ring: [{ label: 'First appointment', name: 'firstWith', phone: 'firstPhone' }],
});
