import { locale } from '../words/words.ts';

const sizes = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "340 kB", "1.2 MB", "3 GB" */
export const sizeText = (bytes: number): string => {
  let [count, at] = [Math.max(0, bytes) / 1000, 0];
  while (count >= 1000 && at < sizes.length - 1) [count, at] = [count / 1000, at + 1];
  const unit = sizes[at] ?? 'gigabyte';
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: count < 10 ? 1 : 0,
  }).format(count);
};
