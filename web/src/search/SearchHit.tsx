import type { SearchResultView } from '../../../src/core/http-views.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { highlightedPieces } from '../reader/highlighted-pieces.ts';
import { useCommands } from '../state/commands.ts';
import { formatPublished } from '../text/published-date.ts';
import { RankExplanation } from './RankExplanation.tsx';

/** A passage that was found, the matching words marked; pressed, it opens its article there. */
export function SearchHit({
  hit,
  position,
}: {
  readonly hit: SearchResultView;
  readonly position: number;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const { passage, highlights } = hit;
  const { articleId, title, source, publishedAt, start, end, text, copies } = passage;
  const shifted = highlights.map((span) => ({ start: span.start - start, end: span.end - start }));
  const open = (): void =>
    commands.openReader({
      articleId,
      spans: [{ marker: null, start, end }],
      active: 0,
    });
  return (
    <li className="search-hit">
      <h2 lang={languageTag(passage.language)}>
        <button type="button" onClick={open}>
          {title}
        </button>
      </h2>
      <p className="origin-line">
        {source}
        {' · '}
        {formatPublished(publishedAt, language) ?? messages.undated}
        {' · '}
        {messages.languages[passage.language]}
        {copies.length > 0 &&
          ` · ${messages.copiesOf(copies.map((copy) => copy.source).join(' · '))}`}
      </p>
      <p className="search-text" lang={languageTag(passage.language)}>
        {highlightedPieces(text, 0, end - start, shifted).map((piece) =>
          piece.spans.length === 0 ? piece.text : <mark key={piece.start}>{piece.text}</mark>,
        )}
      </p>
      <RankExplanation hit={hit} position={position} />
    </li>
  );
}
