import Table from 'cli-table3';
import type { Evaluation } from '../evaluate/compose-evaluation.ts';

type AblationReport = Awaited<ReturnType<Evaluation['ablation']>>;
type AblationRow = AblationReport['rows'][number];
type AblationFigure = NonNullable<
  AblationRow['cells'][number]['figures'][keyof AblationRow['cells'][number]['figures']]
>;

const EXPLANATION = `Each row lacks one rule; its figures are differences to the product as it is. * marks a difference
of at least two standard errors, questions paired; smaller ones may be chance, and so may one in
twenty of those marked. Behind a collection is the number of its questions. CPU is the ratio of
processor times, the median of the collections; a fifth more or less says nothing.
`;

const PLAIN = { style: { head: [], border: [], compact: true } };

/** One row for each rule that was switched off, one column for each measure of a collection. */
export function ablationTable({ collections, rows }: AblationReport): string {
  const measured = collections.flatMap(({ measures }) => measures);
  const table = new Table({
    ...PLAIN,
    colAligns: ['left', ...measured.map(() => 'right' as const), 'right'],
  });
  const names = collections.map(({ name, questions, measures }) => ({
    content: `${name} (${questions})`,
    colSpan: measures.length,
    hAlign: 'center' as const,
  }));
  table.push(['without', ...names, 'CPU'], ['', ...measured, '']);
  const whole = rows[0];
  for (const row of rows) {
    const isWhole = row === whole;
    const figures = row.cells.flatMap(({ figures }, i) =>
      (collections[i]?.measures ?? []).map((measure) => {
        const figure = figures[measure];
        if (figure === undefined) return '';
        return isWhole ? shortFigure(figure.value) : differenceText(figure);
      }),
    );
    table.push([row.without ?? 'nothing', ...figures, timeRatio(row, whole)]);
  }
  return `${EXPLANATION}\n${table.toString()}\n`;
}

/** `.0123`: shares are below one but for a perfect score. */
function shortFigure(share: number): string {
  return share.toFixed(4).replace(/^0/u, '');
}

function differenceText({ difference, standardError }: AblationFigure): string {
  if (difference === 0 && standardError === 0) return '0 ';
  const sign = difference < 0 ? '-' : '+';
  const mark = Math.abs(difference) >= 2 * standardError ? '*' : ' ';
  return `${sign}${shortFigure(Math.abs(difference))}${mark}`;
}

function timeRatio({ cells }: AblationRow, whole: AblationRow | undefined): string {
  const ratios = cells
    .map(({ cpuMs }, i) => cpuMs / (whole?.cells[i]?.cpuMs ?? Number.NaN))
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1]?.toFixed(2) ?? '';
}
