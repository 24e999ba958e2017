import type { AnswerSentence as CheckedSentence } from '../../../src/core/answer.ts';
import { languageTag } from '../language/browser-language.ts';
import { useMessages } from '../language/messages.ts';
import type { Run } from '../text/light-markdown.ts';
import { formatRange } from '../text/published-date.ts';
import { cutTail } from '../text/sentence-tail.ts';
import { AnswerRuns } from './AnswerRuns.tsx';
import { CorroborationNote } from './CorroborationNote.tsx';
import { useCitations } from './quote-card-context.ts';
import { SupportMark } from './SupportMark.tsx';

/** A sentence of the answer with its markers, its support, and what its dates mean. */
export function AnswerSentence({
  sentence,
  runs,
  after = '',
}: {
  readonly sentence: CheckedSentence;
  readonly runs: readonly Run[];
  /** The words that follow it; a date that they resolve is not resolved again. */
  readonly after?: string;
}) {
  const messages = useMessages();
  const { body, tail, markers } = cutTail(runs);
  const { corroboration, support } = sentence;
  const cited = useCitations().find(({ marker }) => marker === sentence.citations[0]);
  const lang = support.rule === 'quoted' && cited ? languageTag(cited.language) : undefined;
  const dates = sentence.dates?.filter(({ expression }) => !after.includes(expression));
  return (
    <span className="answer-sentence" data-verdict={support.verdict}>
      <span className="answer-sentence-text" lang={lang}>
        <AnswerRuns runs={body} />
      </span>
      <span className="answer-sentence-end">
        <span className="answer-sentence-text" lang={lang}>
          <AnswerRuns runs={tail} />
        </span>
        <AnswerRuns runs={markers} />
        <SupportMark support={support} />
      </span>
      {corroboration !== undefined && corroboration.sources > 1 && (
        <CorroborationNote sources={corroboration.sources} citations={corroboration.citations} />
      )}
      {dates?.map(({ expression, from, to }) => (
        <span
          key={expression}
          className="sentence-note"
          title={messages.resolvedDate(expression, formatRange(from, to))}
        >
          {expression} = {formatRange(from, to)}
        </span>
      ))}
    </span>
  );
}
