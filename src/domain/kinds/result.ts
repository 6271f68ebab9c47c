import { defineKind } from '../kind.ts';
import { called, topic } from './common.ts';

export const result = defineKind({
  id: 'result',
  code: 17,
  group: 'tests',
  label: 'Test',
  plural: 'Tests',
  add: 'A test I had',
  cover: 'A test',
  privacy: 'careful',
  topics: [],
  fields: [
    { name: 'name', type: 'text', label: 'Test', question: 'Which test was it?' },
    { name: 'value', type: 'text', label: 'Result', question: 'What did it say?' },
    { name: 'date', type: 'date', past: true, label: 'Done on', question: 'When was it done?' },
    {
      name: 'means',
      type: 'long',
      label: 'What I was told',
      question: 'What were you told it means?',
    },
    { name: 'where', type: 'text', label: 'Where', question: 'Where was it done?' },
    { name: 'next', type: 'date', coming: true, label: 'Next one', question: 'When is the next one?' },
    { name: 'code', type: 'code', hidden: true, label: 'Code', question: 'Code' },
    topic,
    called,
  ],
  title: ['name'],
  line: ['value', 'date'],
});
