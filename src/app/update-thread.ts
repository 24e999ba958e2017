// A thread that brings the index up to date while the server answers: whatever an article does to it
// (no end, no memory), the index there is answers.

import { INDEXING_STAGES } from '../core/indexer.ts';
import { answerRequests } from '../index/threads/answer-requests.ts';
import { summarizeUpdate } from './bring-up-to-date.ts';
import { composeIndexer } from './compose-indexer.ts';
import type { Config } from './config.ts';

export interface UpdateRequest {
  readonly config: Config;
  /** Files and folders to index; none means those that the index was made from. */
  readonly paths: readonly string[];
  /** Whether they are indexed beside those that the index was made from. */
  readonly add: boolean;
}

answerRequests<UpdateRequest>(async ({ config, paths, add }, onProgress) =>
  summarizeUpdate(
    await composeIndexer(config).run(paths, {
      add,
      onProgress: ({ stage, done, total }) => {
        const before = INDEXING_STAGES.indexOf(stage);
        onProgress((before + done / Math.max(1, total)) / INDEXING_STAGES.length);
      },
    }),
  ),
);
