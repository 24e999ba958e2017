import type { DateMention } from '../../core/sentence.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

const FIT: Readonly<Record<string, number>> = {
  day: 1,
  range: 1,
  month: 0.75,
  week: 0.5,
  quarter: 0.5,
  year: 0.5,
};
/** 新华社青岛7月7日电, 记者7日获悉: when it was reported, which is seldom what was asked. */
const REPORTED_BEHIND = /^\s?(?:电|讯|获悉|从)/u;
const REPORTED_BEFORE = /(?:记者|消息|报道)\s?$/u;
const REPORTED_FIT = 0.05;
const ASKS_YEAR = /年|year/iu;

/** Days, months and years of a sentence that the question does not name. */
export function dateCandidates({ question, sentence }: CandidateSource): TypedCandidate[] {
  return sentence.dates.flatMap((mention): TypedCandidate[] => {
    const { start, end, expression, from, to, granularity } = mention;
    if (from === null || to === null || granularity === 'vague') return [];
    if (isNamed(mention, question)) return [];
    const isReport =
      sentence.role === 'dateline' ||
      REPORTED_BEHIND.test(sentence.text.slice(end)) ||
      REPORTED_BEFORE.test(sentence.text.slice(0, start));
    const wantsYear = question.focus !== null && ASKS_YEAR.test(question.focus);
    const fit = wantsYear && granularity === 'year' ? 1 : (FIT[granularity] ?? 0.3);
    return [
      {
        start,
        end,
        text: expression,
        key: `${from} ${to}`,
        fit:
          fit *
          (isReport ? REPORTED_FIT : 1) *
          (mention.certain || granularity === 'day' ? 1 : 0.8),
        isBound: false,
        days: { from, to },
      },
    ];
  });
}

function isNamed(
  { expression, from, to }: DateMention,
  question: CandidateSource['question'],
): boolean {
  if (question.text.includes(expression) && /月|\d{4}|[a-z]{3}/iu.test(expression)) return true;
  return question.dates.some(
    (asked) =>
      asked.granularity === 'day' &&
      asked.from.slice(5) === from?.slice(5) &&
      asked.to.slice(5) === to?.slice(5),
  );
}
