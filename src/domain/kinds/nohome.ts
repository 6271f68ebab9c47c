import { defineKind } from '../kind.ts';
import { called } from './common.ts';

export const nohome = defineKind({
  id: 'nohome',
  code: 14,
  group: 'life',
  label: 'No fixed home',
  plural: 'No fixed home',
  add: 'Where to reach me, mail and ID',
  cover: 'How to reach me',
  privacy: 'careful',
  topics: [],
  single: true,
  fields: [
    {
      name: 'reach',
      type: 'long',
      label: 'Safe way to reach me',
      question: 'What is a safe way to reach you?',
      hint: 'Who to ask, where and when.',
    },
    { name: 'mail', type: 'long', label: 'Mail to', question: 'Where can mail go?' },
    {
      name: 'ids',
      type: 'choices',
      own: true,
      label: 'ID I have',
      question: 'Which ID do you have now?',
      options: [
        { id: 'medicare', label: 'Medicare card' },
        { id: 'concession', label: 'Health care card' },
        { id: 'birth', label: 'Birth certificate' },
        { id: 'licence', label: 'Driver licence' },
        { id: 'age', label: 'Proof of age card' },
        { id: 'passport', label: 'Passport' },
        { id: 'bank', label: 'Bank card' },
      ],
    },
    { name: 'storage', type: 'text', label: 'My things are at', question: 'Where are your things kept?' },
    {
      name: 'centrelink',
      type: 'text',
      label: 'Centrelink number',
      question: 'What is your Centrelink number?',
    },
    { name: 'housing', type: 'text', label: 'Housing number', question: 'What is your housing number?' },
    called,
  ],
  title: [],
  line: ['reach'],
});
