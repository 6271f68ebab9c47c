import { render } from 'preact';

render(<input aria-label="PIN" inputMode="numeric" />, document.getElementById('app')!);
document.documentElement.dataset.ready = '1';
