// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { say } from '../../../src/domain/phrases.ts';
import parts from '../../../src/ui/words/en-AU/parts.json';
import { giveWords, settleLanguage } from '../../../src/ui/words/load.ts';
import { kindWord, locale, t } from '../../../src/ui/words/words.ts';

afterEach(async () => {
  await settleLanguage(['en-AU']);
  giveWords(parts);
});
const page = () => [document.documentElement.lang, document.documentElement.dir];

test('whatever the device asks for, there is English for now', async () => {
  await settleLanguage(['fr-FR', 'de']);
  giveWords(parts);
  expect(page()).toEqual(['en-AU', 'ltr']);
  expect(t('parts.hide')).toBe('Hide');
});

test('en-XA: longer, accented, with every place still open', async () => {
  await settleLanguage(['en-XA']);
  giveWords(parts);
  expect(page()).toEqual(['en-XA', 'ltr']);
  expect(locale()).toBe('en-XA');
  expect(t('parts.hide')).not.toBe('Hide');
  expect(t('parts.hide').length).toBeGreaterThan(4);
  expect(t('parts.step', { at: 1, of: 3 })).toMatch(/1.*3/);
  expect(t('parts.toFix', { count: 4 })).toMatch(/^4 /);
  expect(say(kindWord, 'said.me', { who: 'Jess' })).toMatch(/^Jess .+/);
  expect(kindWord('kind.medicine.label', 'Medicine')).not.toBe('Medicine');
});

test('ar-XB: the page runs from right to left', async () => {
  await settleLanguage(['ar-XB']);
  giveWords(parts);
  expect(page()).toEqual(['ar-XB', 'rtl']);
  expect(t('parts.hide')).not.toBe('Hide');
});
