import { render } from 'preact';

const app = document.getElementById('app')!;
app.replaceChildren();
render(<h1>Shared page</h1>, app);
document.documentElement.dataset.ready = '1';
