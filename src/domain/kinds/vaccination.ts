import { defineKind } from '../kind.ts';

export const vaccination = defineKind({
  id: 'vaccination',
  code: 16,
  group: 'tests',
  label: 'Vaccine',
  plural: 'Vaccines',
  add: 'A vaccine I had',
  cover: 'A vaccine',
  privacy: 'open',
  topics: [],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Vaccine',
      question: 'What was it for?',
      hint: 'Like flu, or hep B.',
    },
    { name: 'date', type: 'date', past: true, label: 'Had on', question: 'When did you have it?' },
    { name: 'dose', type: 'text', label: 'Which one', question: 'Which one was it?', hint: 'Like 2 of 3.' },
    { name: 'where', type: 'text', label: 'Where', question: 'Where did you have it?' },
    { name: 'next', type: 'date', coming: true, label: 'Next one', question: 'When is the next one?' },
    { name: 'batch', type: 'text', hidden: true, label: 'Batch', question: 'Batch' },
    { name: 'code', type: 'code', hidden: true, label: 'Code', question: 'Code' },
  ],
  title: ['name'],
  line: ['dose', 'date'],
});
