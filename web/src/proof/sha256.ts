/**
 * SHA-256 of a text in UTF-8, as lower-case hexadecimal (FIPS 180-4). Browsers have it only where
 * the page came over HTTPS or from this machine; a proof must be made and checked anywhere. The
 * function uses nothing around it: its source is a part of every proof.
 */
export function sha256(text: string): string {
  const rotate = (value: number, by: number) => (value >>> by) | (value << (32 - by));
  const constants: number[] = [];
  const state: number[] = [];
  const isPrime = (number: number) => {
    for (let factor = 2; factor * factor <= number; factor++) {
      if (number % factor === 0) return false;
    }
    return true;
  };
  const fraction = (number: number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
  for (let number = 2; constants.length < 64; number++) {
    if (!isPrime(number)) continue;
    if (state.length < 8) state.push(fraction(Math.sqrt(number)));
    constants.push(fraction(Math.cbrt(number)));
  }
  const bytes = new TextEncoder().encode(text);
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new DataView(new ArrayBuffer(blocks * 64));
  bytes.forEach((byte, place) => {
    padded.setUint8(place, byte);
  });
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(blocks * 64 - 8, Math.floor(bytes.length / 2 ** 29));
  padded.setUint32(blocks * 64 - 4, (bytes.length << 3) >>> 0);
  const words = new Int32Array(64);
  const at = (list: ArrayLike<number>, place: number) => list[place] ?? 0;
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) words[i] = padded.getInt32(block * 64 + i * 4);
    for (let i = 16; i < 64; i++) {
      const [early, late] = [at(words, i - 15), at(words, i - 2)];
      const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[i] = (at(words, i - 16) + first + at(words, i - 7) + second) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + mixed + chosen + at(constants, i) + at(words, i)) | 0;
      const turned = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (turned + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, place) => {
      state[place] = (at(state, place) + value) | 0;
    });
  }
  return state.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
