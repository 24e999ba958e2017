import type { SentenceSupport } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import { evidenceFrom, type SentenceChecker } from '../../core/sentence-checker.ts';
import type { Span } from '../../core/span.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import type { ArticleSpan } from '../article-span.ts';
import { sameMeaning } from '../check/same-meaning.ts';
import { givesOrders } from '../instruction-text.ts';

/** The words that a sentence rests on, and how well. */
export interface LocatedSupport {
  /** Empty when nothing in the passages comes near. */
  readonly spans: readonly ArticleSpan[];
  readonly support: SentenceSupport;
}

export interface SupportLocatorParts {
  readonly analyzer: TextAnalyzer;
  readonly checker: SentenceChecker;
}

/** Sentences that come so far behind the best are not tried. */
const WORTH_TRYING = 0.4;
const MOST_TRIED = 4;
/** Share of a statement's words below which a sentence is not asked whether it says the same. */
const SAYS_THE_SAME = 0.3;
/** A cited sentence longer than this is cut down to the clauses that carry it. */
const LONG_SENTENCE = 60;
const CLAUSE_MARK = /[，；,;]\s?/gu;

interface Candidate extends ArticleSpan {
  /** Share of the claim's content words in it. */
  readonly share: number;
  readonly neighbours: readonly Span[];
}

/**
 * Finds the exact words of passages that support a sentence: one sentence of an article where one
 * is enough, cut to the clauses that carry it; else one with its neighbour; else two of different
 * places. Made for one answer: the passages' words are read once.
 */
export class SupportLocator {
  readonly #parts: SupportLocatorParts;
  readonly #language: Language;
  readonly #sentences = new Map<Passage, readonly { span: Span; words: Words }[]>();

  constructor(parts: SupportLocatorParts, answerLanguage: Language) {
    this.#parts = parts;
    this.#language = answerLanguage;
  }

  /** @param passages where to look: those that the sentence cites, or all of them */
  locate(sentence: string, passages: readonly Passage[]): LocatedSupport {
    const candidates = this.#rank(sentence, passages);
    let best: LocatedSupport = { spans: [], support: this.#check(sentence, []) };
    const consider = (spans: readonly ArticleSpan[]): boolean => {
      const support = this.#check(sentence, spans);
      if (best.spans.length === 0 || isBetter(support, best.support)) best = { spans, support };
      return support.verdict === 'supported';
    };
    for (const [i, candidate] of candidates.entries()) {
      // The nearest sentence decides: one that says less could not contradict what it leaves out.
      if (i > 0 && this.#check(sentence, [candidate]).verdict !== 'supported') continue;
      if (consider([candidate])) return this.#trim(sentence, candidate, best.support);
    }
    for (const candidate of candidates.slice(0, 2)) {
      for (const neighbour of candidate.neighbours) {
        const { article } = candidate;
        const start = Math.min(candidate.start, neighbour.start);
        const end = Math.max(candidate.end, neighbour.end);
        if (consider([{ article, start, end }])) return best;
      }
    }
    const [first, ...others] = candidates;
    if (first !== undefined) {
      for (const other of others) if (consider([first, other])) return best;
    }
    return best;
  }

  /**
   * The one sentence of a passage that by itself supports a statement, or null. Quicker than
   * `locate`, for asking many passages whether they say the same.
   */
  locateSame(statement: string, passage: Passage): ArticleSpan | null {
    const [nearest] = this.#rank(statement, [passage]);
    if (nearest === undefined || nearest.share < SAYS_THE_SAME) return null;
    const { article, start, end } = nearest;
    const span = { article, start, end };
    return this.#check(statement, [span]).verdict === 'supported' ? span : null;
  }

  #check(sentence: string, spans: readonly ArticleSpan[]): SentenceSupport {
    const evidence = spans.map((span) => evidenceFrom(span.article, span));
    return this.#parts.checker.check(sentence, evidence, this.#language);
  }

  #rank(sentence: string, passages: readonly Passage[]): Candidate[] {
    const claim = this.#parts.analyzer.conceptGroups(sentence);
    const candidates: Candidate[] = [];
    for (const passage of passages) {
      const sentences = this.#read(passage);
      for (const [i, { span, words }] of sentences.entries()) {
        const held = claim.filter((word) => words.some((other) => sameMeaning(word, other)));
        candidates.push({
          ...span,
          article: passage.article,
          share: claim.length === 0 ? 0 : held.length / claim.length,
          neighbours: [sentences[i - 1], sentences[i + 1]].flatMap((near) => near?.span ?? []),
        });
      }
    }
    candidates.sort((a, b) => b.share - a.share);
    const least = (candidates[0]?.share ?? 0) * WORTH_TRYING;
    return candidates.filter(({ share }) => share > 0 && share >= least).slice(0, MOST_TRIED);
  }

  #read(passage: Passage): readonly { span: Span; words: Words }[] {
    const known = this.#sentences.get(passage);
    if (known !== undefined) return known;
    const { start, text } = passage.chunk;
    const spans = splitSentences(text).filter(
      (span) => !givesOrders(text.slice(span.start, span.end)),
    );
    const sentences = spans.map((span) => ({
      span: { start: start + span.start, end: start + span.end },
      words: this.#parts.analyzer.conceptGroups(text.slice(span.start, span.end)),
    }));
    this.#sentences.set(passage, sentences);
    return sentences;
  }

  /** Drops clauses from either end while the rest still supports the sentence. */
  #trim(sentence: string, whole: ArticleSpan, support: SentenceSupport): LocatedSupport {
    const { article, start, end } = whole;
    if (end - start <= LONG_SENTENCE || support.rule === 'quoted')
      return { spans: [whole], support };
    const text = article.body.slice(start, end);
    const marks = [...text.matchAll(CLAUSE_MARK)];
    const starts = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)];
    const ends = [...marks.map(({ index }) => index), text.length];
    let kept = { spans: [whole] as readonly ArticleSpan[], support };
    let [first, last] = [0, starts.length - 1];
    const tryClauses = (from: number, to: number): boolean => {
      const span = {
        article,
        start: start + (starts[from] ?? 0),
        end: start + (ends[to] ?? text.length),
      };
      const trimmed = this.#check(sentence, [span]);
      if (trimmed.verdict !== 'supported') return false;
      kept = { spans: [span], support: trimmed };
      return true;
    };
    while (first < last && tryClauses(first + 1, last)) first++;
    while (first < last && tryClauses(first, last - 1)) last--;
    return kept;
  }
}

type Words = ReturnType<TextAnalyzer['conceptGroups']>;

const RANK = { supported: 2, partly: 1, unsupported: 0 } as const;

function isBetter(first: SentenceSupport, second: SentenceSupport): boolean {
  return RANK[first.verdict] > RANK[second.verdict];
}
