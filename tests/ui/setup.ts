import { compileMessage } from '@lingui/message-utils/compileMessage';
import { configure } from '@testing-library/preact';
import parts from '../../src/ui/words/en-AU/parts.json';
import reader from '../../src/ui/words/en-AU/reader.json';
import start from '../../src/ui/words/en-AU/start.json';
import { addWords } from '../../src/ui/words/words.ts';

const compiled = (messages: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      typeof text === 'string' ? compileMessage(text) : text,
    ]),
  );

/** Gives the screens words of a part. The build compiles them already; where it did not, they are compiled here. */
export const giveAlso = (part: Record<string, unknown>): void => addWords('en-AU', compiled(part));

/** Gives the screens the words that most have. */
export const giveWords = (): void => {
  for (const part of [start, parts, reader]) giveAlso(part);
};

// A part that comes later is compiled on its way, which takes a busy machine longer than a second.
configure({ asyncUtilTimeout: 10_000 });
