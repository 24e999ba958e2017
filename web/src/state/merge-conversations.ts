import type { Conversation } from './conversation.ts';
import type { Turn } from './turn.ts';

const isOpen = ({ status }: Turn): boolean => status === 'answering';

/**
 * One conversation as two tabs have it, with the turns of both: nothing that was asked in one is
 * lost, and what was replaced in one stays replaced. Merging again, or the other way, changes nothing.
 */
export function mergeConversations(mine: Conversation, other: Conversation): Conversation {
  const replaced = new Set([...(mine.replaced ?? []), ...(other.replaced ?? [])]);
  const turns = new Map<string, Turn>();
  for (const turn of [...mine.turns, ...other.turns]) {
    const known = turns.get(turn.id);
    if (replaced.has(turn.id)) continue;
    if (known === undefined || (isOpen(known) && !isOpen(turn))) turns.set(turn.id, turn);
  }
  const newer = other.changedAt > mine.changedAt ? other : mine;
  return {
    ...newer,
    replaced: [...replaced].toSorted(),
    turns: [...turns.values()].toSorted(
      (a, b) => (a.askedAt ?? 0) - (b.askedAt ?? 0) || (a.id < b.id ? -1 : 1),
    ),
  };
}
