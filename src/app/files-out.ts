import type { FileValue, Item, Version } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import { toShared } from '../domain/let-out.ts';
import type { SharedFile } from '../domain/share.ts';
import { AppError } from '../lib/error.ts';
import type { Book } from './book.ts';

/** What all photos and PDFs of a share may come to, bytes: with everything else it stays under 256 KiB. */
const ROOM = 180 * 1024;
/** A photo is made smaller step by step until it fits: long side in px, and JPEG's quality. */
const STEPS = [
  [1600, 0.7],
  [1280, 0.6],
  [1024, 0.6],
  [800, 0.55],
  [640, 0.5],
  [480, 0.45],
] as const;

interface Placed {
  item: number;
  field: string;
  file: FileValue;
}

const isFile = (value: unknown): value is FileValue =>
  typeof value === 'object' && value !== null && 'blob' in value;

/** The photos and PDFs of one thing that may leave. */
export const filesFrom = ({ kind, values }: Version): Omit<Placed, 'item'>[] =>
  (kindOf(kind)?.fields ?? []).flatMap(({ name, type, neverShared }) => {
    const file = values[name];
    return type === 'file' && !neverShared && isFile(file) ? [{ field: name, file }] : [];
  });

/** The photos and PDFs of these items that may leave, by the place of their item. */
const filesIn = (items: readonly Item[]): Placed[] =>
  items
    .filter(item => toShared(item.head))
    .flatMap(({ head }, item) => filesFrom(head).map(file => ({ item, ...file })));

/** Whether any of these has a photo or PDF that may leave. */
export const hasFiles = (items: readonly Item[]): boolean => filesIn(items).length > 0;

/**
 * The photos and PDFs of these items, small enough to go along: photos are made smaller, a PDF goes as it is. Throws
 * AppError('too-big') when they can't be made to fit, 'damaged' for one that can't be read.
 */
export const filesOf = async (
  book: Pick<Book, 'readBlob'>,
  items: readonly Item[],
): Promise<SharedFile[]> => {
  const placed = filesIn(items);
  const files: SharedFile[] = [];
  let room = ROOM;
  for (const [at, { item, field, file }] of placed.entries()) {
    const bytes = await book.readBlob(file.blob);
    if (!bytes) throw new AppError('damaged');
    const one = await fitted(file, bytes, Math.floor(room / (placed.length - at)));
    room -= one.bytes.length;
    files.push({ item, field, ...one });
  }
  return files;
};

type Fitted = Omit<SharedFile, 'item' | 'field'>;

const fitted = async (
  { type, width, height }: FileValue,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Fitted> => {
  if (bytes.length <= most)
    return { type, ...(width && height ? { width, height } : {}), bytes: Uint8Array.from(bytes) };
  if (type === 'application/pdf') throw new AppError('too-big');
  const picture = await createImageBitmap(new Blob([bytes], { type }));
  try {
    for (const [side, quality] of STEPS) {
      const small = await smaller(picture, side, quality);
      if (small.bytes.length <= most) return small;
    }
  } finally {
    picture.close();
  }
  throw new AppError('too-big');
};

const smaller = async (picture: ImageBitmap, side: number, quality: number): Promise<Fitted> => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map(px => Math.max(1, Math.round(px * scale))) as [
    number,
    number,
  ];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new AppError('bad-file');
  pen.drawImage(picture, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { type: 'image/jpeg', width, height, bytes: new Uint8Array(await blob.arrayBuffer()) };
};
