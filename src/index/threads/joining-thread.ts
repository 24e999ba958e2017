import { pagesOnDisk } from '../columns/pages.ts';
import type { BatchReading } from '../reading/article-reader.ts';
import { ReadingWriter } from '../snapshot/reading-writer.ts';
import type { MeaningBatch } from '../words/meaning-batch.ts';
import { answerRequests } from './answer-requests.ts';

export type JoiningRequest =
  /** First: the folder that the files are written to later, and in which what is joined waits. */
  | { readonly kind: 'open'; readonly directory: string }
  | { readonly kind: 'add'; readonly reading: Pick<BatchReading, 'fields' | 'sentences'> }
  | { readonly kind: 'words' }
  | {
      readonly kind: 'write';
      readonly directory: string;
      readonly meanings: readonly MeaningBatch[];
    };

let writer: ReadingWriter | undefined;

answerRequests<JoiningRequest>(async (request) => {
  if (request.kind === 'open') {
    writer = new ReadingWriter(pagesOnDisk(request.directory));
    return null;
  }
  if (writer === undefined) throw new Error('Expected a request that opens a folder first.');
  if (request.kind === 'words') return writer.words();
  if (request.kind === 'write') return await writer.write(request.directory, request.meanings);
  writer.add(request.reading);
  return null;
});
