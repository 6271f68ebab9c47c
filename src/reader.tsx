import './ui/parts/css/base.css';
import './ui/parts/css/page.css';
import './ui/parts/css/form.css';
import './ui/parts/css/big.css';
import { render } from 'preact';
import { createCrypto } from './crypto/client.ts';
import { readFile } from './share/file.ts';
import { readLink } from './share/link.ts';
import { checkWords } from './share/reader-key.ts';
import { openSealedShare } from './share/sealed.ts';
import { openShare } from './share/share.ts';
import { wordOf } from './share/words.ts';
import type { Gate } from './ui/reader/gate.ts';
import { Reader } from './ui/reader/reader.tsx';
import parts from './ui/words/en-AU/parts.json';
import reader from './ui/words/en-AU/reader.json';
import { giveWords, settleLanguage } from './ui/words/load.ts';

/** Takes the fragment out of the address before anything else can see it there. */
const takeFragment = (): string => {
  const fragment = location.hash.slice(1);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return fragment;
};

const main = async (): Promise<void> => {
  const fragment = takeFragment();
  const crypto = createCrypto();
  const gate: Gate = {
    // Lockdown Mode on an iPhone has no WebAssembly.
    usable: () => typeof WebAssembly === 'object' && typeof Worker === 'function',
    read: readLink,
    readFile,
    wordOf,
    warm: () => crypto.warm(),
    open: (bytes, words) => openShare(crypto, bytes, words),
    newKey: async () => {
      const keys = await crypto.keyPair();
      return {
        publicKey: keys.publicKey,
        words: await checkWords(crypto, keys.publicKey),
        open: message => openSealedShare(crypto, keys, message),
      };
    },
    close: () => crypto.close(),
    sealAnswer: async (answer, reply) =>
      (await import('./share/answer.ts')).sealAnswer(crypto, answer, reply),
  };
  await settleLanguage();
  giveWords(parts, reader);

  const root = document.getElementById('app')!;
  const show = (from: string, gone = false) => {
    render(null, root);
    root.replaceChildren();
    render(<Reader gate={gate} fragment={from} gone={gone} />, root);
  };
  show(fragment);
  addEventListener('hashchange', () => show(takeFragment()));
  // Left: nothing of it stays in a page that the browser may bring back.
  addEventListener('pagehide', () => {
    render(null, root);
    crypto.close();
  });
  addEventListener('pageshow', event => {
    if (event.persisted) show('', true);
  });
};

void main();
