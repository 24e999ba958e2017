import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Conversation } from '../../web/src/state/conversation.ts';
import { mergeConversations } from '../../web/src/state/merge-conversations.ts';
import { newTurn } from '../../web/src/state/turn.ts';

/** What two tabs may make of one conversation: turns of a common pool, some of them replaced. */
const conversation = fc
  .record({
    turns: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
    replaced: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
    changedAt: fc.integer({ min: 0, max: 3 }),
  })
  .map(
    ({ turns, replaced, changedAt }): Conversation => ({
      id: 'one',
      startedAt: 0,
      changedAt,
      filters: {},
      turns: turns
        .filter((id) => !replaced.includes(id))
        .map((id) => ({
          ...newTurn(`t${id}`, `q${id}`, { askedAt: id }),
          status: 'done' as const,
        })),
      replaced: replaced.map((id) => `t${id}`),
    }),
  );
const idsOf = ({ turns }: Conversation) => turns.map(({ id }) => id);

it('keeps what was asked in either tab, in order, and nothing that was replaced', () => {
  fc.assert(
    fc.property(conversation, conversation, (mine, other) => {
      const merged = mergeConversations(mine, other);
      const replaced = [...(mine.replaced ?? []), ...(other.replaced ?? [])];
      const asked = new Set(
        [...idsOf(mine), ...idsOf(other)].filter((id) => !replaced.includes(id)),
      );
      expect(new Set(idsOf(merged))).toEqual(asked);
      expect(idsOf(merged)).toEqual(idsOf(merged).toSorted());
      expect(idsOf(mergeConversations(other, mine))).toEqual(idsOf(merged));
      expect(mergeConversations(merged, other).turns).toEqual(merged.turns);
    }),
  );
});
