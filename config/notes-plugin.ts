import type { Plugin } from 'vite';

/** What differs between the passport's page and the same page under a plain name. */
const differs: readonly [passport: string, notes: string][] = [
  [
    '<title>Holdfast</title>',
    '<title>Notes</title>\n    <meta name="apple-mobile-web-app-title" content="Notes" />',
  ],
  ['./favicon.svg', './notes.svg'],
  ['./apple-touch-icon.png', './notes-touch-icon.png'],
  ['./manifest.webmanifest', './notes.webmanifest'],
];

/** Makes notes.html of the built index.html: the same app, to be put on a phone under a name that says nothing. */
export function notes(): Plugin {
  return {
    name: 'holdfast-notes',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const built = bundle['index.html'];
        if (built?.type !== 'asset') throw new Error('index.html is not built yet');
        let page = String(built.source);
        for (const [passport, plain] of differs) {
          if (!page.includes(passport)) throw new Error(`index.html lacks ${passport}`);
          page = page.replace(passport, plain);
        }
        this.emitFile({ type: 'asset', fileName: 'notes.html', source: page });
      },
    },
  };
}
