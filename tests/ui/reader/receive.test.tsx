// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/lib/error.ts';
import { makeLink } from '../../../src/share/link.ts';
import { createSender } from '../../../src/share/moving/sender.ts';
import type { Gate, ReaderKey } from '../../../src/ui/reader/gate.ts';
import { Receive } from '../../../src/ui/reader/receive.tsx';
import receive from '../../../src/ui/words/en-AU/receive.json';
import scan from '../../../src/ui/words/en-AU/scan.json';
import { pickPhoto } from '../scanned.ts';
import { giveAlso, giveWords } from '../setup.ts';
import { jess, shareOf } from './shares.ts';

vi.mock('../../../src/scan/client.ts', async () => ({
  createScanner: (await import('../scanned.ts')).createScanner,
}));

beforeAll(() => {
  giveWords();
  giveAlso(receive);
  giveAlso(scan);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const link = (first: number, length: number) =>
  makeLink('https://a.example/r.html', new Uint8Array(length).fill(first));
const [wordsLink, keyLink, sealedLink] = [link(1, 40), link(2, 33), link(3, 99)];
const sealed = Uint8Array.from({ length: 3000 }, (_, i) => (i === 0 ? 3 : (i * 89) % 256));
const opened = { share: shareOf([jess]), id: 'a', reply: null, files: [] };

const begin = async (open: ReaderKey['open'] = async () => opened) => {
  const newKey = async () => ({
    publicKey: new Uint8Array(32),
    words: ['river', 'lamp', 'tune', 'fog'],
    open,
  });
  const readFile = async () => new Uint8Array(40).fill(1);
  const told = { onShare: vi.fn(), onWords: vi.fn(), onBack: vi.fn() };
  render(<Receive gate={{ newKey, readFile, close: () => {} } as Partial<Gate> as Gate} {...told} />);
  await screen.findByText('2. Scan their code');
  return told;
};
const bar = () => screen.queryByRole<HTMLProgressElement>('progressbar');
const said = (text: string | RegExp) => screen.findByText(text);

test('what came of a moving code stays, whatever else comes into view', async () => {
  const { onShare, onWords } = await begin(async () => Promise.reject(new AppError('other-key')));
  const sender = createSender(sealed);
  pickPhoto([sender.frame(15).text]);
  await waitFor(() => expect(bar()).not.toBeNull());
  const before = bar()!.value;
  for (const [text, slip] of [
    [keyLink, /^That is a code of a page like this one/],
    [wordsLink, /^That is another code, with 4 words.*What is here still counts\.$/],
    [sealedLink, /^This was made for another screen/],
    ['HELLO', /^This is not a Holdfast code or link/],
  ] as const) {
    pickPhoto([text]);
    await said(slip);
  }
  pickPhoto([sender.frame(15).text]);
  await waitFor(() => expect(bar()?.value).toBeGreaterThan(before));
  // A file that somebody picks is meant.
  expect(onWords).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('Open a file'), {
    target: { files: [new File(['x'], 'page.txt')] },
  });
  await waitFor(() => expect(onWords).toHaveBeenCalled());
  expect(onShare).not.toHaveBeenCalled();
});

test('all of a moving code opens; with nothing begun, one with words asks for them', async () => {
  const { onShare, onWords } = await begin();
  const sender = createSender(sealed);
  pickPhoto(Array.from({ length: sender.needed(15) }, () => sender.frame(15).text));
  await waitFor(() => expect(onShare).toHaveBeenCalledWith(opened));
  cleanup();
  const other = await begin();
  pickPhoto([wordsLink]);
  await waitFor(() => expect(other.onWords).toHaveBeenCalled());
  expect(onWords).not.toHaveBeenCalled();
});

test('two moving codes in sight: it says to keep one', async () => {
  await begin();
  pickPhoto([createSender(sealed).frame(15).text, createSender(sealed).frame(15).text]);
  expect(await said('Those are two different codes. Keep one code in view, and hold still.')).not.toBeNull();
});

test.each<[ErrorCode, string]>([
  ['stopped', 'The part that reads codes did not load'],
  ['too-old', 'This browser can’t read codes'],
])('a decoder that is %s: %s', async (code, title) => {
  await begin();
  pickPhoto(code);
  const text = (await said(title)).closest('[role=alert]')!.textContent;
  expect(text).toContain('Nothing is lost.');
  expect(text.includes('You can do without a camera.')).toBe(code === 'too-old');
});

test.each([
  ['NotReadableError', 'Another app is using the camera'],
  ['NotAllowedError', 'The camera is not allowed here'],
  ['NotFoundError', 'There is no camera here'],
])('a camera that answers %s: %s', async (name, title) => {
  const getUserMedia = async () => Promise.reject(new DOMException('', name));
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia } });
  await begin();
  fireEvent.click(screen.getByRole('button', { name: 'Turn on the camera' }));
  const text = (await said(title)).closest('[role=alert]')!.textContent;
  expect(text).toContain('Nothing is lost.');
  expect(text).toMatch(/You can do without a camera.*“Open a file”.*4 words/);
});

test.each<[ErrorCode, RegExp]>([
  ['garbled', /^It changed on its way.*Ask for it again/],
  ['cut-short', /^Some of it is missing.*Ask for it again/],
  ['too-new', /^A newer Holdfast made it.*It then has a new code, so start again at step 1/],
  ['stopped', /^Something went wrong.*start at step 1/],
  ['other-key', /^This was made for another screen/],
])('what came for this screen and is %s: %s', async (code, sentence) => {
  await begin(async () => Promise.reject(new AppError(code)));
  pickPhoto([sealedLink]);
  await said(sentence);
});
