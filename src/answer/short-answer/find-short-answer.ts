import type { Article } from '../../core/article.ts';
import type { Sentence } from '../../core/sentence.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import type { TermRarity } from '../term-rarity.ts';
import { isAskedPerson } from './bind-person.ts';
import { type ContentMatch, coverageWithin, matchContent, nearnessOf } from './content-match.ts';
import { readCandidates } from './read-candidates.ts';
import { clauseAround, type TypedCandidate } from './typed-candidate.ts';

/** A sentence that may hold the answer, as it was ranked. */
export interface ShortAnswerEvidence {
  readonly article: Article;
  readonly sentence: Sentence;
  /** All sentences of the article. */
  readonly sentences: readonly Sentence[];
  /** Chance, from 0 to 1, that it states the answer. */
  readonly probability: number;
}

export interface ShortAnswerParts {
  readonly names: NameAnalyzer;
  readonly rarity: TermRarity;
}

/** What speaks for a candidate; each from 0 to 1. */
export interface ShortAnswerFeatures {
  readonly fit: number;
  /** It belongs by its form to what is asked. */
  readonly bound: number;
  /** Share of the question that its sentence speaks of. */
  readonly coverage: number;
  /** Share of the question that its clause speaks of. */
  readonly clause: number;
  readonly nearness: number;
  /** Share of the question's names that stand in the sentence. */
  readonly names: number;
  /** The same with the sentence before it read along. */
  readonly namesAround: number;
  /** How far it is ahead of the next one that says something else. */
  readonly lead: number;
  /** Chance that its sentence states the answer. */
  readonly sentence: number;
  /** How high its sentence was ranked. */
  readonly rank: number;
  /** How many other articles say the same: n / (n + 1). */
  readonly agreement: number;
  /** Other candidates of its sentence that fit as well: n / (n + 1). */
  readonly rivals: number;
}

export interface ScoredShortAnswer<Evidence extends ShortAnswerEvidence = ShortAnswerEvidence> {
  readonly candidate: TypedCandidate;
  readonly evidence: Evidence;
  /** Other independent articles' sentences that say the same. */
  readonly others: readonly Evidence[];
  readonly features: ShortAnswerFeatures;
}

const APART = 0.25;
/** Chance from which another article's sentence is taken to speak of the same. */
const MIN_AGREEING = 0.05;

interface Statement<Evidence> {
  readonly candidate: TypedCandidate;
  readonly evidence: Evidence;
  readonly match: ContentMatch;
  readonly features: Omit<ShortAnswerFeatures, 'lead' | 'agreement'>;
  readonly score: number;
}

/**
 * The words that most likely answer, with what speaks for them; null where no sentence has words
 * of the type.
 * @param ranked the most likely to answer first
 */
export function findShortAnswer<Evidence extends ShortAnswerEvidence>(
  question: ReadQuestion,
  ranked: readonly Evidence[],
  { names, rarity }: ShortAnswerParts,
): ScoredShortAnswer<Evidence> | null {
  const statements = ranked.flatMap((evidence, place) => {
    const { sentence, sentences } = evidence;
    const following = sentences.slice(sentence.index + 1, sentence.index + 6);
    const candidates = readCandidates({ question, sentence, following, names });
    if (candidates.length === 0) return [];
    const match = matchContent(question, sentence, names, rarity);
    const before = sentences[sentence.index - 1];
    const around = before === undefined ? null : matchContent(question, before, names, rarity);
    return candidates.map((candidate): Statement<Evidence> => {
      const clause = coverageWithin(match, clauseAround(sentence.text, candidate));
      const nearness = nearnessOf(candidate, match, sentence.text);
      const rivals = candidates.filter(
        ({ key, fit }) => key !== candidate.key && fit >= candidate.fit,
      ).length;
      const isBound =
        candidate.isBound ||
        (question.expects === 'person' && isAskedPerson(candidate, sentence, match));
      const features = {
        fit: candidate.fit,
        bound: isBound ? 1 : 0,
        coverage: coverageWithin(match, { start: 0, end: sentence.text.length }),
        clause,
        nearness,
        names: match.names,
        namesAround: Math.max(match.names, around === null ? 0 : Math.min(1, around.names)),
        sentence: evidence.probability,
        rank: 1 / (1 + place),
        rivals: rivals / (1 + rivals),
      };
      const score =
        candidate.fit ** 2 *
        (APART + nearness + clause + (isBound ? 0.6 : 0)) *
        (0.2 + features.coverage) ** 2 *
        (0.1 + evidence.probability);
      return { candidate, evidence, match, features, score };
    });
  });
  const [best] = statements.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const origin = ({ article }: Evidence) => article.copyOf ?? article.id;
  const rival = Math.max(
    0,
    ...statements
      .filter(({ candidate }) => candidate.key !== best.candidate.key)
      .map(({ score }) => score),
  );
  const others = new Map<string, Evidence>();
  for (const { candidate, evidence } of statements) {
    const isOther = origin(evidence) !== origin(best.evidence);
    if (candidate.key === best.candidate.key && isOther && evidence.probability >= MIN_AGREEING) {
      if (!others.has(origin(evidence))) others.set(origin(evidence), evidence);
    }
  }
  return {
    candidate: best.candidate,
    evidence: best.evidence,
    others: [...others.values()],
    features: {
      ...best.features,
      lead: best.score === 0 ? 0 : (best.score - rival) / best.score,
      agreement: others.size / (1 + others.size),
    },
  };
}
