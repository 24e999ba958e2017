import type { ConflictBlock, LedgerBlock } from '../../../src/core/block.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatDay } from '../text/published-date.ts';
import { CitationMarker } from './CitationMarker.tsx';
import { useCitations } from './quote-card-context.ts';
import './AnswerPanels.css';

/** What different sources state differently, each statement with its outlet, day and quote. */
export function Conflict({ block }: { readonly block: ConflictBlock }) {
  const messages = useMessages();
  const citations = useCitations();
  const rows = block.statements.map(({ value, citation }) => {
    const cited = citations.find(({ marker }) => marker === citation);
    return { value, citation, who: cited?.source ?? '', asOf: cited?.publishedAt ?? null };
  });
  return (
    <section className="answer-panel sources-differ" data-kind="conflict">
      <h3>{messages.conflicts}</h3>
      <p>{block.about}</p>
      <SourceTable label={block.about} rows={rows} />
    </section>
  );
}

/** One thing as different sources counted it at different times. */
export function Ledger({ block }: { readonly block: LedgerBlock }) {
  return (
    <section className="answer-panel sources-differ" data-kind="ledger">
      <h3>{block.about}</h3>
      <SourceTable label={block.about} rows={block.rows} />
    </section>
  );
}

function SourceTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: LedgerBlock['rows'];
}) {
  const messages = useMessages();
  const language = useLanguage();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {(['value', 'who', 'asOf', 'quote'] as const).map((column) => (
            <th key={column} scope="col">
              {messages.ledger[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, who, asOf, citation }) => (
          <tr key={`${citation} ${value}`}>
            <th scope="row">{value}</th>
            <td>{who}</td>
            <td>{asOf === null ? '' : formatDay(asOf.slice(0, 10), language)}</td>
            <td>
              <CitationMarker marker={citation} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
