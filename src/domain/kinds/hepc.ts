import { defineKind } from '../kind.ts';
import { called, notSure, yesNo } from './common.ts';

const rna = [
  { id: 'not-found', label: 'No virus found' },
  { id: 'found', label: 'Virus found' },
  { id: 'waiting', label: 'Still waiting' },
  notSure,
];

export const hepc = defineKind({
  id: 'hepc',
  code: 8,
  group: 'tests',
  label: 'Hepatitis C',
  plural: 'Hepatitis C',
  add: 'Hep C: tests and treatment',
  cover: 'A liver test',
  privacy: 'careful',
  topics: ['drugs'],
  single: true,
  check: {
    title: 'After a cure, the antibody test stays positive.',
    text: 'Only an RNA test shows if the virus is there now.',
  },
  fields: [
    {
      name: 'status',
      type: 'choice',
      label: 'Where it is at',
      question: 'Where are you at with hep C?',
      options: [
        { id: 'cured', label: 'Cured' },
        { id: 'treatment', label: 'On treatment' },
        { id: 'have', label: 'I have it now' },
        { id: 'never', label: 'Never had it' },
        { id: 'untested', label: 'Not tested yet' },
        notSure,
      ],
    },
    {
      name: 'rna',
      type: 'choice',
      label: 'RNA test',
      question: 'What did your last RNA test find?',
      hint: 'It looks for the virus in your blood.',
      options: rna,
    },
    { name: 'rnaOn', type: 'date', past: true, label: 'RNA test on', question: 'When was that test?' },
    {
      name: 'medicine',
      type: 'text',
      label: 'Treatment',
      question: 'Which tablets did you have, or have now?',
    },
    { name: 'start', type: 'date', label: 'Started', question: 'When did you start them?' },
    { name: 'end', type: 'date', label: 'Finished', question: 'When did you finish, or when will you?' },
    {
      name: 'after',
      type: 'choice',
      label: 'Test after treatment',
      question: 'What did the test after treatment find?',
      options: rna,
    },
    {
      name: 'afterWeeks',
      type: 'choice',
      own: true,
      label: 'How long after',
      question: 'How long after treatment was it?',
      hint: 'Your clinic may call it SVR12 or SVR4.',
      options: [{ id: '12', label: '12 weeks (SVR12)' }, { id: '4', label: '4 weeks (SVR4)' }, notSure],
    },
    {
      name: 'cirrhosis',
      type: 'choice',
      label: 'Cirrhosis',
      question: 'Did anyone say you have cirrhosis?',
      hint: 'That means scars on the liver.',
      options: yesNo,
    },
    { name: 'next', type: 'date', coming: true, label: 'Next RNA test', question: 'When is your next test?' },
    called,
  ],
  title: [],
  line: ['status', 'rna', 'rnaOn'],
});
