import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/domain/phrases.ts';
import { screenWords } from './catalogue.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => readFileSync(`src/${name}`, 'utf8'))
  // Words in the pages themselves stand between percent signs.
  .concat(
    ['index.html', 'r.html', 'calendar.html'].map(name =>
      readFileSync(name, 'utf8').replace(/%([\w.]+)%/g, "'$1'"),
    ),
  )
  .join('\n');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Keys as the code writes them: whole ones, and patterns of those with a `${…}` inside. */
const keysIn = (code: string, rooms: readonly string[]): { whole: string[]; patterns: RegExp[] } => {
  const start = `(?:${rooms.map(escaped).join('|')})\\.`;
  const whole = [...code.matchAll(new RegExp(`['"\`](${start}[\\w.-]+)['"\`]`, 'g'))].map(m => m[1]!);
  const templates = [...code.matchAll(new RegExp(`\`(${start}[^\`\\s]*\\$\\{[^\`]*)\``, 'g'))].map(
    m => m[1]!,
  );
  const patterns = templates.map(
    t =>
      new RegExp(
        `^${t
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('[\\w-]+')}$`,
      ),
  );
  return { whole, patterns };
};

const roomsOf = (words: object): string[] => [...new Set(Object.keys(words).map(key => key.split('.')[0]!))];

const missing = (code: string, words: object): string[] => {
  const { whole, patterns } = keysIn(code, roomsOf(words));
  const known = Object.keys(words);
  const none = patterns.filter(pattern => !known.some(key => pattern.test(key))).map(String);
  return [...whole.filter(key => !(key in words)), ...none];
};

const unused = (code: string, words: object): string[] => {
  const { whole, patterns } = keysIn(code, roomsOf(words));
  const used = new Set(whole);
  return Object.keys(words).filter(key => !used.has(key) && !patterns.some(pattern => pattern.test(key)));
};

/** A `${…}` place, spelt apart so that it is not one here. */
const place = '$' + '{n}';

describe('keys', () => {
  test('every key that the code names has words', () => expect(missing(sources, screenWords)).toEqual([]));
  test('every message is used', () => expect(unused(sources, screenWords)).toEqual([]));

  test('every phrase of the domain is used', () => {
    const code = sources.replace(/export const phrases = \{[^}]*\{[\s\S]*?\} as const/, '');
    const built = /^(from|said)\.(me|(peer|provider|document|scanned)(Unnamed)?)$/;
    expect(unused(code, phrases).filter(key => !built.test(key))).toEqual([]);
  });

  test('a missing, a mistyped and an unused key are found', () => {
    const words = { 'a.b': '', 'a.c.x': '', 'a.c.y': '' };
    expect(missing(`t('a.b') t('a.q') t(\`a.z.${place}\`)`, words)).toEqual(['a.q', '/^a\\.z\\.[\\w-]+$/']);
    expect(unused('t("a.b")', words)).toEqual(['a.c.x', 'a.c.y']);
    expect(unused(`t(\`a.c.${place}\`)`, words)).toEqual(['a.b']);
  });
});
