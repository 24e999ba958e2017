import { FlatVectors } from '../vector/flat-vectors.ts';
import { KEY_BYTES } from '../vector/vector-key.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

/** Vectors as a file, each with the key of the text it stands for, so that the next run finds it. */
export interface StoredVectors {
  readonly flat: FlatVectors;
  /** Vector keys one after the other, `KEY_BYTES` each. */
  readonly keys: Uint8Array;
}

export function encodeVectors({ flat, keys }: StoredVectors): Uint8Array[] {
  return encodeArrayFile({ dimensions: flat.dimensions }, { keys, data: flat.data });
}

export function decodeVectors(buffer: ArrayBufferLike): StoredVectors {
  const file = decodeArrayFile(buffer);
  const { dimensions } = file.meta as { dimensions: number };
  return {
    keys: file.array('keys', 'Uint8Array'),
    flat: new FlatVectors(file.array('data', 'Float32Array'), dimensions),
  };
}

/** Each stored vector with its key. */
export function* keyedVectors({ flat, keys }: StoredVectors): Generator<[string, Float32Array]> {
  for (let chunk = 0; chunk < flat.count; chunk++) {
    const key = Buffer.from(keys.buffer, keys.byteOffset + chunk * KEY_BYTES, KEY_BYTES);
    yield [key.toString('latin1'), flat.vector(chunk)];
  }
}
