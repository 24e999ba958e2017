import type { AnswerGroups } from '../evaluate/accepted-answer.ts';
import { type BeirCollection, readBeirCollection } from '../evaluate/beir-collection.ts';
import { knownItemQuestions } from './known-item-questions.ts';
import { makeUpNews } from './made-up-news.ts';
import { readNews } from './news-file.ts';
import { recombineArticles } from './recombine-articles.ts';

/** An article as it is written for the systems to read. */
export interface BenchDocument {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string | null;
}

export interface BenchQuestion {
  readonly text: string;
  /** Grade of each relevant document, by its place written out; empty where none is known. */
  readonly relevance: ReadonlyMap<string, number>;
  readonly answers: AnswerGroups;
}

/** The documents that all systems index, and the questions put to them. */
export interface BenchMaterial {
  readonly documents: readonly BenchDocument[];
  readonly questions: readonly BenchQuestion[];
}

/** Where material of any size comes from. */
export interface MaterialSource {
  /** So many articles of the news, with the documents of the question set among them. */
  judged(articles: number): BenchMaterial;
  /** So many articles of the news alone: the questions are asked, and nobody knows the answers. */
  unjudged(articles: number): BenchMaterial;
}

export interface MaterialPlaces {
  /** JSON Lines, or a folder with `corpus.jsonl`; null makes news up. */
  readonly corpus: string | null;
  /** A folder in BEIR layout; null asks for sentences of the news. */
  readonly questions: string | null;
  /** Most articles that will be asked for. */
  readonly mostArticles: number;
}

/** Articles made up; further ones are recombined from them. */
const MAX_MADE_UP = 20_000;

/** Questions where there is no question set. */
const KNOWN_ITEMS = 150;

/** @throws {YinzhengError} `usage` when a file cannot be read or is not of the form */
export async function openMaterial(places: MaterialPlaces): Promise<MaterialSource> {
  const news =
    places.corpus === null
      ? makeUpNews(Math.min(places.mostArticles, MAX_MADE_UP))
      : await readNews(places.corpus);
  const collection =
    places.questions === null ? null : await readBeirCollection(places.questions, '--questions');
  const judged = (articles: number): BenchMaterial => {
    const sample = sampleNews(news, articles);
    if (collection !== null) return addCollection(sample, collection);
    const { documents } = uniqueDocuments(sample);
    return { documents, questions: knownItemQuestions(documents, KNOWN_ITEMS) };
  };
  return {
    judged,
    unjudged(articles) {
      const documents = sampleNews(news, articles);
      const asked = collection?.questions ?? knownItemQuestions(documents, KNOWN_ITEMS);
      const questions = asked.map(({ text }) => ({ text, relevance: new Map(), answers: [] }));
      return { documents, questions };
    },
  };
}

/** So many articles, evenly from all; beyond all, further ones made of two each. */
export function sampleNews(news: readonly BenchDocument[], count: number): BenchDocument[] {
  if (count > news.length) return [...news, ...recombineArticles(news, count - news.length)];
  return Array.from({ length: count }, (_, place) => {
    const document = news[Math.floor((place * news.length) / count)];
    if (document === undefined) throw new RangeError('There is no news.');
    return document;
  });
}

function addCollection(
  news: readonly BenchDocument[],
  { articles, questions }: BeirCollection,
): BenchMaterial {
  const needles = articles.map(({ title, body, publishedAt }) => ({
    title,
    text: body,
    publishedAt,
  }));
  const { documents, places } = uniqueDocuments([...news, ...needles]);
  const placeOf = new Map(articles.map(({ id }, needle) => [id, places[news.length + needle]]));
  return {
    documents,
    questions: questions.map(({ text, relevance, answers }) => ({
      text,
      answers,
      relevance: new Map(
        Array.from(relevance, ([id, grade]) => [String(placeOf.get(id)), grade] as const),
      ),
    })),
  };
}

/**
 * Each text once, with the place that every document came to: ingest leaves a second one out, so a
 * question that means it means the first.
 */
function uniqueDocuments(all: readonly BenchDocument[]): {
  documents: BenchDocument[];
  places: number[];
} {
  const documents: BenchDocument[] = [];
  const placeByText = new Map<string, number>();
  const places = all.map((document) => {
    const key = document.text.replace(/\s+/gu, '');
    const place = placeByText.get(key) ?? documents.length;
    if (place === documents.length) {
      placeByText.set(key, place);
      documents.push(document);
    }
    return place;
  });
  return { documents, places };
}
