import { defineKind } from '../kind.ts';
import { called, notSure } from './common.ts';

/** A pointer to a paper under the ACT Mental Health Act 2015, ss 26–27. The app is never the legal document. */
export const advance = defineKind({
  id: 'advance',
  code: 15,
  group: 'papers',
  label: 'Advance agreement',
  plural: 'Advance agreements',
  add: 'An advance agreement or direction',
  cover: 'A paper of mine',
  privacy: 'careful',
  topics: ['mental-health'],
  check: { title: 'This is a copy. It is not the legal paper.', text: 'Ask to see the signed one.' },
  fields: [
    {
      name: 'type',
      type: 'choice',
      own: true,
      label: 'Paper',
      question: 'Which paper is it?',
      options: [
        { id: 'agreement', label: 'Advance agreement' },
        { id: 'consent', label: 'Advance consent direction' },
        notSure,
      ],
    },
    { name: 'date', type: 'date', past: true, label: 'Signed on', question: 'When was it signed?' },
    { name: 'where', type: 'text', label: 'Where it is', question: 'Where is the signed one?' },
    { name: 'holds', type: 'text', label: 'Who has a copy', question: 'Who else has a copy?' },
    { name: 'says', type: 'long', label: 'What it says', question: 'What does it say, in short?' },
    { name: 'file', type: 'file', label: 'Copy', question: 'Do you want to add a photo or file of it?' },
    called,
  ],
  title: ['type'],
  line: ['where', 'date'],
});
