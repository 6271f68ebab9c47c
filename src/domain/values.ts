import type { FieldValue } from './item.ts';

/** Whether two values of a field say the same; nothing there and nothing said are one. */
export const sameValue = (a: FieldValue | null | undefined, b: FieldValue | null | undefined): boolean =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
