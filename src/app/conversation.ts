import type { ChatMessage } from '../core/composer.ts';
import { YinzhengError } from '../core/errors.ts';

/** How much of a conversation is read; all lengths in UTF-16 code units. */
export interface ConversationLimits {
  /** Longest question. */
  readonly questionLimit: number;
  /** All turns together; the oldest are dropped beyond it. */
  readonly conversationLimit: number;
  /** Most turns, the question included; the oldest are dropped beyond it. */
  readonly turnLimit: number;
}

/**
 * The latest turns of a conversation that fit its limits. Every turn that is sent must be one that
 * could have been part of a conversation here: a longer one is refused rather than cut, because half
 * of a turn means something else.
 *
 * @throws {YinzhengError} `conversation-too-long` when one turn is too large
 */
export function boundConversation(
  messages: readonly ChatMessage[],
  { questionLimit, conversationLimit, turnLimit }: ConversationLimits,
): readonly ChatMessage[] {
  for (const [number, { role, content }] of messages.entries()) {
    const limit = role === 'user' ? questionLimit : conversationLimit;
    if (content.length <= limit) continue;
    throw new YinzhengError(
      'conversation-too-long',
      `Expected at most ${limit} characters in a turn of the ${role}; got ${content.length} in turn ${number + 1}.`,
      { field: `messages[${number}].content` },
    );
  }
  let first = messages.length;
  let length = 0;
  while (first > 0 && messages.length - first < turnLimit) {
    const turn = messages[first - 1]?.content.length ?? 0;
    // The question itself is always read.
    if (first < messages.length && length + turn > conversationLimit) break;
    length += turn;
    first -= 1;
  }
  return messages.slice(first);
}
