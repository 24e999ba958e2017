import type { Language } from '../../core/article.ts';
import type { SentencesOf } from '../../core/sentence.ts';
import { overlaps, type Span } from '../../core/span.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import type { RankedSentence, ReadEvidence } from '../reader/read-evidence.ts';
import { matchContent } from './content-match.ts';
import {
  findShortAnswer,
  type ShortAnswerEvidence,
  type ShortAnswerParts,
} from './find-short-answer.ts';
import type { WriteShortAnswer } from './reader-script.ts';
import { statesWhatIsAsked } from './states-what-is-asked.ts';
import { groupOfType, MIN_SHORT_ANSWER_CONFIDENCE, surenessOf } from './sureness.ts';

/** A short answer and the sentence that proves it. */
export interface ChosenAnswer {
  readonly text: string;
  /** As the article writes it, where `text` is not that. */
  readonly original: string | null;
  readonly ranked: RankedSentence;
  /** Sentences of other independent articles that say the same. */
  readonly others: readonly RankedSentence[];
  /** Sentences that prove the other parts of it. */
  readonly proofs: readonly RankedSentence[];
}

export interface ChoosingParts extends ShortAnswerParts {
  readonly sentencesOf: SentencesOf;
  readonly writeShortAnswer: WriteShortAnswer;
}

export interface RankedEvidence extends ShortAnswerEvidence {
  readonly ranked: RankedSentence;
}

/** Ranked sentences with the rest of their articles. */
export function evidenceOf(
  ranked: readonly RankedSentence[],
  sentencesOf: SentencesOf,
): RankedEvidence[] {
  return ranked.map((one) => ({
    article: one.article,
    sentence: one.sentence,
    sentences: sentencesOf(one.article),
    probability: one.probability,
    ranked: one,
  }));
}

/** Sentences that are looked at. */
const MAX_SENTENCES = 12;
/** Form below which a number counts something else than what was asked. */
const MIN_FIT = 0.4;

/** Share of the best sentence's chance that the one with the short answer has at least. */
const MIN_CHANCE = 0.2;

/** Weight from which a word of a question may be what is asked of its names. */
const MIN_PREDICATE = 0.4;

/**
 * Whether a sentence leaves out something that is asked of the names: the day on which a minister
 * arrived, or was met, is not the one on which he left. Words that are merely used alike do not count.
 */
function isOfOtherDeed(
  question: ReadQuestion,
  { sentence }: ShortAnswerEvidence,
  { names, rarity }: ShortAnswerParts,
): boolean {
  if (question.expects !== 'date') return false;
  const isOfName = (span: Span) => question.names.some((name) => overlaps(name, span));
  return matchContent(question, sentence, names, rarity).words.some(
    ({ token, weight, places }) =>
      weight >= MIN_PREDICATE && places.length === 0 && token.kind !== 'number' && !isOfName(token),
  );
}

/** The words that answer, where they have a type and it is sure enough; null otherwise. */
export function chooseShortAnswer(
  { asked, ranked }: ReadEvidence,
  reader: Language,
  parts: ChoosingParts,
): ChosenAnswer | null {
  const { question } = asked;
  const evidence = evidenceOf(ranked.slice(0, MAX_SENTENCES), parts.sentencesOf);
  const found = findShortAnswer(question, evidence, parts);
  if (found === null) return null;
  if (found.candidate.fit < MIN_FIT) return null;
  const group = groupOfType(question.expects, question.many);
  const confidence = surenessOf(found.features, group);
  if (
    confidence < MIN_SHORT_ANSWER_CONFIDENCE ||
    !statesWhatIsAsked(question, found.evidence, parts.names)
  ) {
    return null;
  }
  const { article, ranked: best } = found.evidence;
  if (best.probability < MIN_CHANCE * (ranked[0]?.probability ?? 0)) return null;
  if (isOfOtherDeed(question, found.evidence, parts)) return null;
  return {
    ...parts.writeShortAnswer(found.candidate, question, reader, article.language),
    ranked: best,
    others: found.others.map((other) => other.ranked),
    proofs: [],
  };
}
