import { type Directory, readNumbers } from '../outside/numbers.ts';

/** Read once while the app runs: the file says nothing about the person and changes only with a new Holdfast. */
let known: Directory | null = null;

/** The numbers that help, if they have been read. */
export const numbersRead = (): Directory | null => known;

/** Reads them from this app's own place, which is on the phone from the first visit on. */
export const loadNumbers = async (): Promise<Directory> => {
  if (known) return known;
  try {
    const answer = await fetch('numbers.json');
    if (!answer.ok) return { numbers: [], faults: ['the file is not there'] };
    known = readNumbers(await answer.text());
    return known;
  } catch {
    // Never visited to the end, and no network: the next try asks anew.
    return { numbers: [], faults: ['the file did not come'] };
  }
};
