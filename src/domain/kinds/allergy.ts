import { defineKind } from '../kind.ts';
import { yesNo } from './common.ts';

export const allergy = defineKind({
  id: 'allergy',
  code: 4,
  group: 'allergies',
  label: 'Allergy',
  plural: 'Allergies',
  add: 'Something I react to',
  cover: 'An allergy',
  privacy: 'open',
  topics: [],
  none: 'I have no allergies',
  fields: [
    {
      name: 'to',
      type: 'text',
      label: 'Allergy to',
      question: 'What are you allergic to?',
      hint: 'A medicine, a food, a dressing.',
    },
    {
      name: 'happens',
      type: 'text',
      label: 'What happens',
      question: 'What happens to you?',
      hint: 'Like a rash, or I can’t breathe.',
    },
    {
      name: 'hospital',
      type: 'choice',
      label: 'Needed hospital',
      question: 'Did you ever need hospital for it?',
      options: yesNo,
    },
    {
      name: 'last',
      type: 'date',
      past: true,
      label: 'Last time',
      question: 'When did it last happen?',
      hint: 'A year is enough.',
    },
    { name: 'code', type: 'code', hidden: true, label: 'Code', question: 'Code' },
  ],
  title: ['to'],
  line: ['happens'],
});
