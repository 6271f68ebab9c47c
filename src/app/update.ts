import { type ReadonlySignal, signal } from '@preact/signals-core';
import { workerUrl } from '../lib/trusted.ts';
import type { Session } from './session.ts';

const waiting = signal(false);
let accept: (() => void) | null = null;
let asked = false;

/** True once a newer version is downloaded and waits. It never takes over by itself. */
export const updateReady: ReadonlySignal<boolean> = waiting;

/** Registers the service worker, which makes the app work offline, and watches for a newer version. */
export const watchUpdates = async (session: Session): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(workerUrl('./sw.js'));
  workbox.addEventListener('waiting', () => {
    waiting.value = true;
  });
  accept = () => {
    asked = true;
    workbox.messageSkipWaiting();
  };
  const { serviceWorker } = navigator;
  let had = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The very first one only makes this page work offline. A newer one was said yes to, here or in another tab,
    // and has thrown away the files that this page would still load.
    if (had || asked) void flush(session).then(() => location.reload());
    had = true;
  });
  await workbox.register({ immediate: true });
};

/** Nothing to wait for while locked. */
const flush = async (session: Session): Promise<void> => session.away?.flush();

/** The person said yes: what is being typed goes to disk first, then the newer version takes over. */
export const useUpdate = async (session: Session): Promise<void> => {
  await flush(session);
  accept?.();
};
