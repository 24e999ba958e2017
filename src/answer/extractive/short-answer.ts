import type { Language } from '../../core/article.ts';
import { findShortAnswer, type ShortAnswerEvidence } from '../short-answer/choose-short-answer.ts';
import { groupOfType, SURE_ENOUGH_TO_SHOW, surenessOf } from '../short-answer/sureness.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { EvidenceSearchParts, SearchedEvidence } from './search-evidence.ts';

/** A short answer and the window that proves it. */
export interface ChosenAnswer {
  readonly text: string;
  /** As the article writes it, where `text` is not that. */
  readonly original: string | null;
  readonly window: RankedWindow;
  /** Windows of other independent articles that say the same. */
  readonly others: readonly RankedWindow[];
  /** Windows that prove the other parts of it. */
  readonly proofs: readonly RankedWindow[];
  /** Probability, from 0 to 1, that it is right, given that the evidence answers. */
  readonly sureness: number;
}

interface WindowEvidence extends ShortAnswerEvidence {
  readonly window: RankedWindow;
}

/** The words that answer, where they have a type and it is sure enough; null otherwise. */
export function chooseShortAnswer(
  { form, ranked }: SearchedEvidence,
  reader: Language,
  parts: EvidenceSearchParts,
): ChosenAnswer | null {
  const found = findShortAnswer(form, evidenceOf(ranked, parts), parts);
  if (found === null) return null;
  const sureness = surenessOf(found.features, groupOfType(form.expects, form.many));
  if (sureness < SURE_ENOUGH_TO_SHOW) return null;
  const { candidate, evidence, others } = found;
  return {
    ...parts.writeShortAnswer(candidate, form, reader, evidence.article.language),
    window: evidence.window,
    others: others.map(({ window }) => window),
    proofs: [],
    sureness,
  };
}

/** The annotated sentences that the windows are, each once, in their order. */
export function evidenceOf(
  ranked: readonly RankedWindow[],
  { sentencesOf }: Pick<EvidenceSearchParts, 'sentencesOf'>,
): WindowEvidence[] {
  const seen = new Set<unknown>();
  return ranked.flatMap((window) => {
    const { article } = window.window.sentence;
    const sentences = sentencesOf(article);
    const sentence = sentences.find(
      ({ start, end }) => start < window.window.end && window.window.start < end,
    );
    if (sentence === undefined || seen.has(sentence)) return [];
    seen.add(sentence);
    return [{ article, sentence, sentences, window }];
  });
}
