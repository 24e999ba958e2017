import type { Span } from '../../core/span.ts';
import type { AnswerCandidate } from '../../question/answer-candidate.ts';
import { cutSentence } from './cut-sentence.ts';
import type { EvidenceArticle, EvidenceSentence } from './evidence.ts';
import { matchTerm } from './match-term.ts';
import type { SoughtTerm } from './sought-terms.ts';
import { type TextReaders, type TextView, viewText } from './text-view.ts';

/** What a question looks for. */
export interface SoughtMatter {
  readonly terms: readonly SoughtTerm[];
  /** Years the question names, as four digits. */
  readonly years: readonly string[];
  readonly candidatesIn: (text: TextView) => AnswerCandidate[];
}

/** A quotable stretch of a sentence, with what was found in it and around it. */
export interface EvidenceWindow extends Span {
  readonly sentence: EvidenceSentence;
  /** Offsets of the window count on the article's body; its view on the window's own text. */
  readonly view: TextView;
  /** Strength of each sought term in the window itself. */
  readonly inside: readonly number[];
  /** Strength of each sought term when what surrounds the window is read along. */
  readonly around: readonly number[];
  /** From -1 (another year stands there) to 1 (each year asked for stands there). */
  readonly yearFit: number;
  readonly candidates: readonly AnswerCandidate[];
}

/** How much of a term's strength carries over from where it stands into the window. */
const REACH = {
  sentence: 0.9,
  before: 0.7,
  after: 0.5,
  title: 0.7,
  article: 0.45,
  /** An article names its persons and places once and then says 他 and "the country". */
  nameInArticle: 0.65,
} as const;

const ANY_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

/** Every quotable window of the evidence, matched against what is sought. */
export function weighWindows(
  evidence: readonly EvidenceArticle[],
  matter: SoughtMatter,
  readers: TextReaders,
  longest: number,
): EvidenceWindow[] {
  const { terms } = matter;
  return evidence.flatMap(({ title, sentences }) => {
    const strengths = new Map(
      sentences.map((sentence) => [sentence, terms.map((term) => matchTerm(term, sentence.view))]),
    );
    const inTitle = terms.map((term) => matchTerm(term, title));
    const inArticle = terms.map((_, i) =>
      Math.max(0, ...Array.from(strengths.values(), (found) => found[i] ?? 0)),
    );
    return sentences.flatMap((sentence) => {
      const whole = strengths.get(sentence) ?? [];
      const before = sentence.before ? strengths.get(sentence.before) : undefined;
      const after = sentence.after ? strengths.get(sentence.after) : undefined;
      return windowsOf(sentence, readers, longest).map(({ start, end, view }) => {
        const inside = view === sentence.view ? whole : terms.map((term) => matchTerm(term, view));
        const around = terms.map((term, i) =>
          Math.max(
            inside[i] ?? 0,
            REACH.sentence * (whole[i] ?? 0),
            REACH.before * (before?.[i] ?? 0),
            REACH.after * (after?.[i] ?? 0),
            (term.role === 'title' ? 1 : REACH.title) * (inTitle[i] ?? 0),
            (isNamed(term) ? REACH.nameInArticle : REACH.article) * (inArticle[i] ?? 0),
          ),
        );
        return {
          start,
          end,
          sentence,
          view,
          inside,
          around,
          yearFit: yearFit(matter.years, view, sentence, title),
          candidates: matter.candidatesIn(view),
        };
      });
    });
  });
}

function isNamed(term: SoughtTerm): boolean {
  return term.role === 'name' || term.role === 'title' || term.nameKeys.size > 0;
}

function windowsOf(sentence: EvidenceSentence, readers: TextReaders, longest: number) {
  const { text, tokens } = sentence.view;
  const pieces = cutSentence(
    text,
    longest,
    tokens.map((token) => token.start),
  );
  return pieces.map((piece) => {
    const isWhole = piece.end - piece.start === text.length;
    return {
      start: sentence.start + piece.start,
      end: sentence.start + piece.end,
      view: isWhole
        ? sentence.view
        : viewText(text.slice(piece.start, piece.end), sentence.article, readers),
    };
  });
}

function yearFit(
  years: readonly string[],
  view: TextView,
  sentence: EvidenceSentence,
  title: TextView,
): number {
  if (years.length === 0) return 0;
  const near = (text: string | undefined) => years.every((year) => text?.includes(year));
  if (near(view.text)) return 1;
  if (near(sentence.view.text)) return 0.9;
  const isNear =
    near(sentence.before?.view.text) ||
    near(title.text) ||
    years.includes(sentence.article.publishedAt?.slice(0, 4) ?? '');
  const namesAnother = ANY_YEAR.test(sentence.view.text);
  if (isNear) return namesAnother ? 0.2 : 0.6;
  if (namesAnother) return -1;
  return near(sentence.article.body) ? 0.3 : 0;
}
