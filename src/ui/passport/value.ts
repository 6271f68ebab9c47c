import type { ReadonlySignal } from '@preact/signals-core';
import { useEffect, useState } from 'preact/hooks';

/** A signal's value, followed. The first screens use it in place of the signals package, which loads with the rest. */
export const useValue = <T>(of: ReadonlySignal<T>): T => {
  const [value, setValue] = useState(() => of.peek());
  useEffect(() => of.subscribe(now => setValue(() => now)), [of]);
  return value;
};
