import { defineKind } from '../kind.ts';

export const help = defineKind({
  id: 'help',
  code: 25,
  group: 'plans',
  label: 'Help I need',
  plural: 'Help I need',
  add: 'Help I need',
  cover: 'Help I need',
  privacy: 'open',
  topics: [],
  fields: [
    {
      name: 'what',
      type: 'choice',
      own: true,
      label: 'What',
      question: 'What do you need?',
      options: [
        { id: 'lift', label: 'A lift' },
        { id: 'food', label: 'Food' },
        { id: 'credit', label: 'Phone credit' },
        { id: 'id', label: 'ID papers' },
        { id: 'clothes', label: 'Clothes' },
        { id: 'stay', label: 'A place to stay' },
        { id: 'form', label: 'Help with a form' },
      ],
    },
    { name: 'more', type: 'text', label: 'More about it', question: 'What should they know about it?' },
    { name: 'who', type: 'person', label: 'Who I ask', question: 'Who do you ask?' },
    { name: 'by', type: 'date', coming: true, label: 'By', question: 'When do you need it by?' },
    {
      name: 'state',
      type: 'choice',
      label: 'Did it come',
      question: 'Did it come?',
      options: [
        { id: 'asked', label: 'I asked' },
        { id: 'came', label: 'It came' },
        { id: 'no', label: 'It didn’t come' },
      ],
    },
  ],
  title: ['what'],
  line: ['more', 'state', 'by'],
  ended: ({ state }) => state === 'came' || state === 'no',
});
