import { z } from 'zod';
import type { Answer } from '../../src/core/answer.ts';
import { isStatement } from '../../src/core/block.ts';
import { YinzhengError } from '../../src/core/errors.ts';

/** A line that a server kept, as far as it matters here. */
const lineSchema = z.object({
  verdict: z.enum(['useful', 'wrong']),
  question: z.string().min(1),
  shortAnswer: z.string().nullable(),
  quotes: z.array(z.string()),
  outcome: z.enum(['answered', 'possible', 'not-found']),
});
type FeedbackLine = z.infer<typeof lineSchema>;

/** Questions by what readers said of their answers: how many are answered as they were then. */
export interface FeedbackReport {
  readonly useful: { readonly questions: number; readonly asBefore: number };
  readonly wrong: { readonly questions: number; readonly asBefore: number };
  /** Questions whose useful answer is another by now, and those whose wrong one is still given. */
  readonly lost: readonly string[];
  readonly stillWrong: readonly string[];
}

/**
 * Reads what a server kept of its readers; of a question that was judged more than once the last
 * counts. @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseFeedback(jsonLines: string, path: string): FeedbackLine[] {
  const byQuestion = new Map<string, FeedbackLine>();
  for (const [index, line] of jsonLines.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const read = lineSchema.parse(JSON.parse(line));
      byQuestion.set(read.question, read);
    } catch (cause) {
      throw new YinzhengError('usage', `Expected feedback in line ${index + 1} of ${path}.`, {
        cause,
      });
    }
  }
  return [...byQuestion.values()];
}

/** Asks each question again and compares. */
export async function evaluateFeedback(
  lines: readonly FeedbackLine[],
  ask: (question: string) => Promise<Answer>,
): Promise<FeedbackReport> {
  const counts = { useful: { questions: 0, asBefore: 0 }, wrong: { questions: 0, asBefore: 0 } };
  const lost: string[] = [];
  const stillWrong: string[] = [];
  for (const line of lines) {
    const isAsBefore = saysTheSame(line, await ask(line.question));
    counts[line.verdict].questions += 1;
    if (isAsBefore) counts[line.verdict].asBefore += 1;
    if (line.verdict === 'useful' && !isAsBefore) lost.push(line.question);
    if (line.verdict === 'wrong' && isAsBefore) stillWrong.push(line.question);
  }
  return { ...counts, lost, stillWrong };
}

/** Whether an answer gives the same short answer, or where there was none, the same first quote. */
function saysTheSame({ outcome, quotes, shortAnswer }: FeedbackLine, answer: Answer): boolean {
  if (answer.outcome !== outcome) return false;
  if (shortAnswer !== null) return answer.shortAnswer?.text === shortAnswer;
  const [first] = quotes;
  return first === undefined || answer.blocks.find(isStatement)?.text === first;
}
