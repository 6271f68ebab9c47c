import { defineKind } from '../kind.ts';
import { called, topic } from './common.ts';

export const referral = defineKind({
  id: 'referral',
  code: 24,
  group: 'plans',
  label: 'Somewhere new',
  plural: 'Somewhere new',
  add: 'Somewhere new I want to go',
  cover: 'Somewhere new',
  privacy: 'open',
  topics: [],
  fields: [
    { name: 'to', type: 'person', label: 'Where to', question: 'Where, or who, do you want to go to?' },
    { name: 'for', type: 'text', label: 'What for', question: 'What is it for?' },
    {
      name: 'intro',
      type: 'person',
      label: 'Who introduces me',
      question: 'Who can introduce you, or come along?',
    },
    {
      name: 'told',
      type: 'long',
      neverShared: true,
      label: 'They may be told',
      question: 'What may they be told about you?',
      hint: 'Only what you want. It is for you and whoever introduces you.',
    },
    {
      name: 'state',
      type: 'choice',
      label: 'How far it is',
      question: 'How far is it?',
      options: [
        { id: 'thinking', label: 'I think about it' },
        { id: 'asked', label: 'Asked' },
        { id: 'booked', label: 'Booked' },
        { id: 'went', label: 'I went' },
        { id: 'no', label: 'It didn’t happen' },
      ],
    },
    {
      name: 'next',
      type: 'long',
      label: 'What would make it work',
      question: 'What would make it work next time?',
      when: ({ state }) => state === 'no',
    },
    called,
    topic,
  ],
  title: ['to'],
  line: ['for', 'state'],
  ended: ({ state }) => state === 'went',
});
