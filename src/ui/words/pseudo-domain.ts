import { kinds } from '../../domain/kinds.ts';
import { phrases } from '../../domain/phrases.ts';
import { wordsOfKind } from './words.ts';

/** Text and `{places}` apart, so that a place keeps its name. */
const apart = (text: string): string[] => text.split(/(\{\w+\})/);

/** The words of kinds and rules as a pseudo-locale says them. Places stay open: the domain fills them itself. */
export const domainWords = (turn: (words: Record<string, unknown>) => Record<string, unknown>) => {
  const source: Record<string, string> = { ...phrases };
  for (const kind of kinds) Object.assign(source, wordsOfKind(kind));
  return Object.fromEntries(
    Object.entries(source).map(([key, text]) => {
      const parts = apart(text);
      const turned = turn(Object.fromEntries(parts.map((part, i) => [i, [part]])));
      // The odd ones are places.
      return [key, [parts.map((part, i) => (i % 2 ? part : (turned[i] as string[])[0])).join('')]];
    }),
  );
};
