import { useMessages } from '../language/messages.ts';
import type { Turn } from '../state/turn.ts';
import { CitationMarker } from './CitationMarker.tsx';

/** One line that is always there: what is being done, then the short answer or what it rests on. */
export function AnswerStatus({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const { answer, passages, status } = turn;
  const short = answer?.shortAnswer;
  if (status === 'answering') {
    return (
      <p className="answer-status">
        <span className="answer-status-dot" />
        {passages.length === 0 ? messages.reading : messages.readingPassages(passages.length)}
      </p>
    );
  }
  // Most answers open with it; then it stands there, where it streamed.
  if (short && !turn.text.startsWith(`**${short.text}**`)) {
    return (
      <p className="answer-status">
        <span>{messages.shortAnswer}</span>
        <span>
          <strong className="answer-status-short">{short.text}</strong>
          {short.citations.map((marker) => (
            <CitationMarker key={marker} marker={marker} />
          ))}
        </span>
      </p>
    );
  }
  if (answer?.abstained === true) return <p className="answer-status">{messages.notFound}</p>;
  if (turn.citations.length === 0) return <p className="answer-status" />;
  const articles = new Set(turn.citations.map(({ articleId }) => articleId)).size;
  const outlets = new Set(turn.citations.map(({ source }) => source)).size;
  return <p className="answer-status">{messages.answeredFrom(articles, outlets)}</p>;
}
