import { isStatement } from '../../../src/core/block.ts';
import type { Feedback } from '../../../src/core/feedback.ts';
import { outcomeOf, type Turn } from '../state/turn.ts';
import { send } from './request.ts';

const MAX_QUOTES = 5;
const MAX_WORDS = 4_000;

/** Tells the server what the reader says of an answer, with what was shown. @throws as `send` */
export async function sendFeedback(
  turn: Turn,
  verdict: Feedback['verdict'],
  note: string,
): Promise<void> {
  const { answer, blocks, question } = turn;
  const feedback: Feedback = {
    verdict,
    question: question.slice(0, MAX_WORDS),
    language: turn.language ?? 'en',
    outcome: outcomeOf(turn),
    shortAnswer: answer?.shortAnswer?.text ?? null,
    quotes: blocks
      .filter(isStatement)
      .slice(0, MAX_QUOTES)
      .map(({ text }) => text.slice(0, MAX_WORDS)),
    composer: answer?.composer ?? 'extractive',
    model: answer?.model ?? null,
    note,
  };
  await send('/api/feedback', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(feedback),
  });
}
