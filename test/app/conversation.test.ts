import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundConversation } from '../../src/app/conversation.ts';
import type { ChatMessage } from '../../src/core/composer.ts';

const LIMITS = { questionLimit: 100, conversationLimit: 300, turnLimit: 5 };
const turn = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const),
  content: fc.string({ maxLength: 100 }),
});

describe('a conversation', () => {
  it('is read from its end, as far as its limits go', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 20 }), (messages) => {
        const read = boundConversation(messages, LIMITS);
        expect(read).toEqual(messages.slice(messages.length - read.length));
        expect(read.length).toBeGreaterThan(0);
        expect(read.length).toBeLessThanOrEqual(LIMITS.turnLimit);
        const length = read.reduce((sum, { content }) => sum + content.length, 0);
        expect(length).toBeLessThanOrEqual(LIMITS.conversationLimit);
      }),
    );
  });

  it.each([
    ['user', 101],
    ['assistant', 301],
  ] as const)('is refused where a turn of the %s is too long', (role, length) => {
    const messages: ChatMessage[] = [
      { role: 'user', content: '论坛在哪里开幕？' },
      { role, content: '他'.repeat(length) },
      { role: 'user', content: 'Where is he?' },
    ];
    expect(() => boundConversation(messages, LIMITS)).toThrow(
      expect.objectContaining({ code: 'conversation-too-long', field: 'messages[1].content' }),
    );
  });
});
