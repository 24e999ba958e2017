import type { PassageView } from '../../../src/core/answer.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { formatPublished } from '../text/published-date.ts';
import './AnswerPanels.css';
import './QuoteCard.css';

/** Everything that was read for an answer, also what it did not use. */
export function PassageList({ passages }: { readonly passages: readonly PassageView[] }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  return (
    <details className="passage-list">
      <summary>{messages.passagesRead(passages.length)}</summary>
      <ol>
        {passages.map(
          ({ articleId, title, source, publishedAt, copies, start, end, ...passage }) => (
            <li key={`${articleId} ${start}`}>
              <button
                type="button"
                className="quote-excerpt"
                onClick={() =>
                  commands.openReader({
                    articleId,
                    spans: [{ marker: null, start, end }],
                    active: 0,
                  })
                }
              >
                <span className="quote-excerpt-origin">
                  {source}
                  {' · '}
                  {formatPublished(publishedAt, language) ?? messages.undated}
                  {' · '}
                  {title}
                </span>
                <span className="quote-excerpt-words" lang={languageTag(passage.language)}>
                  {passage.text}
                </span>
                {copies.length > 0 && (
                  <span className="quote-excerpt-origin">
                    {messages.copiesOf(copies.map((copy) => copy.source).join(' · '))}
                  </span>
                )}
              </button>
            </li>
          ),
        )}
      </ol>
    </details>
  );
}
