import type { SentenceBlock } from '../../../src/core/block.ts';
import { CitationMarkers } from './CitationMarkers.tsx';
import { StatementNotes } from './StatementNotes.tsx';
import { SupportMark } from './SupportMark.tsx';

/** A sentence in other words than the articles', with what its check found. */
export function WrittenSentence({ block }: { readonly block: SentenceBlock }) {
  const { text, citations, support, isProvisional, corroboration, dates } = block;
  return (
    <span className="answer-sentence" data-verdict={support?.verdict}>
      <span className="answer-sentence-text">{text}</span>
      <CitationMarkers markers={citations} />
      {support !== null && <SupportMark support={support} isProvisional={isProvisional} />}
      <StatementNotes corroboration={corroboration} dates={dates} />
    </span>
  );
}
