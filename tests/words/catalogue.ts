import { readdirSync, readFileSync } from 'node:fs';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { kinds } from '../../src/domain/kinds.ts';
import { phrases } from '../../src/domain/phrases.ts';
import { wordsOfKind } from '../../src/ui/words/words.ts';

export type Catalogue = Readonly<Record<string, string>>;

const folder = 'src/ui/words/en-AU';

/** The messages of the screens, as they are written. */
export const screenWords: Catalogue = Object.assign(
  {},
  ...readdirSync(folder).map(name => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Catalogue),
);

/** The words of the kinds. */
export const kindWords: Catalogue = Object.assign({}, ...kinds.map(wordsOfKind));

/** Every word the app can say. */
export const catalogue: Catalogue = { ...screenWords, ...kindWords, ...phrases };

type Token = string | [string, string?, Record<string, Token[] | string | number>?];

/** A value stands for one plain word. */
const VALUE = 'it';

const readings = (tokens: readonly Token[]): string[] => {
  const branches = tokens.flatMap(token =>
    Array.isArray(token) && token[2] && typeof token[2] === 'object' ? Object.keys(token[2]) : [],
  );
  const names = branches.filter(name => name !== 'offset');
  return [...new Set(names.length > 0 ? names : ['other'])].map(branch => reading(tokens, branch));
};

const reading = (tokens: readonly Token[], branch: string): string =>
  tokens
    .map(token => {
      if (typeof token === 'string') return token === '#' ? '5' : token;
      const choices = token[2];
      if (!choices || typeof choices !== 'object') return VALUE;
      const chosen = choices[branch] ?? choices.other;
      return Array.isArray(chosen) ? reading(chosen, branch) : String(chosen ?? VALUE);
    })
    .join('');

/** A message as it may be read: once for every plural or choice, a plain word for every value. Throws on a message that
 * does not compile. */
export const readingsOf = (message: string): string[] => {
  const compiled = compileMessageOrThrow(message) as string | Token[];
  return typeof compiled === 'string' ? [compiled] : readings(compiled);
};
