import type { Article } from '../core/article.ts';
import { layersOf, type Sentence, type SentencesOf } from '../core/sentence.ts';
import { showQuote } from '../language/characters/show-quote.ts';

/** A sentence of an article that says something, as events, briefs and timelines work with it. */
export interface ReportedSentence extends Sentence {
  readonly article: Article;
  /** Place among the article's sentences that say something, from 0. */
  readonly place: number;
  /** As shown: on one line, without the article's own reference marks. */
  readonly shown: string;
  /** True for the last one of its article. */
  readonly isLast: boolean;
  /** True where the source was cut off within it. */
  readonly cut: boolean;
}

/** The sentences of an article that say something; the same reading gives the same ones. */
export type SentenceReader = (article: Article) => readonly ReportedSentence[];

const CUT = /(?:\.{3}|…+)\s*$/u;
/** The words under a photograph, and links that lead on. */
const CAPTION =
  /(?:资料图|视频截图|网页截图|截图）|视觉中国\s?图|供图|图源|图据|(?:记者|\p{Script=Han}{2,4})\s?摄(?:影)?[。）)\s]*$|点击(?:视频|图片|查看|播放)|关注.{0,10}公众号|^\s*(?:photo|image)\s*[:：])/iu;
const MAX_CAPTION_LENGTH = 90;

/** Headlines, datelines, lists and furniture are left out, and so are captions. */
export function createSentenceReader(sentencesOf: SentencesOf): SentenceReader {
  const read = new WeakMap<readonly Sentence[], readonly ReportedSentence[]>();
  return (article) => {
    const sentences = sentencesOf(article);
    const known = read.get(sentences);
    if (known !== undefined) return known;
    const reported = reportedSentences(article, sentences);
    read.set(sentences, reported);
    return reported;
  };
}

function reportedSentences(article: Article, sentences: readonly Sentence[]): ReportedSentence[] {
  const title = article.title.trim();
  const prose = sentences.filter(
    (sentence) =>
      saysSomething(sentence) && sentence.text.trim() !== title && !isCaption(sentence.text),
  );
  return prose.map((sentence, place): ReportedSentence => {
    const shown = showQuote(sentence.text);
    const isLast = place === prose.length - 1;
    return {
      ...layersOf(sentence),
      article,
      place,
      shown,
      isLast,
      cut: isLast && article.truncated && CUT.test(shown),
    };
  });
}

/** Letters of a list's item that is a whole sentence rather than an entry. */
const MIN_ITEM_LENGTH = 30;

/** Prose, and the items of a list that are whole sentences. */
export function saysSomething({ role, text }: Sentence): boolean {
  if (role === 'prose') return true;
  const isWhole = /[。.！!；;][\s\d[\]"”）)]*$/u.test(text);
  return role === 'list-item' && isWhole && text.length >= MIN_ITEM_LENGTH;
}

function isCaption(text: string): boolean {
  return text.length <= MAX_CAPTION_LENGTH && CAPTION.test(text);
}

const contentWords = new WeakMap<Sentence, ReadonlySet<string>>();

/** Normal forms of a sentence's content words. */
export function contentWordsOf(sentence: Sentence): ReadonlySet<string> {
  const known = contentWords.get(sentence);
  if (known !== undefined) return known;
  const words = new Set(sentence.tokens.flatMap(({ normal, stop }) => (stop ? [] : [normal])));
  contentWords.set(sentence, words);
  return words;
}

/** By publication, then by place in the article; articles of one moment by id. */
export function compareReported(a: ReportedSentence, b: ReportedSentence): number {
  const [dateA, dateB] = [a.article.publishedAt ?? '9999', b.article.publishedAt ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
  return a.start - b.start;
}
