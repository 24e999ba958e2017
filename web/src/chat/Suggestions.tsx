import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import type { Turn } from '../state/turn.ts';
import { useStarterQuestions } from './use-starter-questions.ts';
import './Suggestions.css';

const MOST = 3;

/**
 * What to ask next: questions that were answered before, those about the articles of this answer
 * first. Nothing else is suggested, since it might not be answered.
 */
export function Suggestions({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const { questions } = useStarterQuestions();
  const asked = useAppState((state) => state.conversations)
    .flatMap(({ turns }) => turns)
    .map(({ question }) => question);
  const isRefused = turn.answer?.refusal != null;
  const read = new Set([...turn.citations, ...turn.passages].map(({ articleId }) => articleId));
  const open = questions.filter(({ text }) => !asked.includes(text));
  const related = open.filter(({ articleIds }) => articleIds.some((id) => read.has(id)));
  const shown = isRefused ? [...new Set([...related, ...open])] : related;
  if (shown.length === 0) return null;
  return (
    <section className="suggestions">
      <h3>{isRefused ? messages.suggestionsInstead : messages.suggestions}</h3>
      <QuestionList questions={shown.slice(0, MOST).map(({ text }) => text)} />
    </section>
  );
}

/** Questions, each one press away. */
export function QuestionList({ questions }: { readonly questions: readonly string[] }) {
  const commands = useCommands();
  return (
    <ul className="question-list">
      {questions.map((question) => (
        <li key={question}>
          <button type="button" onClick={() => commands.ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
