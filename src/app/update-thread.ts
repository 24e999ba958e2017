// A thread that brings the index up to date while the server starts: whatever an article does to it
// (no end, no memory), the index there is answers.

import { answerRequests } from '../index/threads/answer-requests.ts';
import { summarizeUpdate } from './bring-up-to-date.ts';
import { composeIndexer } from './compose-indexer.ts';
import type { Config } from './config.ts';

answerRequests<Config>(async (config) => summarizeUpdate(await composeIndexer(config).run([])));
