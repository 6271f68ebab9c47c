import { readFileSync } from 'node:fs';
import { UR, URDecoder, UREncoder } from '@ngraveio/bc-ur';
import { binaryToBlock, blockToBinary, createDecoder, createEncoder } from 'luby-transform';
import { Decoder, Encoder, initSync } from 'raptorq/raptorq.js';
import { createReceiver } from '../../../src/share/moving/receiver.ts';
import { createSender } from '../../../src/share/moving/sender.ts';

/*
 * Ways to move a message through codes of version 25-L, each with the frames that it really makes, as the text or
 * bytes that the code carries. None may carry more than the code holds.
 */
export const VERSION = 25;
/** Bytes and characters that version 25-L holds (ISO/IEC 18004, table 7). */
export const BYTES = 1273;
const CHARS = 1853;
/** In byte mode, base64 is four characters for three bytes. */
const BASE64_BYTES = Math.floor(BYTES / 4) * 3;

type Carried = string | Uint8Array;

/** One way: a sender's frames without end, and a receiver that says when it has the message. */
export interface Way {
  readonly name: string;
  /** Bytes of a long message that one frame carries. */
  readonly payload: number;
  send(message: Uint8Array): () => Carried;
  receive(length: number): (frame: Carried) => Uint8Array | null;
}

const ours: Way = {
  name: 'ours',
  payload: 1255,
  send: message => {
    const sender = createSender(message);
    return () => sender.frame(VERSION).text;
  },
  receive: () => {
    const receiver = createReceiver();
    return frame => {
      receiver.take(frame as string);
      return receiver.message();
    };
  },
};

/** Our frames, of source symbols alone, round and round. */
const loop: Way = {
  ...ours,
  name: 'plain loop',
  send: message => {
    const sender = createSender(message);
    const texts = Array.from({ length: sender.needed(VERSION) }, () => sender.frame(VERSION).text);
    let shown = 0;
    return () => texts[shown++ % texts.length]!;
  },
};

/** The largest fragment whose parts, with room for four digits of their number, fit in alphanumeric mode. */
function fragmentOf(message: UR): number {
  let fragment = 920;
  while (new UREncoder(message, fragment, 9000).nextPart().length > CHARS) fragment--;
  return fragment;
}

/** Uniform Resources: bytewords, upper case, in alphanumeric mode. */
const bcUr: Way = {
  name: 'bc-ur',
  payload: fragmentOf(UR.fromBuffer(Buffer.alloc(128_000))),
  send: message => {
    const ur = UR.fromBuffer(Buffer.from(message));
    const encoder = new UREncoder(ur, fragmentOf(ur), 0);
    return () => encoder.nextPart().toUpperCase();
  },
  receive: () => {
    const decoder = new URDecoder();
    return frame => {
      decoder.receivePart(frame as string);
      return decoder.isComplete() ? decoder.resultUR().decodeCBOR() : null;
    };
  },
};

/** Indices of a block that there is room for: of forty blocks, one has more and is drawn again. */
const LT_INDICES = 40;

/** A Luby transform, its blocks in base64 in byte mode. Their head lists all indices, 4 bytes each. */
const luby: Way = {
  name: 'luby-transform',
  payload: BASE64_BYTES - 16 - 4 * LT_INDICES,
  send: message => {
    const blocks = createEncoder(message, luby.payload, false).fountain();
    return () => {
      let block = blocks.next().value;
      while (block.indices.length > LT_INDICES) block = blocks.next().value;
      return Buffer.from(blockToBinary(block)).toString('base64');
    };
  },
  receive: () => {
    const decoder = createDecoder();
    return frame => {
      // Its own buffer, and not a part of Node's pool: binaryToBlock reads from the buffer's start.
      const isWhole = decoder.addBlock(
        binaryToBlock(Uint8Array.from(Buffer.from(frame as string, 'base64'))),
      );
      return isWhole ? (decoder.getDecoded() ?? null) : null;
    };
  },
};

/** RaptorQ symbols are whole multiples of 8 bytes; 4 bytes say which one it is. */
const RQ_SYMBOL = 1264;
/** Repair packets at most: enough for any draw. */
const RQ_REPAIR = 4;

/**
 * RaptorQ packets as plain bytes in byte mode, with 5 bytes left for what its decoder must know and no packet says:
 * the message's length. No id, no checksum, and nothing for a detector that returns strings only.
 */
const raptorq: Way = {
  name: 'raptorq',
  payload: RQ_SYMBOL,
  send: message => {
    const encoder = Encoder.with_defaults(message, RQ_SYMBOL);
    const packets = encoder.encode(40 + RQ_REPAIR * Math.ceil(message.length / RQ_SYMBOL));
    encoder.free();
    let shown = 0;
    return () => packets[shown++]!;
  },
  receive: length => {
    const decoder = Decoder.with_defaults(BigInt(length), RQ_SYMBOL);
    return frame => {
      const whole = decoder.decode(frame as Uint8Array);
      if (whole) decoder.free();
      return whole ?? null;
    };
  },
};

/** All of them, ours first. */
export function ways(): readonly Way[] {
  initSync(readFileSync(new URL('../../../node_modules/raptorq/raptorq_bg.wasm', import.meta.url)));
  return [ours, bcUr, luby, raptorq, loop];
}

/** Frames of one message, made once and shown in many draws. */
export class Show {
  readonly #next: () => Carried;
  readonly #frames: Carried[] = [];

  constructor(way: Way, message: Uint8Array) {
    this.#next = way.send(message);
  }

  frame(at: number): Carried {
    while (this.#frames.length <= at) this.#frames.push(this.#next());
    return this.#frames[at]!;
  }
}
