import { useCallback } from 'react';
import { languageTag } from '../language/browser-language.ts';
import { outcomeOf, type Turn } from '../state/turn.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AnswerStatus } from './AnswerStatus.tsx';
import { NoticeList } from './NoticeList.tsx';
import { QuoteCardArea } from './QuoteCardArea.tsx';
import { RefusalDetails } from './RefusalDetails.tsx';
import './AnswerSection.css';

/** An answer or a summary with everything that shows what it rests on. */
export function AnswerSection({ turn }: { readonly turn: Turn }) {
  const { answer, blocks, notices } = turn;
  const datesOf = useCallback(
    (marker: number) =>
      blocks.flatMap((block) =>
        'dates' in block && block.citations.includes(marker) ? block.dates : [],
      ),
    [blocks],
  );
  const body = (
    <AnswerBody
      blocks={blocks}
      isComparison={answer === null ? turn.kind === 'compare' : answer.layout === 'comparison'}
    />
  );
  return (
    <div
      className="answer"
      // What did not come has no outcome.
      data-outcome={
        blocks.length === 0 && turn.status !== 'answering' ? undefined : outcomeOf(turn)
      }
      aria-busy={turn.status === 'answering'}
      lang={turn.language === null ? undefined : languageTag(turn.language)}
    >
      <QuoteCardArea citations={turn.citations} datesOf={datesOf}>
        <AnswerStatus turn={turn} />
        <NoticeList notices={notices.filter(({ beforeText }) => beforeText)} />
        {body}
        <NoticeList notices={notices.filter(({ beforeText }) => !beforeText)} />
        {answer?.refusal && <RefusalDetails refusal={answer.refusal} />}
      </QuoteCardArea>
    </div>
  );
}
