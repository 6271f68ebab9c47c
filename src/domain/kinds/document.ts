import { defineKind } from '../kind.ts';
import { called, topic } from './common.ts';

export const document = defineKind({
  id: 'document',
  code: 20,
  group: 'papers',
  label: 'Letter or photo',
  plural: 'Letters and photos',
  add: 'A letter, photo or PDF',
  cover: 'A paper of mine',
  privacy: 'careful',
  topics: [],
  fields: [
    {
      name: 'file',
      type: 'file',
      label: 'Photo or PDF',
      question: 'Which photo or file?',
      hint: 'It stays on this phone, locked with the rest.',
    },
    {
      name: 'name',
      type: 'text',
      label: 'What it is',
      question: 'What is it?',
      hint: 'Like: hospital letter.',
    },
    { name: 'date', type: 'date', past: true, label: 'Date on it', question: 'Which date is on it?' },
    { name: 'from', type: 'text', label: 'Who wrote it', question: 'Who wrote it?' },
    { name: 'says', type: 'long', label: 'What it says', question: 'What does it say, in short?' },
    topic,
    called,
  ],
  title: ['name'],
  line: ['from', 'date'],
});
