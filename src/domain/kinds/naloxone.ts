import { defineKind } from '../kind.ts';
import { called, yesNo } from './common.ts';

export const naloxone = defineKind({
  id: 'naloxone',
  code: 9,
  group: 'medicines',
  label: 'Naloxone',
  plural: 'Naloxone',
  add: 'Naloxone I carry',
  cover: 'A medicine',
  privacy: 'careful',
  topics: ['drugs'],
  aside: 'It is free in the ACT. You don’t need a script.',
  fields: [
    {
      name: 'form',
      type: 'choice',
      own: true,
      label: 'Type',
      question: 'Which type is it?',
      options: [
        { id: 'spray', label: 'Naloxone spray' },
        { id: 'injection', label: 'Naloxone injection' },
      ],
    },
    {
      name: 'have',
      type: 'choice',
      label: 'Have it',
      question: 'Do you have some now?',
      options: [
        { id: 'yes', label: 'Have it' },
        { id: 'no', label: 'I need some' },
      ],
    },
    {
      name: 'expires',
      type: 'date',
      coming: true,
      label: 'Good until',
      question: 'When does it run out of date?',
      hint: 'It is on the box.',
    },
    {
      name: 'trained',
      type: 'choice',
      label: 'I know how',
      question: 'Did someone show you how it works?',
      options: yesNo,
    },
    { name: 'where', type: 'text', label: 'Where it is', question: 'Where do you keep it?' },
    {
      name: 'knows',
      type: 'text',
      label: 'Who knows where it is',
      question: 'Who else knows where it is?',
    },
    called,
  ],
  title: ['form'],
  line: ['have', 'expires'],
});
