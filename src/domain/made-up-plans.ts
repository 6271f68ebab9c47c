import { moveDay } from './date.ts';
import type { Kept } from './made-up-alex.ts';

/** Random, once: a part names the thing it stands with. */
const GOAL = '5d0c7f3f2b6e4a7c9e1f0a8b6c4d2e10';

const door = {
  want: 'A place with a door I can lock',
  why: 'So my kids can stay the night.',
  step: 'Ring housing. Ask where I am on the list.',
  later: 'Fill in the form with Dana\nAsk for a letter from Dr Osei',
  helper: 'Dana',
  block: 'They say the list is shut',
  plan: 'Ask Dana to write with me',
};

/** What Alex wants, and how it has felt: begun, rested, taken up again. */
export const goals = (today: string): Kept[] => {
  const [begun, rested, again] = [110, 75, 45].map(days => moveDay(today, { days: -days }));
  const lately = moveDay(today, { days: -10 });
  const turn = (on: string, values: Kept['values']): Kept => ({
    kind: 'goal',
    on,
    asOf: begun!,
    id: GOAL,
    values,
  });
  const dot = (on: string, values: Kept['values']): Kept => ({
    kind: 'checkin',
    privacy: 'open',
    on,
    values: { goal: GOAL, ...values },
  });
  return [
    turn(begun!, door),
    dot(begun!, { feeling: '6' }),
    turn(rested!, { ...door, state: 'rest' }),
    turn(again!, door),
    dot(again!, { feeling: '3', note: 'Form went missing. Did it again.' }),
    dot(lately, { feeling: '5', note: 'Dana came to the office with me.' }),
    turn(lately, door),
  ];
};

/** Where Alex has to be, where they want to go, and what they asked for. */
export const plans = (today: string): Kept[] => {
  const lately = moveDay(today, { days: -4 });
  return [
    {
      kind: 'appointment',
      on: lately,
      values: {
        with: 'Dr Osei',
        when: `${moveDay(today, { days: 3 })}T10:30`,
        where: 'Ainslie Street clinic',
        how: 'lift',
        lift: 'Dana drives. She comes at 10.',
        bring: ['medicare', 'script'],
        say: 'My script runs out soon.',
      },
    },
    {
      kind: 'referral',
      on: lately,
      values: { to: 'Creek Road art group', for: 'Company', intro: 'Dana', state: 'asked' },
    },
    { kind: 'help', on: lately, values: { what: 'credit', who: 'Creek Road hub', state: 'asked' } },
  ];
};
