import type { SentenceSupport } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { DateMention, FoundName, Sentence, SentencesOf } from '../../core/sentence.ts';
import { isWithin } from '../../core/span.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { ArticleSpan } from '../article-span.ts';
import { type AlignedWord, isSaid } from '../check/align-words.ts';
import type { SentenceReader } from '../check/check-sentence.ts';
import { cutSentence } from '../check/quoted-words.ts';
import { findVerbatim, occursInside } from '../check/verbatim.ts';
import { containsInjection } from '../prompt-injection.ts';

/** The words that a sentence rests on, and how well. */
export interface ChosenQuote {
  /** Empty when nothing in the passages comes near. */
  readonly spans: readonly ArticleSpan[];
  readonly support: SentenceSupport;
}

export interface QuoteChooserDeps {
  readonly checker: SentenceReader;
  readonly sentencesOf: SentencesOf;
}

/** A sentence of a passage with the items of a claim that it holds, by their places among the words. */
interface Candidate extends ArticleSpan {
  readonly sentence: Sentence;
  readonly held: ReadonlyMap<string, number>;
  readonly score: number;
  readonly isCited: boolean;
}

/** Share of a claim's evidence that another passage must hold beyond the cited one to be preferred. */
const CLEARLY_NEARER = 0.25;
/** Share of a claim's evidence that a further span must add. */
const WORTH_ADDING = 0.12;
/** And beyond the cited passages, since somebody else's words prove less of what was meant. */
const WORTH_ADDING_ELSEWHERE = 0.2;
const MAX_SPANS = 4;
/** So much evidence is worth a span however long the claim is. */
const ALWAYS_WORTH = 1.2;
/** Less than this share of a claim is no evidence for it at all. */
const MIN_EVIDENCE = 0.15;
const WEIGHT = { name: 1.2, number: 1.2, date: 0.9, quotation: 1.5, denial: 0.4 } as const;
/** A cited sentence longer than this is cut down to the clauses that hold something of the claim. */
const LONG_SENTENCE = 60;
const CLAUSE_MARK = /[，；,;]\s?/gu;

/**
 * Chooses the exact words of passages that a sentence rests on, by evidence alone (rare words, names,
 * numbers, predicate), and then has them judged once: the sentence of a cited passage that holds most of it,
 * then those that add what the first lacks. Another passage than the cited one only where it is clearly
 * nearer. Made for one answer.
 */
export class QuoteChooser {
  readonly #deps: QuoteChooserDeps;
  readonly #language: Language;

  constructor(deps: QuoteChooserDeps, answerLanguage: Language) {
    this.#deps = deps;
    this.#language = answerLanguage;
  }

  /**
   * @param cited passages that the sentence cites
   * @param others the other passages of the answer
   */
  choose(sentence: string, cited: readonly Passage[], others: readonly Passage[]): ChosenQuote {
    const spans = this.#spansFor(sentence, cited, others);
    return { spans, support: this.#check(sentence, spans) };
  }

  /**
   * The one sentence of a passage that by itself says what a statement says, or null: it must pass the
   * same check, and hold nearly all of its words.
   */
  chooseSame(statement: string, passage: Passage): ArticleSpan | null {
    const claim = this.#readClaim(statement, [passage]);
    const { total, candidates } = this.#weigh(claim, [passage], []);
    const [best] = candidates;
    if (best === undefined || best.score < SAYS_THE_SAME * total) return null;
    const { article, start, end } = best;
    const span = { article, start, end };
    return this.#check(statement, [span]).verdict === 'supported' ? span : null;
  }

  #check(sentence: string, spans: readonly ArticleSpan[]): SentenceSupport {
    return this.#deps.checker.check(sentence, spans, this.#language);
  }

  #readClaim(sentence: string, passages: readonly Passage[]): Sentence {
    const reference = passages.find(({ article }) => article.publishedAt !== null);
    return this.#deps.checker.readClaim(sentence, reference?.article.publishedAt ?? null);
  }

  #spansFor(
    sentence: string,
    cited: readonly Passage[],
    others: readonly Passage[],
  ): readonly ArticleSpan[] {
    const verbatim = this.#verbatim(sentence, [...cited, ...others]);
    if (verbatim !== null) return [verbatim];
    const claim = this.#readClaim(sentence, [...cited, ...others]);
    const { total, candidates } = this.#weigh(claim, cited, others);
    const first = preferred(candidates, total);
    if (first === undefined || first.score < MIN_EVIDENCE * total) return [];
    const chosen = [first];
    const known = new Map(first.held);
    while (chosen.length < MAX_SPANS) {
      const next = mostAdding(candidates, known, total, chosen);
      if (next === undefined) break;
      chosen.push(next);
      for (const [item, weight] of next.held)
        known.set(item, Math.max(known.get(item) ?? 0, weight));
    }
    return joinNeighbours(chosen.map((candidate) => trim(candidate, this.#holder(claim))));
  }

  #verbatim(sentence: string, passages: readonly Passage[]): ArticleSpan | null {
    for (const { article, chunk } of passages) {
      for (const own of this.#deps.sentencesOf(article)) {
        if (own.start < chunk.start || own.end > chunk.end || containsInjection(own.text)) continue;
        const found = findVerbatim(sentence, own.text);
        if (found !== null) {
          return { article, start: own.start + found.start, end: own.start + found.end };
        }
      }
    }
    return null;
  }

  /** Every sentence of the passages with what it holds of the claim, best first. */
  #weigh(
    claim: Sentence,
    cited: readonly Passage[],
    others: readonly Passage[],
  ): { readonly total: number; readonly candidates: readonly Candidate[] } {
    const held = this.#holder(claim);
    const seen = new Set<string>();
    const candidates: Candidate[] = [];
    for (const [isCited, passages] of [
      [true, cited],
      [false, others],
    ] as const) {
      for (const { article, chunk } of passages) {
        for (const sentence of this.#deps.checker.sentencesOf(article)) {
          const key = `${article.id} ${sentence.start}`;
          const start = Math.max(sentence.start, chunk.start);
          const end = Math.min(sentence.end, chunk.end);
          if (start >= end || seen.has(key)) continue;
          if (sentence.role === 'dateline' || sentence.role === 'furniture') continue;
          if (containsInjection(sentence.text)) continue;
          if (!/[\p{L}\p{N}]/u.test(article.body.slice(start, end))) continue;
          seen.add(key);
          const items = held(cutSentence(sentence, { start, end }));
          const score = [...items.values()].reduce((sum, weight) => sum + weight, 0);
          if (score > 0)
            candidates.push({ article, start, end, sentence, held: items, score, isCited });
        }
      }
    }
    candidates.sort((a, b) => b.score - a.score);
    return { total: held.total, candidates };
  }

  /** A function that tells which items of a claim a stretch of an article holds, and how much each counts. */
  #holder(claim: Sentence): Holder {
    const { checker } = this.#deps;
    const names = claim.names.filter((name) => !claim.dates.some((date) => isWithin(name, date)));
    const words = checker.align(claim, []);
    const weightOf = (word: AlignedWord) => (word.isItem ? 0.1 : word.weight);
    const total =
      words.reduce((sum, word) => sum + weightOf(word), 0) +
      names.length * WEIGHT.name +
      claim.quantities.length * WEIGHT.number +
      claim.dates.length * WEIGHT.date +
      claim.quotations.length * WEIGHT.quotation +
      (isDenial(claim) ? WEIGHT.denial : 0);
    const hold = (words: Sentence): ReadonlyMap<string, number> => {
      const items = new Map<string, number>();
      for (const [i, word] of checker.align(claim, [words]).entries()) {
        if (word.partner === null) continue;
        const certainty = isSaid(word) ? 1 : word.partner.nearness * 0.5;
        items.set(`word ${i}`, weightOf(word) * certainty);
      }
      for (const [i, name] of names.entries()) {
        if (mayHold(words, name) && checker.names.isHeld(name, claim, words)) {
          items.set(`name ${i}`, WEIGHT.name);
        }
      }
      for (const [i, number] of claim.quantities.entries()) {
        const there = words.quantities.some(({ value }) => value === number.value);
        if (there) items.set(`number ${i}`, WEIGHT.number);
      }
      for (const [i, date] of claim.dates.entries()) {
        if (words.dates.some((other) => overlaps(date, other))) items.set(`date ${i}`, WEIGHT.date);
      }
      for (const [i, { start, end }] of claim.quotations.entries()) {
        const text = claim.text.slice(start + 1, end - 1);
        if (occursInside(text, words.text)) items.set(`quotation ${i}`, WEIGHT.quotation);
      }
      if (items.size > 0 && isDenial(claim) && isDenial(words)) items.set('denial', WEIGHT.denial);
      return items;
    };
    return Object.assign(hold, { total });
  }
}

/** Share of a statement's evidence that another outlet's sentence must hold to say the same. */
const SAYS_THE_SAME = 0.8;

type Holder = ((words: Sentence) => ReadonlyMap<string, number>) & { readonly total: number };

/** A sentence without names, and of the name's own script, holds one only by its letters. */
function mayHold({ text, names, language }: Sentence, { text: name }: FoundName): boolean {
  return names.length > 0 || text.includes(name) || (language === 'zh') !== hasHan(name);
}

function isDenial({ negations }: Sentence): boolean {
  return negations.some(({ hard }) => hard);
}

function overlaps(first: DateMention, second: DateMention): boolean {
  if (first.from === null || first.to === null) return false;
  return (
    second.from !== null && second.to !== null && second.from <= first.to && first.from <= second.to
  );
}

/** The nearest cited sentence, unless one elsewhere is clearly nearer. */
function preferred(candidates: readonly Candidate[], total: number): Candidate | undefined {
  const own = candidates.find(({ isCited }) => isCited);
  const [best] = candidates;
  if (own === undefined || best === undefined) return best;
  return best.score - own.score >= CLEARLY_NEARER * total ? best : own;
}

/** The sentence that holds most of what is lacking, if that is worth a span. */
function mostAdding(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, number>,
  total: number,
  chosen: readonly Candidate[],
): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    if (chosen.includes(candidate)) continue;
    let gain = 0;
    for (const [item, weight] of candidate.held)
      gain += Math.max(0, weight - (known.get(item) ?? 0));
    const isNear = chosen.some(
      ({ article, sentence }) =>
        article === candidate.article && Math.abs(sentence.index - candidate.sentence.index) === 1,
    );
    const isOwn = candidate.isCited || chosen.some(({ article }) => article === candidate.article);
    const least = isOwn
      ? Math.min(WORTH_ADDING * total, ALWAYS_WORTH)
      : WORTH_ADDING_ELSEWHERE * total;
    const bonus = isNear ? 1.1 : 1;
    if (gain >= least && gain * bonus > most) {
      most = gain * bonus;
      best = candidate;
    }
  }
  return best;
}

/** Leaves out clauses at either end that hold nothing of the claim, never inside quotation marks. */
function trim(candidate: Candidate, hold: Holder): Candidate {
  const { article, start, end, sentence } = candidate;
  if (end - start <= LONG_SENTENCE) return candidate;
  const text = article.body.slice(start, end);
  const offset = start - sentence.start;
  const isOpen = (at: number) =>
    sentence.quotations.some(
      (quotation) => quotation.start - offset < at && at < quotation.end - offset,
    );
  const marks = [...text.matchAll(CLAUSE_MARK)].filter(({ index }) => !isOpen(index));
  const starts = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)];
  const ends = [...marks.map(({ index }) => index), text.length];
  const heldIn = (from: number, to: number) =>
    hold(
      cutSentence(sentence, {
        start: start + (starts[from] ?? 0),
        end: start + (ends[to] ?? text.length),
      }),
    );
  let [first, last] = [0, starts.length - 1];
  const loses = (from: number, to: number) => {
    const rest = heldIn(from, to);
    return [...candidate.held].some(([item, weight]) => (rest.get(item) ?? 0) < weight * 0.99);
  };
  while (first < last && !loses(first + 1, last)) first++;
  while (first < last && !loses(first, last - 1)) last--;
  return {
    ...candidate,
    start: start + (starts[first] ?? 0),
    end: start + (ends[last] ?? text.length),
  };
}

/** Spans in order of preference, those that stand side by side as one. */
function joinNeighbours(chosen: readonly Candidate[]): ArticleSpan[] {
  const spans: ArticleSpan[] = [];
  for (const { article, start, end } of chosen) {
    const at = spans.findIndex(
      (span) =>
        span.article === article &&
        !/[\p{L}\p{N}]/u.test(
          article.body.slice(Math.min(span.end, end), Math.max(span.start, start)),
        ),
    );
    const neighbour = spans[at];
    if (neighbour === undefined) spans.push({ article, start, end });
    else {
      spans[at] = {
        article,
        start: Math.min(neighbour.start, start),
        end: Math.max(neighbour.end, end),
      };
    }
  }
  return spans;
}
