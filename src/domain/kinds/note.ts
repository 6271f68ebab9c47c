import { defineKind } from '../kind.ts';
import { called, topic } from './common.ts';

export const note = defineKind({
  id: 'note',
  code: 19,
  group: 'papers',
  label: 'Note',
  plural: 'Notes',
  add: 'A note',
  cover: 'A note',
  privacy: 'careful',
  topics: [],
  fields: [
    { name: 'name', type: 'text', label: 'Name', question: 'What is it about?' },
    { name: 'text', type: 'long', label: 'Note', question: 'What do you want to keep?' },
    topic,
    called,
  ],
  title: ['name'],
  line: ['text'],
});
