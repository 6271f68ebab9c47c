import { defineKind } from '../kind.ts';
import { yesNo } from './common.ts';

export const talk = defineKind({
  id: 'talk',
  code: 2,
  group: 'about',
  label: 'How to talk with me',
  plural: 'How to talk with me',
  add: 'How to talk with me',
  cover: 'How to talk with me',
  privacy: 'open',
  topics: [],
  single: true,
  fields: [
    {
      name: 'helps',
      type: 'long',
      label: 'What helps me',
      question: 'What helps when people talk with you?',
      hint: 'Like: tell me what you will do first.',
    },
    {
      name: 'harms',
      type: 'long',
      label: 'What does not help',
      question: 'What makes it harder?',
    },
    {
      name: 'language',
      type: 'choice',
      own: true,
      label: 'My language',
      question: 'Which language is best for you?',
      options: [
        { id: 'en', label: 'English' },
        { id: 'ar', label: 'Arabic' },
        { id: 'zh', label: 'Mandarin' },
        { id: 'vi', label: 'Vietnamese' },
        { id: 'auslan', label: 'Auslan' },
      ],
    },
    {
      name: 'interpreter',
      type: 'choice',
      label: 'Interpreter',
      question: 'Do you want an interpreter?',
      options: yesNo,
    },
    {
      name: 'ways',
      type: 'choices',
      own: true,
      label: 'Best ways to tell me',
      question: 'How should they tell you things?',
      options: [
        { id: 'slow', label: 'Go slowly' },
        { id: 'written', label: 'Write it down' },
        { id: 'aloud', label: 'Read it to me' },
        { id: 'large', label: 'Use big print' },
        { id: 'face', label: 'Face me, I lip read' },
        { id: 'someone', label: 'With my support person' },
      ],
    },
  ],
  title: [],
  line: ['helps'],
});
