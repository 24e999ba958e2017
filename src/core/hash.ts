const FNV_PRIME = 0x01000193;

/** Where an FNV-1a hash of 32 bits begins. */
export const FNV_BASIS = 0x811c9dc5;

/** The FNV-1a hash of what was hashed before, with one more byte or UTF-16 unit; signed. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** FNV-1a of a text's UTF-16 units, as an unsigned number of 32 bits. */
export function hashText(text: string): number {
  let hash = FNV_BASIS;
  for (let index = 0; index < text.length; index++) {
    hash = addToHash(hash, text.charCodeAt(index));
  }
  return hash >>> 0;
}
