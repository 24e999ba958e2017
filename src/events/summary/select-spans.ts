import type { Language } from '../../core/article.ts';
import { reportsEvent } from '../detection/event-verbs.ts';
import type { ReportedSentence } from '../reported-sentence.ts';
import { type BriefSpan, briefSpans } from './brief-spans.ts';

export interface SelectionContext {
  readonly language: Language;
  /** How rare a word is in the collection, from 0 (in every article) up. */
  readonly rarity: (word: string) => number;
  /** How near a sentence is to what was asked for, from 0 to 1; absent for events. */
  readonly relevance?: ((sentence: ReportedSentence) => number) | undefined;
  /** Characters that stand beside a stretch: an aid, notes; absent, none. */
  readonly beside?: ((span: BriefSpan) => number) | undefined;
  /** Whether a stretch tells a figure that a later one replaced. */
  readonly isStale: (span: BriefSpan) => boolean;
}

/** What a brief may say once: a word, a figure or a day, with its worth. */
type Concepts = ReadonlyMap<string, number>;

/** Sentences of an article that are read for a brief: what matters stands there. */
const MAX_PLACE = 14;
/** Stretches that are weighed, the most promising first. */
const MAX_SPANS = 2_500;
/** What is told in n articles is worth n to this power. */
const SHARED_EXPONENT = 0.7;
const FIGURE_WORTH = 1.6;
const NAME_WORTH = 1.5;
const DAY_WORTH = 1.6;
const LEAD_FACTORS = [1.6, 1.15, 1.05] as const;
/** What a lone report holds in common with others is not known: its beginning says what matters. */
const LONE_LEAD_FACTORS = [2, 1.7, 1.3] as const;
const HAPPENING_FACTOR = 1.15;
const FOREIGN_FACTOR = 0.6;
const STALE_FACTOR = 0.25;
const VAGUE_FACTOR = 0.5;
/** Share of a stretch's words that may stand in one that was taken. */
const MAX_REPEATED = 0.5;

/**
 * Stretches of some sentences that together say most of what their articles have in common, within
 * a budget of characters: greedy maximal coverage of weighted concepts (Filatova and
 * Hatzivassiloglou, 2004; Gillick and Favre, 2009). What is said once counts nothing the second time.
 *
 * @param taken stretches that the brief holds already
 */
export function selectSpans(
  sentences: readonly ReportedSentence[],
  budget: number,
  context: SelectionContext,
  taken: readonly BriefSpan[] = [],
): BriefSpan[] {
  const worth = weighConcepts(sentences, context);
  const covered = new Set(taken.flatMap((span) => [...conceptsOf(span).keys()]));
  const articles = new Set(sentences.map(({ article }) => article.id)).size;
  const leads = articles < MIN_COMPARED ? LONE_LEAD_FACTORS : LEAD_FACTORS;
  const candidates = sentences
    .filter(({ place }) => place < MAX_PLACE)
    .flatMap(briefSpans)
    .map((span) => {
      const concepts = conceptsOf(span);
      return {
        span,
        concepts,
        factor: factorOf(span, leads, context) * meanWorth(concepts, worth),
      };
    })
    .map((one) => ({ ...one, bound: sumWorth(one.concepts, worth, new Set()) * one.factor }))
    .sort((a, b) => b.bound / costOf(b.span) - a.bound / costOf(a.span))
    .slice(0, MAX_SPANS);
  const chosen: BriefSpan[] = [];
  const passed = new Set<BriefSpan>();
  let left = budget;
  for (;;) {
    let best: { readonly span: BriefSpan; readonly rate: number } | null = null;
    for (const { span, concepts, factor, bound } of candidates) {
      const cost = costOf(span);
      if (best !== null && bound / cost <= best.rate) break;
      if (span.end - span.start > left || passed.has(span)) continue;
      const rate = (sumWorth(concepts, worth, covered) * factor) / cost;
      if (best !== null && rate <= best.rate) continue;
      if ([...taken, ...chosen].some((other) => repeats(span, other))) {
        passed.add(span);
        continue;
      }
      best = { span, rate };
    }
    if (best === null || best.rate <= MIN_RATE) break;
    const length = best.span.end - best.span.start + (context.beside?.(best.span) ?? 0);
    if (length > left) {
      passed.add(best.span);
      continue;
    }
    chosen.push(best.span);
    left -= length;
    for (const concept of conceptsOf(best.span).keys()) covered.add(concept);
  }
  return chosen;
}

/** Articles from which on what they share tells what matters. */
const MIN_COMPARED = 3;

/** Below this a stretch adds too little to be read. */
const MIN_RATE = 0.02;

function costOf({ start, end }: BriefSpan): number {
  return end - start;
}

function sumWorth(concepts: Concepts, worth: Concepts, covered: ReadonlySet<string>): number {
  let value = 0;
  for (const [concept, kind] of concepts) {
    if (!covered.has(concept)) value += kind * (worth.get(concept) ?? 0);
  }
  return value;
}

/** How much of what a stretch says is the story's: a line beside it is worth little though it is new. */
function meanWorth(concepts: Concepts, worth: Concepts): number {
  return sumWorth(concepts, worth, new Set()) / Math.max(1, concepts.size);
}

/** What a stretch says, with what each kind of concept is worth. */
function conceptsOf({ sentence, start, end }: BriefSpan): Concepts {
  const concepts = new Map<string, number>();
  const within = (one: { readonly start: number; readonly end: number }) =>
    one.start >= start && one.end <= end;
  for (const token of sentence.tokens) {
    if (token.stop || token.kind === 'number' || !within(token)) continue;
    concepts.set(token.normal, 1);
  }
  for (const name of sentence.names) {
    if (within(name)) concepts.set(`name ${name.keys[0] ?? name.text}`, NAME_WORTH);
  }
  for (const { value, kind, head, ...place } of sentence.quantities) {
    if (within(place) && kind !== 'ordinal') concepts.set(`${value} ${head ?? ''}`, FIGURE_WORTH);
  }
  for (const { from, granularity, ...place } of sentence.dates) {
    if (within(place) && from !== null && granularity === 'day') {
      concepts.set(`day ${from}`, DAY_WORTH);
    }
  }
  return concepts;
}

/** A concept is worth the more articles hold it, and the rarer it is elsewhere. */
function weighConcepts(
  sentences: readonly ReportedSentence[],
  { rarity }: SelectionContext,
): Concepts {
  const holders = new Map<string, Set<string>>();
  for (const sentence of sentences) {
    if (sentence.place >= MAX_PLACE) continue;
    const whole = { sentence, start: 0, end: sentence.text.length };
    for (const concept of conceptsOf(whole).keys()) {
      const known = holders.get(concept);
      if (known === undefined) holders.set(concept, new Set([sentence.article.id]));
      else known.add(sentence.article.id);
    }
  }
  const articles = new Set(sentences.map(({ article }) => article.id)).size;
  const alone = articles < MIN_COMPARED ? 1 : 0.3;
  return new Map(
    Array.from(holders, ([concept, { size }]) => {
      const isWord = !concept.includes(' ');
      const share = size === 1 ? alone : size ** SHARED_EXPONENT;
      return [concept, share * (isWord ? rarity(concept) : 1)];
    }),
  );
}

function factorOf(span: BriefSpan, leads: readonly number[], context: SelectionContext): number {
  const { sentence } = span;
  const text = sentence.text.slice(span.start, span.end);
  return (
    (leads[sentence.place] ?? 1) *
    (reportsEvent(text, sentence.language)
      ? HAPPENING_FACTOR
      : isFactual(span)
        ? 1
        : VAGUE_FACTOR) *
    (sentence.language === context.language ? 1 : FOREIGN_FACTOR) *
    (context.isStale(span) ? STALE_FACTOR : 1) *
    (context.relevance === undefined ? 1 : 0.4 + context.relevance(sentence))
  );
}

/** What names no person, no figure and no day is a phrase rather than news. */
function isFactual({ sentence, start, end }: BriefSpan): boolean {
  const within = (one: { readonly start: number; readonly end: number }) =>
    one.start >= start && one.end <= end;
  return (
    sentence.quantities.some(within) ||
    sentence.dates.some((date) => date.from !== null && within(date)) ||
    sentence.names.some((name) => name.kind === 'person' && within(name))
  );
}

/** Whether a stretch says mostly what another says. */
function repeats(span: BriefSpan, other: BriefSpan): boolean {
  if (span.sentence === other.sentence) return span.start < other.end && other.start < span.end;
  const [own, its] = [wordsIn(span), wordsIn(other)];
  let shared = 0;
  for (const word of own) if (its.has(word)) shared += 1;
  return shared > MAX_REPEATED * Math.min(own.size, its.size);
}

const wordsBySpan = new WeakMap<BriefSpan, ReadonlySet<string>>();

function wordsIn(span: BriefSpan): ReadonlySet<string> {
  const known = wordsBySpan.get(span);
  if (known !== undefined) return known;
  const { sentence, start, end } = span;
  const own = new Set(
    sentence.tokens.flatMap((token) =>
      !token.stop && token.start >= start && token.end <= end ? [token.normal] : [],
    ),
  );
  wordsBySpan.set(span, own);
  return own;
}
