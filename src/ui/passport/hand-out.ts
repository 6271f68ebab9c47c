import type { Away } from '../../app/away.ts';

/** Hands a file to the browser, as a download. */
export const download = (file: File): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Some browsers read it only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const mayShare = (file: File): boolean => {
  const can = navigator as Partial<Pick<Navigator, 'canShare' | 'share'>>;
  return can.share !== undefined && (can.canShare?.({ files: [file] }) ?? false);
};

/** The same bytes as a type that every share sheet takes: many refuse what they don't know. */
const asText = (file: File): File =>
  new File([file], file.name.replace(/\.\w+$/, '.txt'), { type: 'text/plain' });

/**
 * Hands a file to the phone's share sheet, or where there is none to the browser, as a download.
 *
 * @param away kept from locking while the share sheet lies over the app
 * @returns how it went out; 'not' when the person closed the share sheet
 */
export const handOut = async (file: File, away: Away | null): Promise<'shared' | 'saved' | 'not'> => {
  const sharable = [file, asText(file)].find(mayShare);
  if (sharable) {
    away?.openingPicker();
    try {
      await navigator.share({ files: [sharable] });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'not';
      // Refused after all, say because the press was too long ago.
    } finally {
      away?.pickerDone();
    }
  }
  download(file);
  return 'saved';
};
