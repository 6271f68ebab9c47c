/** The 256 remainders of a reflected CRC of 32 bits. */
function remainders(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? polynomial : 0);
    return rest;
  });
}

const sumWith =
  (table: Int32Array) =>
  (bytes: Uint8Array): number => {
    let rest = -1;
    for (let at = 0; at < bytes.length; at++) rest = (rest >>> 8) ^ table[(rest ^ bytes[at]!) & 255]!;
    return ~rest >>> 0;
  };

/** CRC-32 as in ISO-HDLC (Ethernet, zip): finds accidents, stops nobody who means to. An unsigned 32-bit number. */
export const crc32 = /* @__PURE__ */ sumWith(/* @__PURE__ */ remainders(0xedb88320));

/** CRC-32C (Castagnoli, RFC 3720): what one of the two doesn't see, the other does. */
export const crc32c = /* @__PURE__ */ sumWith(/* @__PURE__ */ remainders(0x82f63b78));
