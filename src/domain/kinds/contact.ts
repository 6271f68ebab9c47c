import { defineKind } from '../kind.ts';
import { topic } from './common.ts';

export const contact = defineKind({
  id: 'contact',
  code: 18,
  group: 'people',
  label: 'Person or service',
  plural: 'People and services',
  add: 'Someone who helps me',
  cover: 'Someone I know',
  privacy: 'open',
  topics: [],
  fields: [
    { name: 'name', type: 'text', label: 'Name', question: 'Who is it?', hint: 'A person or a place.' },
    {
      name: 'does',
      type: 'text',
      label: 'What they do',
      question: 'What do they do for you?',
      hint: 'Like: my peer worker.',
    },
    { name: 'phone', type: 'phone', label: 'Phone', question: 'What is their phone number?' },
    {
      name: 'reach',
      type: 'text',
      label: 'Safe way and time',
      question: 'What is a safe way and time to reach them?',
    },
    { name: 'place', type: 'text', label: 'Where', question: 'Where are they?' },
    {
      name: 'private',
      type: 'long',
      label: 'Only for me',
      question: 'Anything only you should see?',
      hint: 'This line never leaves your phone in a share.',
      neverShared: true,
    },
    topic,
    { name: 'hours', type: 'text', label: 'Hours', question: 'When are they there?' },
    { name: 'met', type: 'person', label: 'Introduced by', question: 'Who introduced you?' },
    {
      name: 'talk',
      type: 'choice',
      label: 'May talk about me',
      question: 'May the people who help you talk with them about you?',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'ask', label: 'Ask me first' },
        { id: 'no', label: 'No' },
      ],
    },
  ],
  title: ['name'],
  line: ['does', 'place'],
  ring: [{ label: 'Support', name: 'name', phone: 'phone' }],
});
