import type { Language } from '../../core/article.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import { isPointable } from '../../question/answer-form.ts';
import type { FittingAnswer, RankedSentence, ReadEvidence } from '../reader/read-evidence.ts';

/** A short answer and the sentence that proves it. */
export interface ChosenAnswer {
  readonly text: string;
  readonly ranked: RankedSentence;
  /** Sentences of other independent articles that say the same. */
  readonly others: readonly RankedSentence[];
}

/** Chance from which a sentence states the asked relation, so that its words may stand alone. */
const STATES_IT = 0.6;
const FITS = 0.9;
/** How much nearer the words must stand than the next of their form. */
const LEAD = 1.25;

/** The words of the best sentence that answer, where their form is certain and no other competes. */
export function chooseShortAnswer(
  { asked, ranked }: ReadEvidence,
  language: Language,
): ChosenAnswer | null {
  const [best] = ranked;
  const { expects, many } = asked.question;
  if (best === undefined || many || !isPointable(expects) || best.probability < STATES_IT) {
    return null;
  }
  const fitting = best.answers.filter(({ fit }) => fit >= FITS);
  const [first, second] = fitting;
  if (first === undefined) return null;
  if (second !== undefined && second.key !== first.key) {
    if (first.nearness < LEAD * second.nearness) return null;
  }
  const text = expects === 'date' ? dateText(best, first, language) : first.text;
  if (text === null) return null;
  const others = ranked.filter(({ article, answers, probability }) => {
    const isOther = (article.copyOf ?? article.id) !== (best.article.copyOf ?? best.article.id);
    return isOther && probability >= STATES_IT / 2 && answers.some(({ key }) => key === first.key);
  });
  return { text: text.replace(/^[“「"](.*)[”」"]$/u, '$1'), ranked: best, others };
}

/** The date in full, in the reader's language, where the article settles it. */
function dateText(
  { sentence }: RankedSentence,
  { start }: FittingAnswer,
  language: Language,
): string | null {
  const mention = sentence.dates.find((date) => date.start === start);
  if (mention === undefined || mention.from === null || mention.to === null) return null;
  if (!mention.certain || mention.granularity === 'vague') return null;
  const isSpan = !['day', 'range', 'month'].includes(mention.granularity);
  return isSpan ? mention.expression : writeDays(mention.from, mention.to, language);
}
