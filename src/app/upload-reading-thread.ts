// A thread that reads one brought file at a time, to say what is in it: whatever the file does to
// its reader, the server answers.

import { answerRequests } from '../index/threads/answer-requests.ts';
import { ingestPaths } from '../ingest/ingest.ts';

/** What a brought file holds. */
export interface FileContents {
  readonly articles: number;
  readonly remarks: readonly string[];
}

/** Remarks of one file that are told. */
const MAX_REMARKS = 5;

answerRequests<string>(async (file): Promise<FileContents> => {
  const { articles, skipped, warnings } = await ingestPaths([file]);
  const remarks = [
    ...skipped.map(({ title, reason }) => (title === null ? reason : `${title}: ${reason}`)),
    ...warnings.map(({ text }) => text),
  ];
  return { articles: articles.length, remarks: [...new Set(remarks)].slice(0, MAX_REMARKS) };
});
