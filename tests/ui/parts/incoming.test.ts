import { expect, test } from 'vitest';
import { makeLink } from '../../../src/share/link.ts';
import { createSender } from '../../../src/share/moving/sender.ts';
import { createIncoming } from '../../../src/ui/parts/incoming.ts';

const message = Uint8Array.from({ length: 5000 }, (_, i) => (i === 0 ? 3 : (i * 89) % 256));
const bystander = makeLink('https://a.example/r.html', new Uint8Array(33).fill(2));

test('a bystander’s still code and other words leave what is here of a moving one', () => {
  const incoming = createIncoming();
  const sender = createSender(message);
  const frame = () => sender.frame(15).text;
  expect(incoming.begun()).toBe(false);
  const needed = sender.needed(15);
  for (let shown = 1; shown < needed; shown++) {
    const came = incoming.take(frame());
    expect(came).toMatchObject({ at: 'some', progress: { frames: needed - shown } });
    expect(incoming.begun()).toBe(true);
    expect(incoming.take(bystander)?.at).toBe('message');
    expect(incoming.take('Some other words')?.at).toBe('text');
    incoming.again();
  }
  expect(incoming.take(frame())).toEqual({ at: 'message', message });
  // It is over: the next one may be any other.
  expect(incoming.begun()).toBe(false);
  expect(incoming.take(createSender(message.slice(0, 3000)).frame(15).text)?.at).toBe('some');
});

test('the same words are new once, and again when somebody asks for it', () => {
  const incoming = createIncoming();
  expect(incoming.take('Words')).toEqual({ at: 'text', text: 'Words' });
  expect(incoming.take('Words')).toBeNull();
  incoming.again();
  expect(incoming.take('Words')).toEqual({ at: 'text', text: 'Words' });
});
