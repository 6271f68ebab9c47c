import { defineKind } from '../kind.ts';

export const need = defineKind({
  id: 'need',
  code: 3,
  group: 'about',
  label: 'What I need today',
  plural: 'What I need today',
  add: 'What I need today',
  cover: 'What I need today',
  privacy: 'open',
  topics: [],
  single: true,
  fields: [
    {
      name: 'need',
      type: 'long',
      label: 'I need',
      question: 'What do you need most today?',
      hint: 'One thing is enough.',
    },
    {
      name: 'also',
      type: 'long',
      label: 'If there is time',
      question: 'What else, if there is time?',
    },
    {
      name: 'not',
      type: 'long',
      label: 'Not today',
      question: 'What do you not want to do today?',
    },
    { name: 'with', type: 'text', label: 'With me', question: 'Who is with you?' },
  ],
  title: [],
  line: ['need'],
});
