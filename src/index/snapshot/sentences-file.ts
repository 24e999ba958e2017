import type { SentencesData } from '../sentences/sentences.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

interface SentencesFileMeta {
  /** The different weights of concepts. */
  readonly weights: readonly number[];
}

/** The annotated sentences of all articles as a file. */
export function encodeSentences(data: SentencesData): Uint8Array[] {
  const { dated, wordForms, sharedTexts, ...columns } = data;
  const { weights, ...words } = wordForms;
  const meta: SentencesFileMeta = { weights };
  return encodeArrayFile(meta, {
    ...columns,
    datedFrom: dated.from,
    datedTo: dated.to,
    datedSentences: dated.sentences,
    wordNormals: words.normals,
    wordFlags: words.flags,
    wordConceptOffsets: words.conceptOffsets,
    wordConceptStems: words.conceptStems,
    wordConceptWeights: words.conceptWeights,
    textBytes: sharedTexts.bytes,
    textStarts: sharedTexts.offsets,
  });
}

export function decodeSentences(buffer: ArrayBufferLike): SentencesData {
  const file = decodeArrayFile(buffer);
  const { weights } = file.meta as SentencesFileMeta;
  const numbers = (name: string) => file.array(name, 'Uint32Array');
  return {
    articleOffsets: numbers('articleOffsets'),
    bodyOffsets: numbers('bodyOffsets'),
    starts: numbers('starts'),
    ends: numbers('ends'),
    roles: file.array('roles', 'Uint8Array'),
    stream: file.array('stream', 'Uint8Array'),
    streamOffsets: numbers('streamOffsets'),
    words: numbers('words'),
    wordOffsets: numbers('wordOffsets'),
    texts: numbers('texts'),
    textOffsets: numbers('textOffsets'),
    dated: {
      from: numbers('datedFrom'),
      to: numbers('datedTo'),
      sentences: numbers('datedSentences'),
    },
    wordForms: {
      normals: numbers('wordNormals'),
      flags: file.array('wordFlags', 'Uint8Array'),
      conceptOffsets: numbers('wordConceptOffsets'),
      conceptStems: numbers('wordConceptStems'),
      conceptWeights: numbers('wordConceptWeights'),
      weights,
    },
    sharedTexts: { bytes: file.array('textBytes', 'Uint8Array'), offsets: numbers('textStarts') },
  };
}
