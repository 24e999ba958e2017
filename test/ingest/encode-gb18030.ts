/** Two-byte GB18030 codes by character, made by decoding them all: Node has no encoder for it. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

/** Bytes of a text of ASCII and common Chinese in GB18030. */
export function encodeGb18030(text: string): Buffer {
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const code = codes.get(character);
      if (code === undefined && character > '\x7f') throw new Error(`No code for ${character}`);
      return code ?? [character.charCodeAt(0)];
    }),
  );
}
