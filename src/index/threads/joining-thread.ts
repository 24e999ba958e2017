import type { BatchReading } from '../reading/article-reader.ts';
import { ReadingWriter } from '../snapshot/reading-writer.ts';
import type { MeaningBatch } from '../words/meaning-batch.ts';
import { answerRequests } from './answer-requests.ts';

export type JoiningRequest =
  | { readonly kind: 'add'; readonly reading: Pick<BatchReading, 'fields' | 'sentences'> }
  | { readonly kind: 'words' }
  | {
      readonly kind: 'write';
      readonly directory: string;
      readonly meanings: readonly MeaningBatch[];
    };

const writer = new ReadingWriter();

answerRequests<JoiningRequest>(async (request) => {
  if (request.kind === 'words') return writer.words();
  if (request.kind === 'write') return await writer.write(request.directory, request.meanings);
  writer.add(request.reading);
  return null;
});
