import type { Article, Language } from '../core/article.ts';
import type { DateMention, FoundName, NumberMention, Sentence } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { showQuote } from '../language/characters/show-quote.ts';
import { findDates } from '../language/dates/dates.ts';
import type { ConceptGroup } from '../language/dictionary/concept-groups.ts';
import { isProse } from '../language/discourse/prose.ts';
import { findNumbers } from '../language/numbers/numbers.ts';
import { splitSentences } from '../language/segment/sentences.ts';
import type { Token } from '../language/terms/text-analyzer.ts';
import type { EventTools } from './event-tools.ts';

/** A sentence of an article, as events, summaries and timelines work with it. */
export interface Statement extends Span {
  readonly article: Article;
  /** Place among the article's statements, from 0. */
  readonly index: number;
  /** As shown: on one line, without the article's own reference marks. */
  readonly text: string;
  readonly language: Language;
  /** True for the last one of its article. */
  readonly isLast: boolean;
  /** True where the source was cut off within it. */
  readonly cut: boolean;
  /** Its dates, resolved with the words before it and the article's date; offsets on the body. */
  readonly dates: readonly DateMention[];
  /** Content words of `text`, in order. Computed when first asked for, like the rest. */
  readonly words: () => readonly Token[];
  /** Their normal forms. */
  readonly wordSet: () => ReadonlySet<string>;
  readonly concepts: () => readonly ConceptGroup[];
  readonly names: () => readonly FoundName[];
  /** Numbers of `text` that belong to no date. */
  readonly numbers: () => readonly NumberMention[];
  /** The annotated sentence that it is, or null where the sentence splitter sees none. */
  readonly sentence: () => Sentence | null;
}

/** Reads an article's statements; the same article gives the same ones. */
export type StatementReader = (article: Article) => readonly Statement[];

/** Who wrote it and where it was filed: 【… 记者 …】, `新华社青岛7月7日电`. No part of what it says. */
const BYLINE =
  /^(?:原标题[:：]\s*|【[^】\n]{2,40}(?:记者|报道|消息|讯)[^】\n]{0,30}】\s*|\p{Script=Han}{2,12}\d{1,2}月\d{1,2}日电[,，]?\s*(?:[（(][^）)\n]{0,30}[）)])?\s*)+/u;
const CUT = /(?:\.{3}|…+)\s*$/u;

/** Remembers the articles it has read for as long as they are in use. */
export function createStatementReader(tools: EventTools): StatementReader {
  const read = new WeakMap<Article, readonly Statement[]>();
  return (article) => {
    const known = read.get(article);
    if (known !== undefined) return known;
    const statements = readStatements(article, tools);
    read.set(article, statements);
    return statements;
  };
}

function readStatements(article: Article, tools: EventTools): Statement[] {
  const { body, language, publishedAt, truncated } = article;
  const dates = findDates(body, { language, reference: publishedAt });
  const spans = splitSentences(body).map(({ start, end }) => {
    const byline = BYLINE.exec(body.slice(start, end))?.[0].length ?? 0;
    return { start: start + byline, end };
  });
  const prose = spans.filter(({ start, end }) => {
    const text = body.slice(start, end);
    return isProse(text) && text.trim() !== article.title.trim();
  });
  const { title } = article;
  const sentences = once(() =>
    tools.annotator.annotate({ text: body, language, reference: publishedAt, title }),
  );
  return prose.map(({ start, end }, index): Statement => {
    const text = showQuote(body.slice(start, end));
    const isLast = index === prose.length - 1;
    const own = dates.filter((date) => date.start >= start && date.end <= end);
    const words = once(() => tools.analyzer.tokens(text).filter(({ stop }) => !stop));
    return {
      article,
      index,
      start,
      end,
      text,
      language,
      isLast,
      cut: isLast && truncated && CUT.test(text),
      dates: own,
      words,
      wordSet: once(() => new Set(words().map(({ normal }) => normal))),
      concepts: once(() => tools.analyzer.conceptGroups(text)),
      names: once(() => tools.names.findNames(text, language)),
      sentence: once(() => sentences().find((one) => one.start < end && start < one.end) ?? null),
      numbers: once(() => findNumbers(text, findDates(text, { language, reference: publishedAt }))),
    };
  });
}

function once<Value>(compute: () => Value): () => Value {
  let held: { readonly value: Value } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
}
