import { defineKind } from '../kind.ts';
import { called, notSure, topic } from './common.ts';

/** Careful by default: a condition's name alone can lead to being judged, and we can't tell which one will. */
export const condition = defineKind({
  id: 'condition',
  code: 6,
  group: 'conditions',
  label: 'Condition',
  plural: 'Conditions',
  add: 'A health condition',
  cover: 'A condition',
  privacy: 'careful',
  topics: [],
  none: 'I have no health conditions',
  fields: [
    { name: 'name', type: 'text', label: 'Condition', question: 'What is it called?' },
    {
      name: 'now',
      type: 'choice',
      label: 'How it is now',
      question: 'How is it now?',
      options: [
        { id: 'now', label: 'I have it now' },
        { id: 'on-off', label: 'It comes and goes' },
        { id: 'over', label: 'I had it before' },
        notSure,
      ],
    },
    {
      name: 'treatment',
      type: 'text',
      label: 'What is done for it',
      question: 'What is being done for it?',
    },
    {
      name: 'since',
      type: 'date',
      past: true,
      label: 'Since',
      question: 'Since when?',
      hint: 'A year is enough.',
    },
    { name: 'by', type: 'text', label: 'Who looks after it', question: 'Who looks after it with you?' },
    { name: 'code', type: 'code', hidden: true, label: 'Code', question: 'Code' },
    topic,
    called,
  ],
  title: ['name'],
  line: ['treatment', 'now', 'since'],
});
