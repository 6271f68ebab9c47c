import { render } from 'preact';
import { Workbox } from 'workbox-window';
import { workerUrl } from './lib/trusted.ts';

const app = document.getElementById('app')!;
app.replaceChildren();
render(<h1>Holdfast</h1>, app);
document.documentElement.dataset.ready = '1';

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void new Workbox(workerUrl('./sw.js')).register();
}
