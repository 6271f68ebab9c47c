import { defineKind } from '../kind.ts';
import { topic } from './common.ts';

export const medicine = defineKind({
  id: 'medicine',
  code: 5,
  group: 'medicines',
  label: 'Medicine',
  plural: 'Medicines',
  add: 'Something I take',
  cover: 'A medicine',
  privacy: 'open',
  topics: [],
  none: 'I take no medicines',
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Medicine',
      question: 'What is it called?',
      hint: 'It is on the box or label.',
    },
    {
      name: 'dose',
      type: 'text',
      label: 'How much',
      question: 'How much do you take?',
      hint: 'Like 50 mg, or one tablet.',
    },
    {
      name: 'often',
      type: 'text',
      label: 'When',
      question: 'When do you take it?',
      hint: 'Like each morning, or when I need it.',
    },
    { name: 'for', type: 'text', label: 'What for', question: 'What is it for?' },
    {
      name: 'since',
      type: 'date',
      past: true,
      label: 'Since',
      question: 'Since when?',
      hint: 'A year is enough.',
    },
    { name: 'runsOut', type: 'date', coming: true, label: 'Runs out', question: 'When does it run out?' },
    { name: 'code', type: 'code', hidden: true, label: 'Code', question: 'Code' },
    topic,
  ],
  title: ['name'],
  line: ['dose', 'often'],
});
