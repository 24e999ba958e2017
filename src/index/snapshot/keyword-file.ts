import type { KeywordFieldData } from '../keyword/keyword-field.ts';
import { decodeArrayFile, encodeArrayFile, type StoredArray } from './array-file.ts';

interface KeywordFileMeta {
  readonly chunkCount: number;
  readonly blocks: number;
}

export function encodeKeywordField(field: KeywordFieldData): Uint8Array[] {
  const { chunkCount, dictionary, maxImpacts, blocks } = field;
  const arrays: Record<string, StoredArray> = {
    termBytes: dictionary.bytes,
    termOffsets: dictionary.offsets,
    termSlots: dictionary.slots,
    maxImpacts,
  };
  for (const [number, { postingOffsets, documents, impacts }] of blocks.entries()) {
    arrays[`postingOffsets${number}`] = postingOffsets;
    arrays[`documents${number}`] = documents;
    arrays[`impacts${number}`] = impacts;
  }
  const meta: KeywordFileMeta = { chunkCount, blocks: blocks.length };
  return encodeArrayFile(meta, arrays);
}

export function decodeKeywordField(buffer: ArrayBufferLike): KeywordFieldData {
  const file = decodeArrayFile(buffer);
  const { chunkCount, blocks } = file.meta as KeywordFileMeta;
  return {
    chunkCount,
    dictionary: {
      bytes: file.array('termBytes', 'Uint8Array'),
      offsets: file.array('termOffsets', 'Uint32Array'),
      slots: file.array('termSlots', 'Uint32Array'),
    },
    maxImpacts: file.array('maxImpacts', 'Uint16Array'),
    blocks: Array.from({ length: blocks }, (_, number) => ({
      postingOffsets: file.array(`postingOffsets${number}`, 'Uint32Array'),
      documents: file.array(`documents${number}`, 'Uint16Array'),
      impacts: file.array(`impacts${number}`, 'Uint16Array'),
    })),
  };
}
