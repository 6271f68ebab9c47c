import { goTo, openMadeUp } from '../support/person.ts';
import { heading, type Journey, press } from './journey.ts';

const card = 'BEGIN:VCARD\nFN:Sam Lee\nTITLE:Peer worker\nTEL;CELL:0491 570 156\nEND:VCARD';
const smart = `shc:/${'56762909524320603460292437404460'.repeat(30)}`;
const address = `https://viewer.example/${'a-long-way-to-go/'.repeat(12)}`;

/** What someone pasted, as the review shows it: a contact, a health card that can't be read yet, a web address. */
export const scanning: Journey = {
  name: 'scanning',
  screens: [
    {
      name: 'paste',
      go: async page => {
        await openMadeUp(page);
        await goTo(page, 'People');
        await press(page, /^Scan or paste/);
        await heading(page, 'Scan or paste');
      },
    },
    {
      name: 'paste-nothing',
      go: async page => {
        await press(page, 'Go on');
        await page.getByText('There are no words yet').waitFor();
      },
    },
    ...(Object.entries({ card, smart, address }).map(([name, text], at) => ({
      name: `review-${name}`,
      go: async page => {
        if (at > 0) await press(page, /^Back/);
        if (at > 0) await press(page, /^Scan or paste/);
        await page.getByLabel('Paste or type it here').fill(text);
        await press(page, 'Go on');
        await heading(page, 'One change to look at');
      },
    })) satisfies Journey['screens']),
  ],
};
