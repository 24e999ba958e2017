import type { ReactNode } from 'react';
import { problemOf } from '../api/request.ts';
import { useMessages } from '../language/messages.ts';
import './ViewPage.css';

/** How a request stands: under way, failed, or what `children` say of its result. */
export function RequestState({
  pending,
  error,
  onRetry,
  children,
}: {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly children?: ReactNode;
}) {
  const messages = useMessages();
  const problem = problemOf(error);
  const failed = error !== null && !pending;
  return (
    <div role="status" className="request-state" aria-busy={pending}>
      {pending && messages.loading}
      {failed && (
        <>
          <span>
            {problem === null
              ? messages.serverLost
              : (messages.errors[problem.code] ?? `${problem.title}. ${problem.action}`)}
          </span>
          <button type="button" className="plain-button" onClick={onRetry}>
            {messages.tryAgain}
          </button>
        </>
      )}
      {!pending && !failed && children}
    </div>
  );
}
