import type { Page } from '@playwright/test';
import { deflateSync } from 'fflate';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Field } from '../../src/domain/kind.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Share, SharedItem } from '../../src/domain/share.ts';
import { concat, randomBytes } from '../../src/lib/bytes.ts';
import { bytesToDigits } from '../../src/lib/digits.ts';
import { encodeShare } from '../../src/share/envelope.ts';
import { leaves } from '../../src/share/fields.ts';
import { writeShare } from '../../src/share/layout.ts';
import { headOf } from '../../src/share/link.ts';
import { LAST_TYPE } from '../../src/share/message.ts';
import { Sink } from '../../src/share/sink.ts';
import { wordsSecret } from '../../src/share/words.ts';
import { expect, test } from '../e2e/support/network.ts';

// What decoding refuses is held to bytes in tests/share. Here: what someone who opens such a link is told, in the
// page itself, with nothing of a share shown before all of it is known to be good.

const WORDS = ['acid', 'acorn', 'acre', 'acts'];
const now = Math.floor(Date.now() / 60_000);
const SECRET = 'Warfarin';

const share = (items: readonly SharedItem[], why = ''): Share => ({
  purpose: 'gp',
  made: now,
  expires: now + 60,
  why,
  items,
});
const plain = share([
  { kind: 'medicine', source: { type: 'me' }, asOf: '2026-02-02', values: { name: SECRET } },
]);

/** Any bytes sealed as a share is, so that hostile ones get past the words. */
async function linkOf(envelope: Uint8Array): Promise<string> {
  const head = headOf(randomBytes(16));
  const { sealed } = await createLocalCrypto().sealWithSecret(
    wordsSecret(WORDS),
    head.subarray(1),
    envelope,
    head,
  );
  return `r.html#${bytesToDigits(concat(head, sealed))}`;
}

async function type(page: Page, words: readonly string[]): Promise<void> {
  const fields = page.getByRole('textbox');
  for (const [at, word] of words.entries()) await fields.nth(at).fill(word.slice(0, 3));
}

/** A share whose text is one packed stream, which may stand for anything. */
function withStream(text: Uint8Array): Uint8Array {
  const sink = new Sink();
  sink.bits.bits(1, 4);
  sink.bits.bits(2, 2);
  writeShare(sink, plain);
  return concat(sink.bits.bytes(), deflateSync(text, { level: 9 }));
}

test.beforeEach(({ page }) => {
  page.on('pageerror', error => {
    throw error;
  });
});

test('a link that is no good is refused in a sentence', async ({ page }) => {
  const link = await linkOf(encodeShare(plain));
  const digits = link.replace('r.html#', '');
  const refused: [fragment: string, sentence: string][] = [
    ['abc', 'This is not a Holdfast code or link.'],
    ['<img src=x onerror=alert(1)>', 'This is not a Holdfast code or link.'],
    ['shc:/5676290952432060346029243740', 'This is not a Holdfast code or link.'],
    ['__proto__', 'This is not a Holdfast code or link.'],
    [`${digits.slice(0, 100)}٣${digits.slice(100)}`, 'This is not a Holdfast code or link.'],
    [digits.slice(0, 60), 'Some of the link is missing.'],
    [`${digits.slice(0, 53)}${'9'.repeat(53)}${digits.slice(106)}`, 'The link has changed on its way.'],
    [bytesToDigits(Uint8Array.of(LAST_TYPE + 1, ...new Uint8Array(60))), 'It was made by a newer Holdfast.'],
    ['1'.repeat(700_000), 'There is more in it than a code can hold.'],
  ];
  for (const [fragment, sentence] of refused) {
    await page.goto(`r.html#${fragment}`);
    await expect(page.getByRole('alert'), fragment.slice(0, 40)).toContainText(sentence);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('');
  }
  // And back to a good one, by hand.
  await page.getByRole('button', { name: 'Try another link' }).click();
  await page.getByRole('textbox').fill('https://example.org/');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('This is not a Holdfast code or link.')).toBeVisible();
  await page.getByRole('textbox').fill(`https://example.org/${link}`);
  await page.getByRole('button', { name: 'Go on' }).click();

  await type(page, WORDS.toReversed());
  await expect(page.getByRole('alert')).toContainText('Those words do not open it.');
  await expect(page.getByText(SECRET)).toHaveCount(0);
  await type(page, WORDS);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText(SECRET).first()).toBeVisible();
});

test('a share that is no good shows nothing of itself', async ({ page }) => {
  const good = encodeShare(plain);
  const hostile: [name: string, envelope: Uint8Array, sentence: string][] = [
    ['a bomb', withStream(new Uint8Array(50_000_000)), 'The link has changed on its way.'],
    ['a later version', good.with(0, (good[0]! & 0x0f) | 0x30), 'It was made by a newer Holdfast.'],
    ['half of it', good.slice(0, good.length >> 1), 'The link has changed on its way.'],
    ['more than it', concat(good, new Uint8Array(40)), 'The link has changed on its way.'],
  ];
  for (const [name, envelope, sentence] of hostile) {
    await page.goto(await linkOf(envelope));
    await type(page, WORDS);
    await expect(page.getByRole('alert'), name).toContainText(sentence);
    await expect(page.getByText(SECRET)).toHaveCount(0);
  }
});

const TRICK = '<img src=x onerror="document.title=1">\u202egnp\u200b&lt;b&gt;';
const SHOWN = '<img src=x onerror="document.title=1">‹U+202E›gnp‹U+200B›&lt;b&gt;';

const tricked = (field: Field): string | string[] =>
  field.type === 'choice' || field.type === 'choices' ? (field.own ? TRICK : field.options[0]!.id) : TRICK;

test('markup and unseen characters in any field show as what they are', async ({ page }) => {
  const items = kinds.map(
    (kind): SharedItem => ({
      kind: kind.id,
      source: { type: 'provider', name: TRICK, checkedBy: TRICK, checkedOn: TRICK },
      asOf: TRICK,
      values: Object.fromEntries(
        kind.fields
          .filter(field => leaves(field))
          .map(field => {
            const value = tricked(field);
            return [field.name, field.type === 'choices' ? [value].flat() : value];
          }),
      ),
    }),
  );
  await page.goto(await linkOf(encodeShare(share(items, TRICK))));
  await type(page, WORDS);
  await expect(page.getByText(SHOWN).first()).toBeVisible();
  const text = await page.locator('body').innerText();
  expect(/[\u202e\u200b]/.test(text)).toBe(false);
  expect(await page.locator('img, [onerror]').count()).toBe(0);
  await expect(page).toHaveTitle('Shared page');
  expect(text.split(SHOWN).length).toBeGreaterThan(kinds.length * 3);
  // No link leads anywhere but to the dialler, and none of these is a number.
  expect(
    await page.locator('a[href]').evaluateAll(links => links.map(link => link.getAttribute('href'))),
  ).toEqual([]);
});
