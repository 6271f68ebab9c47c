// @ts-check
// npm start: install if needed, build, serve at http://localhost:4173.
import { at, build, install, stop } from './run.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 4173);

await install();
await build();
const { url } = await serve({ dir: at('dist'), port }).catch(error =>
  stop(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=4200 npm start`
      : String(error),
  ),
);
console.log(`\nHoldfast is at ${url.slice(0, -1)} (Ctrl+C stops it)`);
