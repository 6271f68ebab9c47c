import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * Turns a catalogue (`src/ui/words/<locale>/<part>.json`, ICU MessageFormat) into Lingui's compiled form at
 * build time, so that no message parser ships and a malformed message stops the build.
 */
export function words(): Plugin {
  return {
    name: 'holdfast-words',
    enforce: 'pre',
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
