import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
import type { Turn } from '../state/turn.ts';
import { outcomeOf } from '../state/turn.ts';
import './AnswerSection.css';

const OUTCOME_ICONS = { answered: 'quote', possible: 'possible', 'not-found': 'absent' } as const;

/** One line that is always there: what is being done, then what came of it. */
export function AnswerStatus({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const { citations, passages, status } = turn;
  if (status === 'answering') {
    return (
      <p className="answer-status">
        <span className="answer-status-dot" />
        {passages.length === 0 ? messages.reading : messages.readingPassages(passages.length)}
      </p>
    );
  }
  if (turn.blocks.length === 0) return <p className="answer-status" />;
  const outcome = outcomeOf(turn);
  if (outcome === 'answered' && citations.length === 0) return <p className="answer-status" />;
  const articles = new Set(citations.map(({ articleId }) => articleId)).size;
  const outlets = new Set(citations.map(({ source }) => source)).size;
  return (
    <p className="answer-status">
      <span className="answer-outcome">
        <Icon name={OUTCOME_ICONS[outcome]} />
        {messages.outcomes[outcome]}
      </span>
      {outcome !== 'not-found' && <span>{messages.answeredFrom(articles, outlets)}</span>}
    </p>
  );
}
