import { defineKind } from '../kind.ts';
import { called, notSure } from './common.ts';

const groups = ['O+', 'O−', 'A+', 'A−', 'B+', 'B−', 'AB+', 'AB−'];
const idOf = (group: string): string => group.toLowerCase().replace('+', '-pos').replace('−', '-neg');

export const pregnancy = defineKind({
  id: 'pregnancy',
  code: 12,
  group: 'conditions',
  label: 'Pregnancy',
  plural: 'Pregnancy',
  add: 'A pregnancy',
  cover: 'A plan',
  privacy: 'careful',
  topics: ['sexual-health', 'children'],
  fields: [
    { name: 'due', type: 'date', coming: true, label: 'Due', question: 'What is the due date?' },
    {
      name: 'blood',
      type: 'choice',
      label: 'Blood group',
      question: 'What is your blood group?',
      options: [...groups.map(group => ({ id: idOf(group), label: group })), notSure],
    },
    { name: 'clinic', type: 'text', label: 'Clinic', question: 'Which clinic do you go to?' },
    { name: 'clinicPhone', type: 'phone', label: 'Clinic phone', question: 'What is their phone number?' },
    {
      name: 'plan',
      type: 'long',
      label: 'Treatment plan',
      question: 'What is the plan for your treatment?',
      hint: 'Like your dose now and after the birth.',
    },
    { name: 'supports', type: 'long', label: 'Who supports me', question: 'Who is there for you?' },
    called,
  ],
  title: [],
  line: ['due', 'clinic'],
  ring: [{ label: 'Clinic', name: 'clinic', phone: 'clinicPhone' }],
});
