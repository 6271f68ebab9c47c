import { fireEvent, screen } from '@testing-library/preact';
import { AppError, type ErrorCode } from '../../src/lib/error.ts';
import type { Scanner } from '../../src/scan/client.ts';

/** What the next picked photo says, or why it can't be read: no browser is here that could look at one. */
let seen: readonly string[] | ErrorCode = [];

const read = async (): Promise<string[]> => {
  if (typeof seen === 'string') throw new AppError(seen);
  return [...seen];
};

/** Stands for the decoder. */
export const createScanner = (): Scanner => ({
  warm: () => undefined,
  readFrame: read,
  readPhoto: read,
  close: () => undefined,
});

/** Picks a photo that says this. */
export const pickPhoto = (texts: readonly string[] | ErrorCode): void => {
  seen = texts;
  fireEvent.change(screen.getByLabelText('Pick a photo of a code'), {
    target: { files: [new File(['x'], 'code.png')] },
  });
};
