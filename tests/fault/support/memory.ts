import type { CDPSession, Page } from '@playwright/test';
import { allBytes, objectGroup } from './bytes.ts';
import { attach, type Room } from './rooms.ts';

/*
 * A look into the memory of a page and of every worker it has: what can still be reached from anywhere in it. What a
 * program has let go of and nobody has yet written over is not in it.
 */

/** For `launchOptions`: without it, a picture of the heap has no more than the first 1024 letters of each text. */
export const wholeTexts = '--js-flags=--heap-snapshot-string-limit=100000000';

/** What to look for: texts, and bytes such as keys. */
type Needles = Readonly<Record<string, string | Uint8Array>>;

export interface Found {
  readonly needle: string;
  readonly where: string;
}

export interface Memory {
  look(needles: Needles): Promise<Found[]>;
  /** The ids of the page's workers that run now. */
  workers(): string[];
}

/** To be called before the page is opened, so that no worker is missed. */
export const memoryOf = async (page: Page): Promise<Memory> => {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const { rooms } = await attach(devtools);
  return {
    look: async needles => {
      const found: Found[] = [];
      for (const room of rooms()) found.push(...(await lookIn(room, needles)));
      const shown = await page.content();
      const texts = Object.entries(needles).filter(([, what]) => typeof what === 'string');
      for (const [needle, what] of texts)
        if (shown.includes(what as string)) found.push({ needle, where: 'DOM' });
      return found;
    },
    workers: () => rooms().flatMap(({ id, kind }) => (kind === 'worker' ? [id] : [])),
  };
};

const lookIn = async (room: Room, needles: Needles): Promise<Found[]> => {
  const at = (where: string) => (needle: string) => ({ needle, where: `${where} of the ${room.kind}` });
  // First: to look for bytes brings new objects into the room.
  const heap = await heapOf(room);
  const names = Object.keys(needles);
  const inHeap = names.filter(name => textsOf(needles[name]!).some(text => heap.includes(text)));
  const found = [
    ...inHeap.map(at('heap')),
    ...(await inBytes(room, heap, needles)).map(at('bytes')),
    ...(room.kind === 'page' ? await inNodes(room, needles) : []).map(at('nodes')),
  ];
  await room.send('Runtime.releaseObjectGroup', { objectGroup });
  return found;
};

/** Bytes as a program might have written them down. */
const textsOf = (what: string | Uint8Array): string[] =>
  typeof what === 'string'
    ? [what]
    : [Buffer.from(what).toString('hex'), Buffer.from(what).toString('base64').replace(/=+$/, '')];

/** All objects and texts of a room, as V8 writes them out. Bytes are not among them. */
const heapOf = async (room: Room): Promise<string> => {
  const chunks: string[] = [];
  const stop = room.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk as string));
  await room.send('HeapProfiler.enable');
  await room.send('HeapProfiler.collectGarbage');
  await room.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  stop();
  return chunks.join('');
};

interface Answer<T> {
  result: { objectId: string; value: T };
  exceptionDetails?: unknown;
}

/** Runs a function in the room, with `objectId` as its first argument. It has nothing around it. */
const run = async <T>(
  room: Room,
  work: (...args: never[]) => T,
  objectId: string,
  args: readonly object[] = [],
): Promise<T> => {
  const { result, exceptionDetails } = await room.send<Answer<T>>('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function (...args) { return (${work})(this, ...args); }`,
    arguments: args,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return result.value;
};

/** Which needles lie in the bytes of a room, by name. */
const inBytes = async (room: Room, heap: string, needles: Needles): Promise<string[]> => {
  const all = await allBytes(room, heap);
  // Turned over, so that to ask does not put them where they are looked for.
  const turned = Object.entries(needles).map(
    ([name, what]) => [name, [...Buffer.from(what as never)].map(byte => byte ^ 0xff)] as const,
  );
  const { result } = await room.send<Answer<never>>('Runtime.evaluate', { expression: '({})', objectGroup });
  const args = [{ value: turned }, ...all.map(({ objectId }) => ({ objectId }))];
  return run(room, searchBytes, result.objectId, args);
};

type Bytes = ArrayBuffer | ArrayBufferView;

const searchBytes = (
  _: unknown,
  turned: readonly (readonly [string, number[]])[],
  ...all: Bytes[]
): string[] => {
  const isIn = (bytes: Uint8Array, needle: readonly number[]): boolean => {
    const first = needle[0]! ^ 0xff;
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
      if (needle.every((byte, i) => bytes[at + i] === (byte ^ 0xff))) return true;
    return false;
  };
  // The whole of what a view lies on, and the memory of WebAssembly with it.
  const whole = new Set(all.map(one => (ArrayBuffer.isView(one) ? one.buffer : one)));
  const bytes = [...whole].map(one => new Uint8Array(one));
  return turned.filter(([, needle]) => bytes.some(one => isIn(one, needle))).map(([name]) => name);
};

/** What the nodes say that a program still has, on the page or taken off it. */
const inNodes = async (room: Room, needles: Needles): Promise<string[]> => {
  const { result } = await room.send<Answer<never>>('Runtime.evaluate', {
    expression: 'Node.prototype',
    objectGroup,
  });
  const prototypeObjectId = result.objectId;
  const { objects } = await room.send<{ objects: { objectId: string } }>('Runtime.queryObjects', {
    prototypeObjectId,
    objectGroup,
  });
  const said = await run(room, saidBy, objects.objectId);
  return Object.keys(needles).filter(name => textsOf(needles[name]!).some(text => said.includes(text)));
};

const saidBy = (nodes: readonly Node[]): string =>
  nodes
    // Prototypes of other nodes are nodes by name only.
    .filter(node => !Object.hasOwn(node, 'constructor'))
    .map(node => [
      node.nodeValue,
      (node as Partial<HTMLInputElement>).value,
      (node as Partial<Element>).outerHTML,
    ])
    .join();
