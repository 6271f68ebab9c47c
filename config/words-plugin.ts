import { readFileSync } from 'node:fs';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const BOOT = 'src/ui/words/en-AU/boot.json';

/** The few words that stand in the HTML itself, for browsers that can't run a script. */
const bootWords = (html: string): string => {
  const words = JSON.parse(readFileSync(BOOT, 'utf8')) as Record<string, string>;
  return html.replace(/%(boot\.[\w.]+)%/g, (_, key: string) => {
    const text = words[key];
    if (text === undefined) throw new Error(`${key} is not in ${BOOT}`);
    return text;
  });
};

/**
 * Turns a catalogue (`src/ui/words/<locale>/<part>.json`, ICU MessageFormat) into Lingui's compiled form at
 * build time, so that no message parser ships and a malformed message stops the build.
 */
export function words(): Plugin {
  return {
    name: 'holdfast-words',
    enforce: 'pre',
    transformIndexHtml: { order: 'pre', handler: bootWords },
    transform(code, id) {
      if (!/\/src\/ui\/words\/[^/]+\/[^/]+\.json$/.test(id)) return null;
      const source = JSON.parse(code) as Record<string, string>;
      const compiled = Object.fromEntries(
        Object.entries(source).map(([key, message]) => [key, compileMessageOrThrow(message)]),
      );
      return { code: JSON.stringify(compiled), map: null };
    },
  };
}
