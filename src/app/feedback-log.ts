import { appendFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { YinzhengError } from '../core/errors.ts';
import type { FeedbackLog } from '../core/feedback.ts';

/** JSON lines in the data folder; `npm run evaluate -- --feedback` reads them. */
const FILE = 'feedback.jsonl';
/** Beyond this somebody is not judging answers. */
const MAX_BYTES = 32 * 2 ** 20;

/** Keeps what readers say of answers, a line each, with when and over which index. */
export function createFeedbackLog(dataPath: string, generation: () => string | null): FeedbackLog {
  const file = path.join(dataPath, FILE);
  return {
    async add(feedback) {
      const { size } = await stat(file).catch(() => ({ size: 0 }));
      if (size > MAX_BYTES) {
        throw new YinzhengError('feedback-full', `${FILE} has ${size} bytes.`);
      }
      const line = { at: new Date().toISOString(), generation: generation(), ...feedback };
      await mkdir(dataPath, { recursive: true });
      await appendFile(file, `${JSON.stringify(line)}\n`);
    },
  };
}
