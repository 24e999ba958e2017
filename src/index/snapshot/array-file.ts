/** Kinds of array that a file may hold. Numbers are little-endian, as every Node platform is. */
const ARRAY_TYPES = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;

type ArrayTypeName = keyof typeof ARRAY_TYPES;
export type StoredArray = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array;

interface Header {
  readonly meta: unknown;
  readonly arrays: readonly { name: string; type: ArrayTypeName; offset: number; length: number }[];
}

/** Arrays begin at multiples of this, so that views on the loaded bytes need no copy. */
const ALIGNMENT = 8;

const LENGTH_BYTES = 4;

/**
 * A file of named arrays: the length of a JSON header, the header, then the arrays as they lie in
 * memory. Opening one is reading it: the arrays are views on its bytes.
 *
 * @param meta anything small that JSON can hold
 */
export function encodeArrayFile(
  meta: unknown,
  arrays: Readonly<Record<string, StoredArray>>,
): Uint8Array[] {
  let offset = 0;
  const entries = Object.entries(arrays).map(([name, array]) => {
    const entry = { name, type: typeName(array), offset, length: array.length };
    offset = align(offset + array.byteLength);
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ meta, arrays: entries } satisfies Header), 'utf8');
  const header = new Uint8Array(align(LENGTH_BYTES + json.length));
  new DataView(header.buffer).setUint32(0, json.length, true);
  header.set(json, LENGTH_BYTES);
  return [
    header,
    ...Object.values(arrays).flatMap((array) => [
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      new Uint8Array(align(array.byteLength) - array.byteLength),
    ]),
  ];
}

/** What `decodeArrayFile` found. */
export interface ArrayFile {
  readonly meta: unknown;
  /** @throws {TypeError} when the file has no such array, or one of another kind */
  array<Name extends ArrayTypeName>(
    name: string,
    type: Name,
  ): InstanceType<(typeof ARRAY_TYPES)[Name]>;
}

/** @param buffer the file's bytes, verified before: they are trusted here */
export function decodeArrayFile(buffer: ArrayBufferLike): ArrayFile {
  const headerBytes = new DataView(buffer).getUint32(0, true);
  const json = Buffer.from(buffer, LENGTH_BYTES, headerBytes).toString('utf8');
  const { meta, arrays } = JSON.parse(json) as Header;
  const base = align(LENGTH_BYTES + headerBytes);
  return {
    meta,
    array(name, type) {
      const entry = arrays.find((candidate) => candidate.name === name);
      if (entry?.type !== type) {
        throw new TypeError(`Expected a ${type} named ${name}; found ${entry?.type ?? 'none'}.`);
      }
      // Memory that threads share is read like any other: nobody writes to it once it is loaded.
      const bytes = buffer as ArrayBuffer;
      const view = new ARRAY_TYPES[type](bytes, base + entry.offset, entry.length);
      return view as InstanceType<(typeof ARRAY_TYPES)[typeof type]>;
    },
  };
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function typeName(array: StoredArray): ArrayTypeName {
  const names = Object.keys(ARRAY_TYPES) as ArrayTypeName[];
  const name = names.find((candidate) => array instanceof ARRAY_TYPES[candidate]);
  if (name === undefined) throw new TypeError('An array of this kind cannot be stored.');
  return name;
}
