import { useCommands } from '../state/commands.ts';
import './Suggestions.css';

/** Questions that the collection can answer, each one press away. */
export function Suggestions({
  questions,
  heading,
}: {
  readonly questions: readonly string[];
  readonly heading: string;
}) {
  const commands = useCommands();
  if (questions.length === 0) return null;
  return (
    <section className="suggestions">
      <h3>{heading}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => commands.ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
