import type { Article } from '../../core/article.ts';
import {
  type AddTerm,
  type ByField,
  byField,
  KEYWORD_FIELDS,
  type PassageAnalyzer,
} from '../../core/search-index.ts';
import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { embeddedText } from '../embedded-text.ts';
import type { EmbedWords } from '../index-embedder.ts';
import { type KeywordBatch, KeywordBatchBuilder } from '../keyword/keyword-batch-builder.ts';
import type { SentenceBatch } from '../sentences/sentence-batch-builder.ts';
import { SentenceBatchBuilder } from '../sentences/sentence-batch-builder.ts';
import { type MeaningBatch, readMeanings } from '../words/meaning-batch.ts';

/** An article with the places of its chunks. Crosses threads. */
export interface ArticleToRead
  extends Pick<Article, 'title' | 'body' | 'language' | 'publishedAt'> {
  readonly chunks: readonly ChunkToRead[];
}

export interface ChunkToRead extends Span {
  /** Whether its vector is wanted. */
  readonly embed: boolean;
}

/** Everything that was read of a batch of articles. Crosses threads. */
export interface BatchReading {
  readonly fields: ByField<KeywordBatch>;
  readonly sentences: SentenceBatch;
  /** Vectors of the chunks that want one, one after the other. */
  readonly vectors: Float64Array;
  readonly unread: readonly UnreadChunk[];
}

/** A chunk of an article that the analysis broke on: it is kept without words. */
export interface UnreadChunk {
  /** Its place among the chunks of the batch. */
  readonly chunk: number;
  readonly reason: string;
}

/** Terms by their numbers in the batch, each with the field it belongs to and its frequency. */
interface Terms {
  readonly fields: KeywordBatchBuilder[];
  readonly numbers: number[];
  readonly counts: number[];
}

/** Terms of a sentence: those of each of its words, and those of more than one. */
interface SentenceTerms {
  readonly words: readonly Terms[];
  readonly text: Terms;
}

interface AnnotatedArticle {
  readonly sentences: readonly Sentence[];
  /** The sentences of the title. */
  readonly heading: readonly Sentence[];
}

/** Reads each article once: sentences, terms and vectors come of the same annotation. */
export class ArticleReader {
  readonly #analyzer: PassageAnalyzer;
  readonly #embedWords: EmbedWords | undefined;
  /** Words whose concepts a batch brought. */
  readonly #brought = new Set<string>();
  /** By the number of a word in the batch. */
  #termsOfWords: Terms[] = [];

  /** @param embedWords absent where vectors come from elsewhere */
  constructor(analyzer: PassageAnalyzer, embedWords: EmbedWords | undefined) {
    this.#analyzer = analyzer;
    this.#embedWords = embedWords;
  }

  /** Reads the next batch; batches are read in their order, by each reader some of them. */
  read(articles: readonly ArticleToRead[]): BatchReading {
    const fields = byField(() => new KeywordBatchBuilder());
    const sentences = new SentenceBatchBuilder(this.#brought);
    const vectors: number[] = [];
    this.#termsOfWords = [];
    const unread: UnreadChunk[] = [];
    let chunk = 0;
    for (const article of articles) {
      const { annotated, problem } = this.#annotate(article);
      this.#addArticle(article, annotated, fields, sentences, vectors);
      for (const _ of article.chunks) {
        if (problem !== null) unread.push({ chunk, reason: problem });
        chunk++;
      }
    }
    return {
      fields: byField((field) => fields[field].build()),
      sentences: sentences.build(),
      vectors: Float64Array.from(vectors),
      unread,
    };
  }

  meanings(words: readonly string[]): MeaningBatch {
    return readMeanings(words, (word) => this.#analyzer.meaningOf(word));
  }

  /** One text that breaks the analysis does not cost the others their index. */
  #annotate(article: ArticleToRead): { annotated: AnnotatedArticle; problem: string | null } {
    const { title, body, language, publishedAt: reference } = article;
    try {
      const sentences = this.#analyzer.annotate({ text: body, language, reference, title });
      const heading = this.#analyzer.annotate({ text: title, language, reference });
      return { annotated: { sentences, heading }, problem: null };
    } catch (error) {
      return { annotated: { sentences: [], heading: [] }, problem: reasonOf(error) };
    }
  }

  #addArticle(
    { title, body, chunks }: ArticleToRead,
    { sentences, heading }: AnnotatedArticle,
    fields: ByField<KeywordBatchBuilder>,
    batch: SentenceBatchBuilder,
    vectors: number[],
  ): void {
    const numbers = batch.add(sentences, heading);
    if (chunks.length === 0) return;
    const titleTerms = Array.from(this.#titleTerms(heading), ([term, count]) => {
      return { number: fields.title.numberOf(term), count };
    });
    const titleTokens: readonly SentenceToken[] = heading.flatMap(({ tokens }) => tokens);
    const whole = sentences.map((sentence, at) =>
      this.#termsOf(sentence, numbers[at] as readonly number[], fields),
    );
    let first = 0;
    for (const chunk of chunks) {
      while ((sentences[first]?.end ?? Infinity) <= chunk.start) first++;
      const held = [...titleTokens];
      for (let at = first; (sentences[at]?.start ?? Infinity) < chunk.end; at++) {
        const sentence = sentences[at] as Sentence;
        const part = partWithin(sentence, chunk);
        const { words, text } =
          part === sentence
            ? (whole[at] as SentenceTerms)
            : this.#termsOf(
                part,
                part.tokens.map((token) => batch.wordNumberOf(token)),
                fields,
              );
        for (const terms of words) addTerms(terms);
        addTerms(text);
        held.push(...part.tokens);
      }
      for (const { number, count } of titleTerms) fields.title.add(number, count);
      for (const field of KEYWORD_FIELDS) fields[field].endChunk();
      if (chunk.embed && this.#embedWords !== undefined) {
        const text = embeddedText({ text: body.slice(chunk.start, chunk.end) }, { title });
        vectors.push(...this.#embedWords(held, text));
      }
    }
  }

  #termsOf(
    sentence: Pick<Sentence, 'tokens' | 'dates' | 'names'>,
    numbers: readonly number[],
    fields: ByField<KeywordBatchBuilder>,
  ): SentenceTerms {
    const text = noTerms();
    this.#analyzer.forEachTextTerm(sentence, addTo(text, fields));
    const words = sentence.tokens.map((token, at) =>
      this.#termsOfWord(token, numbers[at] as number, fields),
    );
    return { words, text };
  }

  /** Words recur: their terms are looked up once in a batch. */
  #termsOfWord(token: SentenceToken, number: number, fields: ByField<KeywordBatchBuilder>): Terms {
    const known = this.#termsOfWords[number];
    if (known !== undefined) return known;
    const terms = noTerms();
    this.#analyzer.forEachWordTerm(token, addTo(terms, fields));
    this.#termsOfWords[number] = terms;
    return terms;
  }

  /** Chinese words and English stems never coincide, so one field serves questions in both. */
  #titleTerms(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
    const words = new Map<string, number>();
    const concepts = new Map<string, number>();
    const add: AddTerm = (field, term, count) => {
      if (field === 'names') return;
      const terms = field === 'words' ? words : concepts;
      terms.set(term, (terms.get(term) ?? 0) + count);
    };
    for (const sentence of sentences) {
      for (const token of sentence.tokens) this.#analyzer.forEachWordTerm(token, add);
      this.#analyzer.forEachTextTerm(sentence, add);
    }
    return new Map([...concepts, ...words]);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function noTerms(): Terms {
  return { fields: [], numbers: [], counts: [] };
}

function addTo(terms: Terms, fields: ByField<KeywordBatchBuilder>): AddTerm {
  return (field, term, count) => {
    terms.fields.push(fields[field]);
    terms.numbers.push(fields[field].numberOf(term));
    terms.counts.push(count);
  };
}

function addTerms({ fields, numbers, counts }: Terms): void {
  for (let at = 0; at < numbers.length; at++) {
    (fields[at] as KeywordBatchBuilder).add(numbers[at] as number, counts[at] as number);
  }
}

/** A sentence as far as it reaches into a chunk; itself where the chunk holds all of it. */
function partWithin(sentence: Sentence, chunk: Span): Pick<Sentence, 'tokens' | 'dates' | 'names'> {
  if (sentence.start >= chunk.start && sentence.end <= chunk.end) return sentence;
  const start = chunk.start - sentence.start;
  const end = chunk.end - sentence.start;
  const reachesIn = (span: Span) => span.start < end && span.end > start;
  return {
    tokens: sentence.tokens.filter(reachesIn),
    dates: sentence.dates.filter(reachesIn),
    names: sentence.names.filter(reachesIn),
  };
}
