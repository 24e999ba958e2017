import type { NameAnalyzer } from '../../language/names/names.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import type { ShortAnswerEvidence } from './find-short-answer.ts';

/** Names agree from here on. */
const SAME_NAME = 0.8;
/** Share of the question's names that the article must hold. */
const MAX_NAMES = 0.75;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;

/**
 * Whether a sentence can state what is asked at all: its article holds the names of the question,
 * and it is about the year that the question names. Words that answer about another one do not.
 */
export function statesWhatIsAsked(
  question: ReadQuestion,
  evidence: ShortAnswerEvidence,
  names: Pick<NameAnalyzer, 'namesMatch'>,
): boolean {
  return holdsNames(question, evidence, names) && isOfYear(question, evidence);
}

function holdsNames(
  question: ReadQuestion,
  { article, sentences }: ShortAnswerEvidence,
  { namesMatch }: Pick<NameAnalyzer, 'namesMatch'>,
): boolean {
  const asked = question.names;
  if (asked.length === 0) return true;
  const there = new Map(
    sentences.flatMap((sentence) => sentence.names.map((name) => [name.text, name])),
  );
  const held = asked.filter(
    ({ text, keys }) =>
      article.body.includes(text) ||
      article.title.includes(text) ||
      [...there.values()].some(
        (name) =>
          name.keys.some((key) => key.startsWith('region:') && keys.includes(key)) ||
          namesMatch(text, name.text) >= SAME_NAME,
      ),
  );
  return held.length / asked.length >= MAX_NAMES;
}

/** Another year is named beside the words, or it is that of the publication. */
function isOfYear(
  { text }: ReadQuestion,
  { article, sentence, sentences }: ShortAnswerEvidence,
): boolean {
  const asked: readonly string[] = text.match(YEAR) ?? [];
  if (asked.length === 0) return true;
  const before = sentences[sentence.index - 1]?.text ?? '';
  const years: readonly string[] = sentence.text.match(YEAR) ?? [];
  if (asked.some((year) => years.includes(year) || before.includes(year))) return true;
  return years.length === 0 && asked.includes(article.publishedAt?.slice(0, 4) ?? '');
}
