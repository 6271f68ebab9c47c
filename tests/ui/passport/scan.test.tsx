// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Book } from '../../../src/app/book.ts';
import { memoryRecords } from '../../../src/app/records.ts';
import { Session } from '../../../src/app/session.ts';
import { Sharing } from '../../../src/app/sharing.ts';
import { createLocalCrypto } from '../../../src/crypto/local.ts';
import { makeLink } from '../../../src/share/link.ts';
import { createSender } from '../../../src/share/moving/sender.ts';
import { type App, AppContext } from '../../../src/ui/passport/context.ts';
import { Router } from '../../../src/ui/passport/router.ts';
import type { Route } from '../../../src/ui/passport/routes.ts';
import { Scan } from '../../../src/ui/passport/scan/scan.tsx';
import scan from '../../../src/ui/words/en-AU/scan.json';
import { pickPhoto } from '../scanned.ts';
import { giveAlso, giveWords } from '../setup.ts';

vi.mock('../../../src/scan/client.ts', async () => ({
  createScanner: (await import('../scanned.ts')).createScanner,
}));

beforeAll(() => {
  giveWords();
  giveAlso(scan);
});
afterEach(cleanup);

const begin = () => {
  const session = new Session();
  const book = new Book(memoryRecords(), session.clock);
  const app: App = {
    ...{ session, book, helping: null, madeUp: false, said: signal(null) },
    router: new Router<Route>({ name: 'scan' }),
    sharing: new Sharing(book, createLocalCrypto(), 'https://h.example/r.html', session.clock),
    say: () => undefined,
    home: () => undefined,
    hide: () => undefined,
  };
  render(
    <AppContext.Provider value={app}>
      <Scan />
    </AppContext.Provider>,
  );
};
const link = (first: number, length: number) =>
  makeLink('https://a.example/r.html', new Uint8Array(length).fill(first));
const frames = (message: Uint8Array) => {
  const sender = createSender(message);
  return Array.from({ length: sender.needed(15) }, () => sender.frame(15).text);
};
const paste = (text: string) => {
  fireEvent.input(screen.getByLabelText('Paste or type it here'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
};
const said = (text: string) => screen.findByText(text);
const bar = () => screen.queryByRole<HTMLProgressElement>('progressbar');

test.each([
  ['is none of ours', 0, 3000, 'This Holdfast code is broken'],
  ['is cut short', 5, 300, 'This Holdfast code is broken'],
  ['is of a later Holdfast', 9, 3000, 'A newer Holdfast made this'],
])('a moving code that %s is said to be what it is', async (_, first, length, title) => {
  begin();
  pickPhoto(frames(new Uint8Array(length).fill(first)));
  await said(title);
});

test('a still code of ours that is broken says so', async () => {
  begin();
  pickPhoto([link(1, 40).slice(0, -30)]);
  await said('This Holdfast code is broken');
});

test('what came of a moving code stays, whatever else is scanned, pasted or in sight', async () => {
  begin();
  const all = frames(new Uint8Array(5000).fill(3));
  pickPhoto(all.slice(0, 1));
  await waitFor(() => expect(bar()).not.toBeNull());
  const before = bar()!.value;
  pickPhoto([link(2, 33)]);
  await said('This is the code on their screen');
  paste(link(3, 99));
  await said('This is for another screen');
  pickPhoto(frames(new Uint8Array(5000).fill(4)).slice(0, 1));
  await said('Those are two different codes');
  pickPhoto(all.slice(1, 2));
  await waitFor(() => expect(bar()?.value).toBeGreaterThan(before));
});
