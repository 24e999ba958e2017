import type { SearchResultView } from '../../../src/core/http-views.ts';
import { useMessages } from '../language/messages.ts';

const shortNumber = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 3 : 1);

/** Why a passage stands where it does: in words, then every number that made its score. */
export function RankExplanation({
  hit,
  position,
}: {
  readonly hit: SearchResultView;
  readonly position: number;
}) {
  const messages = useMessages();
  const { explanation, trace, passage } = hit;
  if (explanation === undefined && trace === undefined) return null;
  return (
    <details className="rank-explanation">
      <summary>
        {messages.rankOf(position)} · {messages.whyThisRank}
      </summary>
      {explanation?.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {trace !== undefined && (
        <>
          {trace.matched.length > 0 && (
            <p>
              {messages.matchedWords}:{' '}
              {trace.matched.map((word) => (
                <span key={word} className="tag">
                  {word}
                </span>
              ))}
            </p>
          )}
          <table>
            <thead>
              <tr>
                <th scope="col">{messages.signal}</th>
                <th scope="col">{messages.signalRank}</th>
                <th scope="col">{messages.signalScore}</th>
                <th scope="col">{messages.contribution}</th>
              </tr>
            </thead>
            <tbody>
              {trace.signals.map(({ signal, rank, score, contribution }) => (
                <tr key={signal}>
                  <th scope="row">{messages.signals[signal]}</th>
                  <td>{rank ?? '–'}</td>
                  <td>{rank === null ? '–' : shortNumber(score)}</td>
                  <td>{shortNumber(contribution)}</td>
                </tr>
              ))}
              {trace.rerank.map(({ feature, value, contribution }) => (
                <tr key={feature}>
                  <th scope="row">{messages.adjustments[feature] ?? feature}</th>
                  <td>–</td>
                  <td>{shortNumber(value)}</td>
                  <td>{shortNumber(contribution)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{messages.total}</th>
                <td />
                <td />
                <td>{shortNumber(passage.score)}</td>
              </tr>
            </tfoot>
          </table>
        </>
      )}
    </details>
  );
}
