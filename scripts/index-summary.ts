import Table from 'cli-table3';
import type { Article } from '../src/core/article.ts';
import { countOutlets } from '../src/core/collection.ts';
import type { IndexerResult, IndexReport } from '../src/core/indexer.ts';
import type { IngestResult, SkippedItem } from '../src/core/ingest-result.ts';

/** Outlets and skipped items listed by name; further ones are counted. */
const LISTED = 12;

const LANGUAGE_NAMES = { zh: 'Chinese', en: 'English' } as const;

/** The result of a run as one JSON object. */
export function summarizeResult({ ingest, report }: IndexerResult) {
  return {
    status: report?.status ?? 'nothing-usable',
    generation: report?.generation ?? null,
    articles: ingest.articles.length,
    chunks: report?.chunks ?? 0,
    languages: countLanguages(ingest.articles),
    sources: countOutlets(ingest.articles).map(({ name, articles }) => ({ name, articles })),
    vectors: report?.vectors ?? { reused: 0, resumed: 0, computed: 0 },
    filesRead: ingest.filesRead,
    skipped: ingest.skipped,
    nearDuplicates: ingest.nearDuplicates,
    warnings: ingest.warnings,
    previousProblem: report?.previousProblem ?? null,
    bytes: report?.bytes ?? 0,
    duration: report?.duration ?? 0,
    timings: report?.timings ?? {},
  };
}

/** The closing words of a run, with its table. */
export function describeResult({ ingest, report }: IndexerResult): string {
  if (report === null) {
    return [
      'No usable article was found; the index is as it was.',
      ...describeSkipped(ingest.skipped),
    ].join('\n');
  }
  return [
    ...(report.previousProblem === null ? [] : [`The old index: ${report.previousProblem}`]),
    describeTable(ingest, report),
    ...describeSkipped(ingest.skipped),
    ...describeWarnings(ingest),
    verdict(report),
  ].join('\n');
}

function verdict({ status, duration, vectors }: IndexReport): string {
  const seconds = (duration / 1000).toFixed(1);
  if (status === 'unchanged') return `Nothing changed; the index was left as it is (${seconds} s).`;
  if (status === 'dry-run') {
    return `Dry run: nothing was written. A run would compute ${vectors.computed} vectors.`;
  }
  return `Done in ${seconds} s.`;
}

function describeTable(ingest: IngestResult, report: IndexReport): string {
  const table = new Table({
    colAligns: ['left', 'right'],
    style: { border: [] },
    // No lines between the rows.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const { articles, skipped, nearDuplicates } = ingest;
  const outlets = countOutlets(articles);
  table.push(['Articles', articles.length]);
  for (const [language, count] of Object.entries(countLanguages(articles))) {
    table.push([`  in ${LANGUAGE_NAMES[language as Article['language']]}`, count]);
  }
  for (const outlet of outlets.slice(0, LISTED)) {
    const name = outlet.zh === outlet.en ? outlet.zh : `${outlet.zh} · ${outlet.en}`;
    table.push([`  from ${name}`, outlet.articles]);
  }
  if (outlets.length > LISTED) {
    const rest = outlets.slice(LISTED).reduce((sum, outlet) => sum + outlet.articles, 0);
    table.push([`  from ${outlets.length - LISTED} more`, rest]);
  }
  table.push(
    ['Near-duplicates among them', nearDuplicates.length],
    ['Chunks', report.chunks],
    ['Vectors computed', report.vectors.computed],
    ['Vectors reused', report.vectors.reused],
    ['Vectors from an interrupted run', report.vectors.resumed],
    ['Files read', ingest.filesRead],
    ['Skipped', skipped.length],
  );
  for (const [code, count] of countBy(skipped, ({ code }) => code)) {
    table.push([`  as ${code}`, count]);
  }
  if (report.bytes > 0) table.push(['Size on disk', `${(report.bytes / 1e6).toFixed(1)} MB`]);
  return table.toString();
}

function describeSkipped(skipped: readonly SkippedItem[]): string[] {
  const lines = skipped.slice(0, LISTED).map(({ path, position, title, reason }) => {
    const place = position === null ? path : `${path}, article ${position + 1}`;
    return `Skipped ${place}${title === null ? '' : ` (${title})`}: ${reason}`;
  });
  const more = skipped.length - lines.length;
  return more === 0 ? lines : [...lines, `Skipped ${more} more; --json lists them all.`];
}

function describeWarnings({ warnings }: IngestResult): string[] {
  const lines = warnings.slice(0, LISTED).map(({ path, position, text }) => {
    return `Note on ${path}${position === null ? '' : `, article ${position + 1}`}: ${text}`;
  });
  const more = warnings.length - lines.length;
  return more === 0 ? lines : [...lines, `${more} more notes; --json lists them all.`];
}

function countLanguages(articles: readonly Article[]): Readonly<Record<string, number>> {
  return Object.fromEntries(countBy(articles, ({ language }) => language));
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of items.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
