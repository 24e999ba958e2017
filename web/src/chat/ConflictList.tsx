import type { Conflict } from '../../../src/core/answer.ts';
import { useMessages } from '../language/messages.ts';
import { CitationMarker } from './CitationMarker.tsx';
import './AnswerPanels.css';

/** What different sources state differently, each statement with its quote. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const messages = useMessages();
  if (conflicts.length === 0) return null;
  return (
    <section className="answer-panel conflict-list">
      <h3>{messages.conflicts}</h3>
      {conflicts.map(({ about, statements }) => (
        <div key={about}>
          <p>{about}</p>
          <ul>
            {statements.map(({ value, citation }) => (
              <li key={`${citation} ${value}`}>
                {value}
                <CitationMarker marker={citation} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
