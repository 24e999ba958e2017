import type { AnswerCandidate } from '../../question/answer-candidate.ts';
import type { RankedWindow } from './rank-windows.ts';

/** A candidate answer with the evidence for it over all articles. */
export interface VotedAnswer {
  readonly key: string;
  /** As the best window words it. */
  readonly candidate: AnswerCandidate;
  readonly best: RankedWindow;
  /** Other independent articles that state it, each by its best window. */
  readonly others: readonly RankedWindow[];
  readonly votes: number;
}

/** What a candidate that is not its window's best counts beside the best one. */
const SECONDARY = 0.8;
/** What a candidate counts that stands near nothing that is sought, beside one in its midst. */
const APART = 0.4;
/** How steeply a statement counts less, the less of the question its surroundings speak of. */
const CLOSENESS = 3;
/** Each further article that says the same counts this much of the one before. */
const FADING = 0.6;

/**
 * Candidate answers, the best supported first.
 * @param wantsLatest where only the best statement of each counts: older ones may agree on what is
 *   no longer so
 */
export function voteAnswers(ranked: readonly RankedWindow[], wantsLatest: boolean): VotedAnswer[] {
  const fading = wantsLatest ? 0 : FADING;
  const most = Math.max(...ranked.map((one) => one.context));
  const byKey = new Map<
    string,
    Map<string, { vote: number; from: RankedWindow; candidate: AnswerCandidate }>
  >();
  for (const from of ranked) {
    const { article } = from.window.sentence;
    const origin = article.copyOf ?? article.id;
    for (const [j, candidate] of from.window.candidates.entries()) {
      const share = candidate === from.candidate ? 1 : SECONDARY;
      const closeness = most === 0 ? 0 : (from.context / most) ** CLOSENESS;
      const near = (APART + (from.nearnesses[j] ?? 0)) / (APART + 1);
      const vote = candidate.fit * share * near * closeness * Math.max(0, from.score);
      const byArticle = byKey.get(candidate.key) ?? new Map();
      if (vote > (byArticle.get(origin)?.vote ?? 0))
        byArticle.set(origin, { vote, from, candidate });
      if (byArticle.size > 0) byKey.set(candidate.key, byArticle);
    }
  }
  const answers = Array.from(byKey, ([key, byArticle]): VotedAnswer | null => {
    const statements = [...byArticle.values()].sort((a, b) => b.vote - a.vote);
    const [first, ...rest] = statements;
    if (first === undefined) return null;
    return {
      key,
      candidate: first.candidate,
      best: first.from,
      others: rest.map(({ from }) => from),
      votes: statements.reduce((sum, { vote }, i) => sum + vote * fading ** i, 0),
    };
  });
  return answers.filter((answer) => answer !== null).sort((a, b) => b.votes - a.votes);
}
