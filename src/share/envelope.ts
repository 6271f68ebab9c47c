import { deflateSync } from 'fflate';
import type { Share } from '../domain/share.ts';
import { concat } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { Packer } from './deflate.ts';
import { type Dictionary, dictionaryV1 } from './dictionary/v1.ts';
import { inflate } from './inflate.ts';
import { readShare, writeShare } from './layout.ts';
import { Sink, Spring } from './sink.ts';

/*
 * A share as bytes, before it is sealed: `version` (4 bits), `packing` (2 bits), the layout's bits filled up to a
 * whole byte, then the text as raw DEFLATE with the version's preset dictionary.
 */
const VERSION = 1;
/** The text may be absent; be the body of one DEFLATE block whose header is frozen; or a whole stream. */
const PACKING = { none: 0, block: 1, stream: 2 } as const;
/** What a text may inflate to, bytes. */
const TEXT_LIMIT = 65_536;
/** What all strings of a share may come to once repeated ones are written out: a bit each repeats one of 64 KiB. */
const SAID_LIMIT = 4 * TEXT_LIMIT;
/** Beyond this no optimal parse is looked for: it goes out as an ordinary stream. */
const BLOCK_LIMIT = 8192;

let packer: Packer | null = null;
const packerOf = ({ bytes, tables }: Dictionary): Packer => {
  packer ??= new Packer(bytes, tables);
  return packer;
};

/** How the text is packed best: [packing, bytes]. */
function pack(text: Uint8Array): [number, Uint8Array] {
  if (text.length === 0) return [PACKING.none, text];
  const dictionary = dictionaryV1();
  const block = text.length > BLOCK_LIMIT ? null : packerOf(dictionary).pack(text);
  // English comes down to a third. Only what the frozen tables don't suit can gain from tables of its own.
  if (block && block.length * 2 < text.length) return [PACKING.block, block];
  const stream = deflateSync(text, { level: 9, mem: 8, dictionary: dictionary.bytes });
  return block && block.length <= stream.length ? [PACKING.block, block] : [PACKING.stream, stream];
}

function unpack(packing: number, bytes: Uint8Array): Uint8Array {
  const dictionary = dictionaryV1();
  if (packing === PACKING.block)
    return inflate(concat(dictionary.header, bytes), dictionary.bytes, TEXT_LIMIT);
  if (packing === PACKING.stream) return inflate(bytes, dictionary.bytes, TEXT_LIMIT);
  if (packing !== PACKING.none) throw new AppError('too-new');
  if (bytes.length > 0) throw new AppError('garbled');
  return bytes;
}

/** The length of every string that stands on an item. */
const saidLength = ({ items }: Share): number =>
  items
    .flatMap(({ asOf, source, values }) => [asOf, ...Object.values(source), ...Object.values(values).flat()])
    .reduce((sum, said) => sum + (typeof said === 'string' ? said.length : 0), 0);

/**
 * The bytes of a share. `file` and `neverShared` fields stay here.
 *
 * @throws AppError('too-new') for a kind, field or option that this version doesn't know, 'too-big' over
 * `TEXT_LIMIT` bytes of text, `SAID_LIMIT` characters in all or `MOST_ITEMS` items, 'garbled' for a value that is not of its field's type
 */
export function encodeShare(share: Share): Uint8Array<ArrayBuffer> {
  const body = new Sink();
  writeShare(body, share);
  const text = body.lines();
  if (text.length > TEXT_LIMIT || saidLength(share) > SAID_LIMIT) throw new AppError('too-big');
  const [packing, packed] = pack(text);
  const sink = new Sink();
  sink.bits.bits(VERSION, 4);
  sink.bits.bits(packing, 2);
  writeShare(sink, share);
  return concat(sink.bits.bytes(), packed);
}

/**
 * The share of `encodeShare`'s bytes.
 *
 * @throws AppError('too-new') for a later version, kind, field or option; 'garbled' for anything else that
 * `encodeShare` does not write
 */
export function decodeShare(bytes: Uint8Array): Share {
  const first = new Spring(bytes, null);
  const packing = head(first);
  readShare(first);
  const lines = unpack(packing, first.bits.rest());
  const second = new Spring(bytes, lines);
  head(second);
  const share = readShare(second);
  if (!second.done || saidLength(share) > SAID_LIMIT) throw new AppError('garbled');
  return share;
}

function head({ bits }: Spring): number {
  const version = bits.bits(4);
  if (version > VERSION) throw new AppError('too-new');
  if (version < VERSION) throw new AppError('garbled');
  return bits.bits(2);
}
