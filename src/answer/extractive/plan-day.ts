import type { Article } from '../../core/article.ts';
import type { AppliedDateRange, Passage } from '../../core/passage.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';

/** A sentence that tells what happened in a stretch of time. */
export interface DatedSentence {
  readonly article: Article;
  readonly sentence: Sentence;
}

const MAX_SENTENCES = 6;
/** Share of words in common from which two sentences tell the same. */
const SAME = 0.6;
const SHORTEST = 12;

/**
 * What the passages' articles say happened in some days: of each article the first sentence with a
 * date in them, or its first sentence where it was published then; none twice.
 */
export function sentencesOfDays(
  { from, to }: AppliedDateRange,
  passages: readonly Passage[],
  sentencesOf: SentencesOf,
): DatedSentence[] {
  const found: DatedSentence[] = [];
  const articles = [...new Set(passages.map(({ article }) => article))];
  for (const article of articles) {
    const told = sentencesOf(article).filter(
      ({ role, text }) => (role === 'prose' || role === 'headline') && text.length >= SHORTEST,
    );
    const dated = told.find(({ dates }) =>
      dates.some(
        (date) =>
          date.from !== null &&
          date.to !== null &&
          date.granularity !== 'year' &&
          date.granularity !== 'vague' &&
          date.from >= from &&
          date.to <= to,
      ),
    );
    const day = article.publishedAt?.slice(0, 10) ?? '';
    const sentence =
      dated ?? (day >= from && day <= to ? told.find(({ role }) => role === 'prose') : undefined);
    if (sentence === undefined || found.some((one) => tellsTheSame(one.sentence, sentence)))
      continue;
    found.push({ article, sentence });
    if (found.length === MAX_SENTENCES) break;
  }
  return found;
}

function tellsTheSame(a: Sentence, b: Sentence): boolean {
  const words = (sentence: Sentence) =>
    new Set(sentence.tokens.filter(({ stop }) => !stop).map(({ normal }) => normal));
  const [first, second] = [words(a), words(b)];
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  let common = 0;
  for (const word of short) if (long.has(word)) common++;
  return short.size === 0 || common / short.size >= SAME;
}
