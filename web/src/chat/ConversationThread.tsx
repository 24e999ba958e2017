import { useLayoutEffect, useRef } from 'react';
import type { Conversation } from '../state/conversation.ts';
import { ConversationTurn } from './ConversationTurn.tsx';
import './ConversationThread.css';

/**
 * The turns of a conversation. A new question goes to the top of the view and its answer grows
 * below it, so that nothing already read moves while more arrives.
 */
export function ConversationThread({ conversation }: { readonly conversation: Conversation }) {
  const thread = useRef<HTMLDivElement>(null);
  const seen = useRef<string | undefined>(undefined);
  const last = conversation.turns.at(-1);

  useLayoutEffect(() => {
    const first = seen.current === undefined;
    seen.current = last?.id;
    const element = thread.current?.querySelector<HTMLElement>('.turn:last-child');
    if (element === null || element === undefined || thread.current === null) return;
    const smooth = !first && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    // One pixel further, so that the rule above the turn is out of sight.
    const top = first ? element.offsetTop : element.offsetTop + 1;
    thread.current.scrollTo({ top, behavior: smooth ? 'smooth' : 'instant' });
  }, [last?.id]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <div className="thread" ref={thread} tabIndex={0}>
      {conversation.turns.map((turn, index) => (
        <ConversationTurn
          key={turn.id}
          turn={turn}
          isLast={index === conversation.turns.length - 1}
        />
      ))}
    </div>
  );
}
