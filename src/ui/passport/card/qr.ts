import { create } from 'qrcode';

/** Version 22 at level L: the largest code that an ordinary phone reads from a screen. */
const LARGEST = 22;

/** A text as a code that any camera reads: the dark modules as one path. `null` when it is too long for one. */
export const textCode = (text: string): { path: string; size: number } | null => {
  let code: ReturnType<typeof create>;
  try {
    code = create(text, { errorCorrectionLevel: 'L' });
  } catch {
    // qrcode throws when no version holds the text.
    return null;
  }
  if (code.version > LARGEST) return null;
  const { size, data } = code.modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
  }
  return { path, size };
};
