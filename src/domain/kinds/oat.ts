import type { Values } from '../item.ts';
import { defineKind } from '../kind.ts';
import { called, notSure } from './common.ts';

const taken = ['methadone', 'buprenorphine', 'buprenorphine-naloxone'];
const injected = ['weekly', 'monthly'];
const mayBeInjected = (values: Values): boolean => !taken.includes(String(values.medicine ?? ''));
const mayBeTaken = (values: Values): boolean => !injected.includes(String(values.medicine ?? ''));

/** Opioid treatment: a pointer for whoever checks, never proof of a dose. */
export const oat = defineKind({
  id: 'oat',
  code: 7,
  group: 'treatment',
  label: 'Opioid treatment',
  plural: 'Opioid treatment',
  add: 'My opioid treatment',
  cover: 'My treatment',
  privacy: 'careful',
  topics: ['drugs'],
  single: true,
  check: {
    title: 'To help you check. Not proof of a dose.',
    text: 'Ring the dosing point first.',
    phone: 'pointPhone',
  },
  aside: 'Prescribers and pharmacists can see this script in Canberra Script. You can’t turn that off.',
  fields: [
    {
      name: 'medicine',
      type: 'choice',
      own: true,
      label: 'Medicine',
      question: 'Which one are you on?',
      options: [
        { id: 'methadone', label: 'Methadone liquid' },
        { id: 'buprenorphine', label: 'Buprenorphine under the tongue' },
        { id: 'buprenorphine-naloxone', label: 'Buprenorphine with naloxone under the tongue' },
        { id: 'weekly', label: 'Weekly buprenorphine injection' },
        { id: 'monthly', label: 'Monthly buprenorphine injection' },
        notSure,
      ],
    },
    {
      name: 'dose',
      type: 'amount',
      unit: 'mg',
      label: 'Dose',
      question: 'How much is one dose?',
      hint: 'It is on the label, or ask your dosing point.',
    },
    {
      name: 'often',
      type: 'choice',
      own: true,
      label: 'How often',
      question: 'How often do you have it?',
      options: [
        { id: 'day', label: 'every day' },
        { id: 'two-days', label: 'every second day' },
        { id: 'week', label: 'every week' },
        { id: 'month', label: 'every month' },
      ],
    },
    { name: 'last', type: 'time', past: true, label: 'Last dose', question: 'When was the last one?' },
    {
      name: 'lastBy',
      type: 'text',
      label: 'Who gave it',
      question: 'Who gave you the last one?',
      hint: 'The person or the place.',
    },
    {
      name: 'takeaways',
      type: 'text',
      label: 'Takeaways',
      question: 'Which days are takeaways?',
      when: mayBeTaken,
    },
    {
      name: 'missed',
      type: 'text',
      label: 'Missed days',
      question: 'Did you miss any days?',
      hint: 'Tell them too. It helps them plan the next one.',
    },
    {
      name: 'scriptEnds',
      type: 'date',
      coming: true,
      label: 'Script runs out',
      question: 'When does your script run out?',
    },
    {
      name: 'nextInjection',
      type: 'date',
      coming: true,
      label: 'Next injection',
      question: 'When is your next injection?',
      when: mayBeInjected,
    },
    { name: 'point', type: 'text', label: 'Dosing point', question: 'Where do you get your dose?' },
    {
      name: 'pointPhone',
      type: 'phone',
      label: 'Dosing point phone',
      question: 'What is their phone number?',
    },
    {
      name: 'pointHours',
      type: 'text',
      label: 'Dosing point hours',
      question: 'When are they open?',
      hint: 'Like: to 7 pm.',
    },
    { name: 'prescriber', type: 'text', label: 'Prescriber', question: 'Who writes your script?' },
    {
      name: 'prescriberPhone',
      type: 'phone',
      label: 'Prescriber phone',
      question: 'What is their phone number?',
    },
    {
      name: 'prescriberPlace',
      type: 'text',
      label: 'Prescriber’s clinic',
      question: 'Which clinic are they at?',
    },
    {
      name: 'since',
      type: 'date',
      past: true,
      label: 'Since',
      question: 'Since when?',
      hint: 'A year is enough.',
    },
    called,
  ],
  title: ['medicine'],
  line: ['dose', 'often'],
  ring: [
    { label: 'Dosing point', name: 'point', phone: 'pointPhone', more: 'pointHours' },
    { label: 'Prescriber', name: 'prescriber', phone: 'prescriberPhone', more: 'prescriberPlace' },
  ],
});
