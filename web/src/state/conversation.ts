import type { ChatMessage } from '../../../src/core/composer.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import { formatRoute } from './route.ts';
import type { Turn } from './turn.ts';

/** A conversation as the browser keeps it. */
export interface Conversation {
  readonly id: string;
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly changedAt: number;
  readonly filters: ArticleFilters;
  readonly turns: readonly Turn[];
  /** Ids of turns that others took the place of. */
  readonly replaced?: readonly string[] | undefined;
}

/** Named by its first question. */
export function conversationTitle(conversation: Conversation): string {
  return conversation.turns[0]?.question ?? '';
}

/** An earlier answer, as later questions can refer to it. */
function spokenOf({ blocks }: Turn): Pick<ChatMessage, 'content' | 'blocks'> {
  const spoken = blocks.flatMap((block) =>
    'text' in block ? [{ kind: block.kind, text: block.text }] : [],
  );
  return { content: spoken.map(({ text }) => text).join('\n'), blocks: spoken };
}

/** The earlier turns and a new question, as the server wants them, oldest first. */
export function messagesFor(turns: readonly Turn[], question: string): readonly ChatMessage[] {
  const earlier = turns.flatMap((turn): ChatMessage[] =>
    turn.blocks.length === 0
      ? []
      : [
          { role: 'user', content: turn.question },
          { role: 'assistant', ...spokenOf(turn) },
        ],
  );
  return [...earlier, { role: 'user', content: question }];
}

/**
 * An address that opens the conversation in this browser. Elsewhere, where its answers are not
 * kept, it carries the questions, which can be asked again.
 */
export function conversationLink(conversation: Conversation, page: string): string {
  const view = {
    name: 'chat',
    conversation: conversation.id,
    asks: conversation.turns.map(({ question }) => question),
  } as const;
  return new URL(formatRoute({ view, reader: null }), page).href;
}
