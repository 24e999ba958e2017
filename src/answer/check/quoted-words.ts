import type { Article } from '../../core/article.ts';
import { layersOf, type Sentence, type SentencesOf } from '../../core/sentence.ts';
import type { Evidence } from '../../core/sentence-checker.ts';
import type { Span } from '../../core/span.ts';
import { containsInjection } from '../prompt-injection.ts';

/** Cited words, read, and what surrounds them in their article, which explains but does not prove. */
export interface QuotedWords {
  readonly article: Article;
  /** All of the cited words as one; spans count from the start of the quote. */
  readonly words: Sentence;
  /** The same, sentence by sentence, each cut to the quote. */
  readonly sentences: readonly Sentence[];
  /** Sentences that lead up to the quote, nearest last, those that give orders left out. */
  readonly before: readonly Sentence[];
  readonly title: readonly Sentence[];
  /** Every sentence of the article, for who is who in it. */
  readonly all: readonly Sentence[];
}

export interface QuoteReaderDeps {
  readonly sentencesOf: SentencesOf;
  /** A title, annotated like a body. */
  readonly titleOf: SentencesOf;
}

/** How many sentences before a quote may explain its 同日 and 他. */
const MAX_BEFORE = 4;

/** Reads cited words from the sentences of their article. */
export function createQuoteReader({
  sentencesOf,
  titleOf,
}: QuoteReaderDeps): (evidence: Evidence) => QuotedWords {
  return ({ article, start, end }) => {
    const all = sentencesOf(article);
    const sentences = all
      .filter((sentence) => sentence.start < end && start < sentence.end)
      .map((sentence) => cutSentence(sentence, { start, end }));
    return {
      article,
      words: joinSentences(sentences, { start, end }, article),
      sentences,
      before: all
        .filter((sentence) => sentence.end <= start && !containsInjection(sentence.text))
        .slice(-MAX_BEFORE),
      title: titleOf(article),
      all,
    };
  };
}

/** The part of a sentence inside a stretch of the body, with the layers that lie wholly in it. */
export function cutSentence(sentence: Sentence, stretch: Span): Sentence {
  if (stretch.start <= sentence.start && sentence.end <= stretch.end) return sentence;
  const start = Math.max(sentence.start, stretch.start);
  const end = Math.min(sentence.end, stretch.end);
  const offset = start - sentence.start;
  return {
    ...shifted(sentence, -offset, end - start),
    start,
    end,
    text: sentence.text.slice(offset, end - sentence.start),
  };
}

/** Sentences as one, spans counted from the start of the stretch. */
function joinSentences(
  sentences: readonly Sentence[],
  { start, end }: Span,
  article: Article,
): Sentence {
  const moved = sentences.map((sentence) => shifted(sentence, sentence.start - start, end - start));
  return {
    index: sentences[0]?.index ?? 0,
    start,
    end,
    text: textOf(sentences, { start, end }, article.body),
    language: article.language,
    role: sentences[0]?.role ?? 'prose',
    tokens: moved.flatMap(({ tokens }) => tokens),
    dates: moved.flatMap(({ dates }) => dates),
    quantities: moved.flatMap(({ quantities }) => quantities),
    names: moved.flatMap(({ names }) => names),
    quotations: moved.flatMap(({ quotations }) => quotations),
    negations: moved.flatMap(({ negations }) => negations),
    attribution: moved.find(({ attribution }) => attribution !== null)?.attribution ?? null,
  };
}

/** A stretch as its sentences have it: they may be in Simplified characters where the body is not. */
function textOf(sentences: readonly Sentence[], { start, end }: Span, body: string): string {
  let text = '';
  for (const sentence of sentences) {
    text += body.slice(start + text.length, sentence.start) + sentence.text;
  }
  return text + body.slice(start + text.length, end);
}

/** A sentence whose layers are moved by an offset, those that then leave 0 … length left out. */
function shifted(sentence: Sentence, offset: number, length: number): Sentence {
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  const within = ({ start, end }: Span) => start >= 0 && end <= length;
  const layer = <T extends Span>(spans: readonly T[]): T[] => spans.map(move).filter(within);
  const { attribution } = sentence;
  const said =
    attribution === null
      ? null
      : {
          speaker: attribution.speaker === null ? null : move(attribution.speaker),
          verb: move(attribution.verb),
          content: move(attribution.content),
        };
  return {
    ...layersOf(sentence),
    tokens: layer(sentence.tokens),
    dates: layer(sentence.dates),
    quantities: layer(sentence.quantities),
    names: layer(sentence.names),
    quotations: layer(sentence.quotations),
    negations: sentence.negations
      .map((negation) => {
        const scope = move(negation.scope);
        return { ...move(negation), scope: { ...scope, end: Math.min(scope.end, length) } };
      })
      .filter(within),
    attribution:
      said !== null && within(said.verb) && (said.speaker === null || within(said.speaker))
        ? { ...said, content: { ...said.content, end: Math.min(said.content.end, length) } }
        : null,
  };
}
