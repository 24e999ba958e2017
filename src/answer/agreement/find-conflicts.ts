import type { Language } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';
import {
  type Disagreement,
  findDisagreement,
} from '../../language/discourse/compare-statements.ts';
import type { ArticleSpan } from '../article-span.ts';
import { areIndependent } from './independent-source.ts';

/** One thing of which independent sources give different figures or dates. */
export interface FoundConflict {
  readonly kind: Disagreement['kind'];
  /** What they differ on, in the answer's language. */
  readonly about: string;
  /** Whether they count as of different days, so that the newest only brings the others up to date. */
  readonly isUpdate: boolean;
  readonly statements: readonly { readonly value: string; readonly span: ArticleSpan }[];
}

interface Statement {
  readonly span: ArticleSpan;
  readonly sentence: Sentence;
}

/**
 * Where other sources contradict the figures and dates of cited sentences.
 * @param cited the words an answer rests on
 * @param passages where the other sources are looked for
 */
export function findConflicts(
  cited: readonly ArticleSpan[],
  passages: readonly Passage[],
  language: Language,
  sentencesOf: SentencesOf,
): FoundConflict[] {
  const claims = cited.flatMap((span) => statementsIn(span, sentencesOf));
  if (claims.length === 0) return [];
  const others = passages.flatMap(({ article, chunk }) =>
    statementsIn({ article, start: chunk.start, end: chunk.end }, sentencesOf),
  );
  const conflicts: FoundConflict[] = [];
  for (const claim of claims) {
    for (const other of others) {
      if (!areIndependent(claim.span.article, other.span.article)) continue;
      const disagreement = findDisagreement(claim.sentence, other.sentence);
      if (disagreement === null) continue;
      const { kind, values, isUpdate } = disagreement;
      merge(conflicts, {
        kind,
        about: aboutOf(disagreement, language),
        isUpdate,
        statements: [
          { value: values[0], span: claim.span },
          { value: values[1], span: other.span },
        ],
      });
    }
  }
  return conflicts;
}

/** Sentences of a stretch of an article that give a figure or a date. */
function statementsIn({ article, start, end }: ArticleSpan, sentencesOf: SentencesOf): Statement[] {
  return sentencesOf(article)
    .filter((sentence) => sentence.start < end && start < sentence.end)
    .filter(({ quantities, dates }) => quantities.length + dates.length > 0)
    .map((sentence) => ({
      span: { article, start: sentence.start, end: sentence.end },
      sentence,
    }));
}

function aboutOf({ kind, about }: Disagreement, language: Language): string {
  if (language === 'zh') {
    const what = kind === 'figure' ? '数字' : '日期';
    return about === null ? what : `“${about}”的${what}`;
  }
  const what = kind === 'figure' ? 'the figure' : 'the date';
  if (about === null) return what;
  return kind === 'figure' ? `${what} for “${about}”` : `${what} of “${about}”`;
}

/** Puts a conflict with the one about the same thing, each source once. */
function merge(conflicts: FoundConflict[], found: FoundConflict): void {
  const at = conflicts.findIndex(({ kind, about }) => kind === found.kind && about === found.about);
  const known = conflicts[at];
  if (known === undefined) {
    conflicts.push(found);
    return;
  }
  const added = found.statements.filter(
    ({ span }) => !known.statements.some((other) => other.span.article.id === span.article.id),
  );
  conflicts[at] = {
    ...known,
    isUpdate: known.isUpdate && found.isUpdate,
    statements: [...known.statements, ...added],
  };
}
