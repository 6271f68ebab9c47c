import './ui/passport/frame.css';
import { render } from 'preact';
import { Session } from './app/session.ts';
import { App } from './ui/passport/app.tsx';
import start from './ui/words/en-AU/start.json';
import { giveWords, settleLanguage } from './ui/words/load.ts';

const main = async (): Promise<void> => {
  await settleLanguage();
  giveWords(start);
  const session = new Session();
  const root = document.getElementById('app')!;
  root.replaceChildren();
  render(<App session={session} />, root);
  await session.begin();
};

void main();
