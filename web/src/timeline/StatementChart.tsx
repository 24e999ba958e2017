import { useMessages } from '../language/messages.ts';
import type { DateGroup } from './statement-dates.ts';

/** How much was said of each date; a bar goes to its statements. */
export function StatementChart({ groups }: { readonly groups: readonly DateGroup[] }) {
  const messages = useMessages();
  const first = groups[0]?.when ?? '';
  const last = groups.at(-1)?.when ?? '';
  const most = Math.max(...groups.map(({ entries }) => entries.length));
  return (
    <figure className="statement-chart" aria-label={messages.timelineChart}>
      <div className="statement-chart-bars">
        {groups.map(({ when, entries }) => (
          <button
            key={when}
            type="button"
            aria-label={messages.chartBar(when, entries.length)}
            title={messages.chartBar(when, entries.length)}
            onClick={() => {
              const group = document.getElementById(`date-${when}`);
              group?.scrollIntoView({ block: 'start' });
              group?.focus({ preventScroll: true });
            }}
          >
            <span style={{ height: `${Math.round((100 * entries.length) / most)}%` }} />
          </button>
        ))}
      </div>
      <div className="statement-chart-ends" aria-hidden="true">
        <span>{first}</span>
        {last !== first && <span>{last}</span>}
      </div>
    </figure>
  );
}
