import { defineKind } from '../kind.ts';

/** How a goal felt on a day. An item of its own, so that two added in two places never stand against each other. */
export const checkin = defineKind({
  id: 'checkin',
  code: 22,
  group: 'goals',
  label: 'Dot',
  plural: 'Dots',
  add: 'How it feels now',
  cover: 'A dot',
  privacy: 'open',
  topics: [],
  partOf: 'goal',
  fields: [
    { name: 'goal', type: 'text', hidden: true, neverShared: true, label: 'Goal', question: 'Which goal?' },
    {
      name: 'feeling',
      type: 'choice',
      label: 'How it felt',
      question: 'How near does it feel?',
      hint: '0 is far off. 10 is there. You can skip this.',
      options: Array.from({ length: 11 }, (_, n) => ({ id: String(n), label: String(n) })),
    },
    { name: 'note', type: 'long', label: 'Note', question: 'What do you want to write about it?' },
  ],
  title: ['note'],
  line: ['feeling'],
});
