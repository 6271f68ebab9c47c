import { defineKind, type Field } from '../kind.ts';
import { called, topic } from './common.ts';

/** A day to look in, once it is over. The person picks it on the thing's own screen, or types it here. */
const lookIn = (name: string, label: string, question: string): Field => ({
  name,
  type: 'date',
  coming: 'after',
  neverShared: true,
  label,
  question,
  when: ({ state }) => state === 'over',
});

/**
 * Home and life, and not wellbeing: it may be a lost room as well as a low mood, and nobody sorts it. Careful, and
 * left out with what is about mental health, because it may tell of that.
 */
export const hardtime = defineKind({
  id: 'hardtime',
  code: 26,
  group: 'life',
  label: 'Hard time',
  plural: 'Hard times',
  add: 'A hard time',
  cover: 'How things are',
  privacy: 'careful',
  topics: ['mental-health'],
  fields: [
    {
      name: 'what',
      type: 'text',
      label: 'What is going on',
      question: 'What is going on?',
      hint: 'A few words are enough.',
    },
    { name: 'since', type: 'date', past: true, label: 'Since', question: 'Since when?' },
    { name: 'helps', type: 'long', label: 'What helps', question: 'What helps you through it?' },
    { name: 'who', type: 'person', label: 'Who is with me', question: 'Who is with you in it?' },
    {
      name: 'state',
      type: 'choice',
      set: true,
      label: 'How it stands',
      question: 'How does it stand?',
      options: [{ id: 'over', label: 'it is over' }],
    },
    lookIn('look', 'Look in', 'On which day do you want to look in?'),
    lookIn('lookAgain', 'Look in again', 'On which day after that?'),
    lookIn('lookLast', 'And once more', 'And once more?'),
    called,
    topic,
  ],
  title: ['what'],
  line: ['state'],
  ended: ({ state }) => state === 'over',
});
