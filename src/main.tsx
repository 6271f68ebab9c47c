import './ui/passport/frame.css';
import { render } from 'preact';
import { Session } from './app/session.ts';
import { watchUpdates } from './app/update.ts';
import { App } from './ui/passport/app.tsx';
import { chooseLanguage, giveWords } from './ui/passport/load-words.ts';
import parts from './ui/words/en-AU/parts.json';
import start from './ui/words/en-AU/start.json';

const main = async (): Promise<void> => {
  await chooseLanguage();
  giveWords(start, parts);
  const session = new Session();
  const root = document.getElementById('app')!;
  root.replaceChildren();
  render(<App session={session} />, root);
  await session.begin();
  await watchUpdates();
};

void main();
