import type { Corroboration, QuoteLead, ResolvedExpression } from '../../../src/core/block.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatDay } from '../text/published-date.ts';
import { CitationMarkers } from './CitationMarkers.tsx';
import { useCitations } from './quote-card-context.ts';
import { ReadingAid } from './ReadingAid.tsx';
import { StatementNotes } from './StatementNotes.tsx';
import './AnswerBody.css';

/** An article's own words, with whose they are. They carry no sign of support: there is no claim of ours. */
export function Quote({
  text,
  citations,
  lead = null,
  corroboration = null,
  dates = [],
}: {
  readonly text: string;
  readonly citations: readonly number[];
  readonly lead?: QuoteLead | null | undefined;
  readonly corroboration?: Corroboration | null | undefined;
  readonly dates?: readonly ResolvedExpression[] | undefined;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const cited = useCitations().find(({ marker }) => marker === citations[0]);
  const day = cited?.publishedAt?.slice(0, 10);
  const origin = [cited?.source, day === undefined ? undefined : formatDay(day, language)];
  const words = (
    <q className="quote-words" lang={cited && languageTag(cited.language)}>
      {text}
    </q>
  );
  return (
    <div className="quote">
      {lead !== null && <span className="quote-lead">{leadText(lead)}</span>}
      {cited !== undefined && cited.language !== language ? (
        <ReadingAid citation={cited}>{words}</ReadingAid>
      ) : (
        words
      )}
      <CitationMarkers markers={citations} />
      <div className="quote-notes">
        <span className="quote-label">{messages.originalWords}</span>
        <cite className="quote-origin">{origin.filter(Boolean).join(' · ')}</cite>
        <StatementNotes corroboration={corroboration} dates={dates} />
      </div>
    </div>
  );
}

function leadText({ text, strong }: QuoteLead) {
  return strong ? <strong>{text}</strong> : text;
}
