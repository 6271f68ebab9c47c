import type { CDPSession } from '@playwright/test';

/** A page or one of its workers, as the browser's own tools see it. */
export interface Room {
  readonly id: string;
  readonly kind: 'page' | 'worker' | 'service worker';
  send<T>(method: string, params?: object): Promise<T>;
  /** Hears every message of that name from now on; the result stops that. */
  on(name: string, hear: (params: Record<string, unknown>) => void): () => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

/** The browser's tools for a page, and for every worker that it has or will have. */
export const attach = async (devtools: CDPSession): Promise<{ rooms(): Room[] }> => {
  const workers = new Map<string, ReturnType<typeof createWorker>>();
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }) => {
    const pass = (message: string) =>
      devtools.send('Target.sendMessageToTarget' as never, { sessionId, message } as never);
    const kind = type === 'service_worker' ? 'service worker' : 'worker';
    workers.set(sessionId, createWorker(targetId, kind, pass));
  });
  devtools.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
    workers.get(sessionId)?.hear(JSON.parse(message)),
  );
  devtools.on('Target.detachedFromTarget', ({ sessionId }) => {
    workers.get(sessionId)?.end();
    workers.delete(sessionId);
  });
  const here: Room = {
    id: 'page',
    kind: 'page',
    send: (method, params) => devtools.send(method as never, params as never),
    on: (name, hear) => {
      devtools.on(name as never, hear as never);
      return () => void devtools.off(name as never, hear as never);
    },
  };
  // Not "flat": messages to a worker then go through the page's own session, the one that there is here.
  const all = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await devtools.send('Target.setAutoAttach', all as never);
  return { rooms: () => [here, ...[...workers.values()].map(({ room }) => room)] };
};

interface Asked {
  resolve(result: never): void;
  reject(error: Error): void;
}

const createWorker = (id: string, kind: Room['kind'], pass: (message: string) => Promise<unknown>) => {
  const asked = new Map<number, Asked>();
  const hearers = new Set<(message: Message) => void>();
  let last = 0;
  const room: Room = {
    id,
    kind,
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        pass(JSON.stringify({ id: last, method, params })).catch(reject);
      }),
    on: (name, hear) => {
      const one = ({ method, params }: Message) => method === name && hear(params!);
      hearers.add(one);
      return () => void hearers.delete(one);
    },
  };
  const hear = (message: Message): void => {
    for (const one of hearers) one(message);
    const waiting = asked.get(message.id ?? 0);
    asked.delete(message.id ?? 0);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result as never);
  };
  const end = (): void => {
    for (const one of asked.values()) one.reject(new Error('the worker has ended'));
  };
  return { room, hear, end };
};
