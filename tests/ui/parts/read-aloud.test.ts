import { describe, expect, it } from 'vitest';
import { localVoice } from '../../../src/ui/parts/read-aloud.ts';

const voice = (name: string, lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
});

describe('the voice that reads aloud', () => {
  it.each([
    [
      'is never one that sends what it reads away',
      [voice('far', 'en-AU', { localService: false, default: true })],
      null,
    ],
    ['is none of another language', [voice('fr', 'fr-FR', { default: true })], null],
    ['is none where there is none', [], null],
    ['speaks the language of another country where it must', [voice('us', 'en-US')], 'us'],
    [
      'comes from the person’s own country',
      [voice('us', 'en-US', { default: true }), voice('au', 'en-AU')],
      'au',
    ],
    ['is the device’s own choice', [voice('a', 'en-AU'), voice('b', 'en-AU', { default: true })], 'b'],
    ['may be written as Android does', [voice('us', 'en_US'), voice('au', 'en_AU')], 'au'],
    ['may say a language alone', [voice('en', 'en')], 'en'],
  ])('%s', (_, voices, name) => expect(localVoice(voices, 'en-AU')?.name ?? null).toBe(name));
});
