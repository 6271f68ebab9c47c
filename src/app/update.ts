import { type ReadonlySignal, signal } from '@preact/signals-core';
import { workerUrl } from '../lib/trusted.ts';
import type { Session } from './session.ts';

const waiting = signal(false);
let accept: (() => void) | null = null;

/** True once a newer version is downloaded and waits. It never takes over by itself. */
export const updateReady: ReadonlySignal<boolean> = waiting;

/** Registers the service worker, which makes the app work offline, and watches for a newer version. */
export const watchUpdates = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(workerUrl('./sw.js'));
  workbox.addEventListener('waiting', () => {
    waiting.value = true;
  });
  accept = () => {
    workbox.addEventListener('controlling', () => location.reload());
    workbox.messageSkipWaiting();
  };
  await workbox.register({ immediate: true });
};

/** The person said yes: what is being typed goes to disk first, then the newer version takes over. */
export const useUpdate = async (session: Session): Promise<void> => {
  await session.flush();
  accept?.();
};
