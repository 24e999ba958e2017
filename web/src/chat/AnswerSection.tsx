import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { WordMeanings } from '../reader/WordMeanings.tsx';
import type { Turn } from '../state/turn.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { AnswerStatus } from './AnswerStatus.tsx';
import { ConflictList } from './ConflictList.tsx';
import { NoticeList } from './NoticeList.tsx';
import { QuoteCardArea } from './QuoteCardArea.tsx';
import { RefusalDetails } from './RefusalDetails.tsx';

/** An answer or a summary with everything that shows what it rests on. */
export function AnswerSection({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  // Its quotes may be Chinese where its reader is not.
  const explained = useLanguage() !== 'zh';
  const { answer, notices } = turn;
  return (
    <div
      className="answer"
      aria-busy={turn.status === 'answering'}
      lang={turn.language === null ? undefined : languageTag(turn.language)}
    >
      <QuoteCardArea citations={turn.citations} sentences={turn.sentences}>
        <AnswerStatus turn={turn} />
        <NoticeList notices={notices.filter(({ beforeText }) => beforeText)} />
        {explained ? (
          <WordMeanings label={messages.answerText} help={false}>
            <AnswerBody turn={turn} />
          </WordMeanings>
        ) : (
          <AnswerBody turn={turn} />
        )}
        <NoticeList notices={notices.filter(({ beforeText }) => !beforeText)} />
        {answer !== null && <ConflictList conflicts={answer.conflicts} />}
        {answer?.refusal && <RefusalDetails refusal={answer.refusal} text={turn.text} />}
      </QuoteCardArea>
    </div>
  );
}
