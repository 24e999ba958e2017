import { useMessages } from '../language/messages.ts';
import type { Turn } from '../state/turn.ts';
import './AnswerSection.css';

/** Why an answer is not whole. */
export function TurnProblem({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  if (turn.status === 'stopped' || turn.status === 'interrupted') {
    return (
      <p className="turn-problem">
        {turn.status === 'stopped' ? messages.stoppedNote : messages.interruptedNote}
      </p>
    );
  }
  const { problem } = turn;
  if (problem === null) return null;
  const translated = messages.errors[problem.code];
  return (
    <div className="turn-problem">
      <p>{translated ?? `${problem.title}. ${problem.action}`}</p>
      <details className="turn-problem-detail">
        <summary>{messages.details}</summary>
        <p lang="en">
          {problem.code}: {problem.detail}
        </p>
      </details>
    </div>
  );
}
