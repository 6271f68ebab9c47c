import { expect, type Page } from '@playwright/test';
import { kinds } from '../../../src/domain/kinds.ts';
import { fromUtf8 } from '../../../src/lib/bytes.ts';
import { answerOne, beginAdding, goTo, save } from '../../e2e/support/person.ts';

/** Answers every question of the form that takes words, and says how many there were. */
const fillAll = (page: Page, secret: string): Promise<number> =>
  page.getByRole('main').evaluate((main, secret) => {
    const fields = main.querySelectorAll<HTMLInputElement>('form :is([type=text], [type=tel], textarea)');
    for (const field of fields) {
      // The field's own setter: the page hears of it as it hears of a key.
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!;
      set!.call(field, secret);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return fields.length;
  }, secret);

/** A PDF with the secret in its bytes, as it is kept. */
async function pick(page: Page, secret: string): Promise<void> {
  const buffer = Buffer.from(`%PDF-1.1\n% ${secret}\n%%EOF`);
  const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Take it out' })).toBeVisible();
}

/** One thing of every kind, with the secret in every field that takes words and in a PDF, and a draft of it. */
export async function keepEverywhere(page: Page, secret: string): Promise<void> {
  let filled = 0;
  for (const kind of kinds.filter(one => !one.partOf)) {
    await beginAdding(page, kind.add);
    for (const own of await page
      .getByRole('main')
      .getByRole('radio', { name: /own words$/i })
      .all()) {
      await own.check();
    }
    // What is asked only where it came to nothing.
    if (kind.id === 'referral') await answerOne(page, 'How far is it?', 'It didn’t happen');
    // Twice, since an answer may bring up another question.
    await fillAll(page, secret);
    filled += await fillAll(page, secret);
    if (kind.fields.some(({ type }) => type === 'file')) await pick(page, secret);
    await save(page);
    if (kind.id === 'goal') {
      await page.getByRole('button', { name: 'Add a dot' }).click();
      filled += await fillAll(page, secret);
      await save(page);
    }
  }
  expect(filled).toBeGreaterThan(kinds.length * 5);
  await beginAdding(page, 'A note');
  await fillAll(page, secret);
  await page.getByRole('button', { name: /^Back/ }).click();
  await goTo(page, 'Mine');
  await page.getByRole('searchbox').fill(secret);
  await expect(page.getByText(/things? found/)).toBeVisible();
}

/** The fields that take words, of all kinds, in which no record of these says it: `kind.field`. */
export const fieldsWithout = (records: ReadonlyMap<string, Uint8Array>, secret: string): string[] => {
  const kept = [...records.values()].flatMap(bytes => {
    // Records of the vault's own are no text.
    if (bytes[0] !== '['.charCodeAt(0)) return [];
    const [tag, body] = JSON.parse(fromUtf8(bytes)) as [
      string,
      { kind: string; values: Record<string, unknown> },
    ];
    return tag === 'version' ? [body] : [];
  });
  return kinds.flatMap(({ id, fields }) =>
    fields
      .filter(
        ({ type, hidden }) =>
          !hidden && !['choice', 'choices', 'date', 'time', 'code', 'file'].includes(type),
      )
      .filter(
        ({ name }) =>
          !kept.some(
            ({ kind, values }) => kind === id && JSON.stringify(values[name] ?? '').includes(secret),
          ),
      )
      .map(({ name }) => `${id}.${name}`),
  );
};
