import { useMemo } from 'preact/hooks';
import { type SpareState, spareState } from '../../../app/backing-up.ts';
import { useApp } from '../context.ts';

/** What there is of spare copies, as the record is now. */
export const useSpare = (): SpareState => {
  const { book } = useApp();
  return useMemo(() => spareState(book), [book]).value;
};
