import { memo } from 'react';
import { AnswerSection } from '../answer/AnswerSection.tsx';
import { PassageList } from '../answer/PassageList.tsx';
import { TurnProblem } from '../answer/TurnProblem.tsx';
import type { Turn } from '../state/turn.ts';
import { AnswerActions } from './AnswerActions.tsx';
import { AskedQuestion } from './AskedQuestion.tsx';
import { Suggestions } from './Suggestions.tsx';
import './ConversationTurn.css';

/** One question with its answer, what can be done with it, and what to ask next. */
export const ConversationTurn = memo(function ConversationTurn({
  turn,
  isLast,
}: {
  readonly turn: Turn;
  readonly isLast: boolean;
}) {
  const { answer, passages, status } = turn;
  const ended = status !== 'answering';
  return (
    <article className="turn" data-status={status}>
      <AskedQuestion turn={turn} />
      <AnswerSection turn={turn} />
      <TurnProblem turn={turn} />
      {ended && <AnswerActions turn={turn} />}
      {ended && passages.length > 0 && <PassageList passages={passages} />}
      {isLast && answer !== null && <Suggestions turn={turn} />}
    </article>
  );
});
