import { compileMessage } from '@lingui/message-utils/compileMessage';
import { configure } from '@testing-library/preact';
import parts from '../../src/ui/words/en-AU/parts.json';
import reader from '../../src/ui/words/en-AU/reader.json';
import start from '../../src/ui/words/en-AU/start.json';
import { addWords } from '../../src/ui/words/words.ts';

/** Gives the screens their words. The build compiles them already; where it did not, they are compiled here. */
export const giveWords = (...more: Record<string, unknown>[]): void => {
  const compiled = (messages: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(messages).map(([key, text]) => [
        key,
        typeof text === 'string' ? compileMessage(text) : text,
      ]),
    );
  addWords('en-AU', compiled(start));
  addWords('en-AU', compiled(parts));
  addWords('en-AU', compiled(reader));
  for (const part of more) addWords('en-AU', compiled(part));
};

// A part that comes later is compiled on its way, which takes a busy machine longer than a second.
configure({ asyncUtilTimeout: 10_000 });
