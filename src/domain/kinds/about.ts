import { defineKind } from '../kind.ts';

export const about = defineKind({
  id: 'about',
  code: 1,
  group: 'about',
  label: 'About me',
  plural: 'About me',
  add: 'My name and birth date',
  cover: 'About me',
  privacy: 'open',
  topics: [],
  single: true,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      question: 'What is your full name?',
      hint: 'As it is on your Medicare card, if you have one.',
    },
    {
      name: 'callMe',
      type: 'text',
      label: 'Call me',
      question: 'What should people call you?',
    },
    {
      name: 'pronouns',
      type: 'choice',
      own: true,
      label: 'Pronouns',
      question: 'Which words should people use for you?',
      options: [
        { id: 'he', label: 'He/him' },
        { id: 'she', label: 'She/her' },
        { id: 'they', label: 'They/them' },
      ],
    },
    { name: 'born', type: 'date', past: true, label: 'Born', question: 'When were you born?' },
    {
      name: 'phone',
      type: 'phone',
      label: 'My phone',
      question: 'What is your phone number?',
      hint: 'Skip it if it is not safe to ring you.',
    },
  ],
  title: ['name', 'callMe'],
  line: ['callMe', 'pronouns', 'born'],
});
