import type { Plugin } from 'vite';
import { headers, headersFile, metaPolicy } from './headers.ts';

/**
 * Carries the headers to wherever the app ends up: a `<meta>` for hosts that send none, `_headers` for those
 * that read it, and the preview server. The development server goes without, since Vite's own client is inline.
 */
export function securityHeaders(): Plugin {
  return {
    name: 'holdfast-headers',
    config: () => ({ preview: { headers } }),
    transformIndexHtml: {
      order: 'post',
      handler: (html, { server }) => (server ? html : withPolicy(html)),
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}

function withPolicy(html: string): string {
  // Ahead of everything that loads: a policy does not hold for what stands before it.
  const at = '<meta charset="utf-8" />';
  if (!html.includes(at)) throw new Error(`a page lacks ${at}`);
  if (/<script(?![^>]*\ssrc=)|<style|\son[a-z]+=|\sstyle=/i.test(html))
    throw new Error('a page has inline code');
  return html.replace(at, `${at}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}" />`);
}
