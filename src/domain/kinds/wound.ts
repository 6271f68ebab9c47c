import { defineKind } from '../kind.ts';
import { called, yesNo } from './common.ts';

export const wound = defineKind({
  id: 'wound',
  code: 10,
  group: 'conditions',
  label: 'Veins and wounds',
  plural: 'Veins and wounds',
  add: 'A wound, or my veins',
  cover: 'Skin care',
  privacy: 'careful',
  topics: ['drugs'],
  fields: [
    {
      name: 'site',
      type: 'text',
      label: 'Where',
      question: 'Where on your body is it?',
      hint: 'Like the left arm.',
    },
    { name: 'since', type: 'date', past: true, label: 'Since', question: 'Since when?' },
    { name: 'dressing', type: 'text', label: 'Dressing', question: 'What is on it, and how often?' },
    {
      name: 'signs',
      type: 'long',
      label: 'Signs to watch for',
      question: 'Which signs were you told to watch for?',
    },
    { name: 'vein', type: 'text', label: 'Best vein', question: 'Which vein works best for a blood test?' },
    {
      name: 'ultrasound',
      type: 'choice',
      label: 'Use ultrasound',
      question: 'Should they use ultrasound to find a vein?',
      options: yesNo,
    },
    {
      name: 'photo',
      type: 'file',
      label: 'Photo',
      question: 'Do you want to add a photo?',
      hint: 'You can skip this.',
    },
    called,
  ],
  title: [],
  line: ['site', 'dressing', 'since'],
});
