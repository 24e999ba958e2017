import type { ChatMessage } from '../core/composer.ts';

/** About how many tokens a text has; exact only for a model's own vocabulary. */
export type CountTokens = (text: string) => number;

/** What was read and written, in tokens. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
  readonly total: number;
}

/** Counts the conversation and the answer, as a client sees them. */
export function usageOf(
  messages: readonly ChatMessage[],
  answer: string,
  countTokens: CountTokens,
): TokenUsage {
  const input = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
  const output = countTokens(answer);
  return { input, output, total: input + output };
}
