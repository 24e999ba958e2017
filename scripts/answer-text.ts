import type { Answer } from '../src/core/answer.ts';
import type { SearchResponse } from '../src/core/application.ts';
import type { Language } from '../src/core/article.ts';

const WORDS = {
  zh: {
    sources: '来源',
    noDate: '日期不详',
    quote: (text: string) => `“${text}”`,
    weak: '未获完全证实',
    suggestions: '可以问',
    why: '排序说明',
    note: '说明',
  },
  en: {
    sources: 'Sources',
    noDate: 'no date',
    quote: (text: string) => `“${text}”`,
    weak: 'Not fully supported',
    suggestions: 'You could ask',
    why: 'Why these passages',
    note: 'Note',
  },
} as const satisfies Record<Language, object>;

/**
 * Takes out what a terminal would obey instead of show: articles and models are not trusted, and
 * an escape sequence in one could rewrite the screen.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) =>
    '\n\t'.includes(character) ? character : '',
  );
}

/** A notice as a line of its own, in the answer's language. */
export function noticeLine(text: string, language: Language): string {
  return `${WORDS[language].note}: ${printable(text)}\n`;
}

/** Everything below the answer's text: what is weak in it, its numbered sources, what to ask. */
export function answerFooting(answer: Answer): string {
  const words = WORDS[answer.language];
  const weak = answer.sentences
    .filter(({ support }) => support.verdict !== 'supported')
    .map(({ text, support }) => `- ${text} (${support.reason})`);
  const sources = answer.citations.map(({ marker, title, source, publishedAt, quote }) => {
    const date = publishedAt?.replace('T', ' ') ?? words.noDate;
    return `[${marker}] ${title} · ${source} · ${date}\n    ${words.quote(quote)}`;
  });
  const suggestions = answer.suggestions.map((suggestion) => `- ${suggestion}`);
  const parts = [
    [words.weak, weak],
    [words.sources, sources],
    [words.suggestions, suggestions],
  ] as const;
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => printable(`\n${heading}\n${lines.join('\n')}\n`))
    .join('');
}

/** For each passage of a search why it ranks where it does. */
export function explanationText({ results, language }: SearchResponse): string {
  const blocks = results.map(({ passage, explanation }, position) => {
    const { article, score } = passage;
    const date = article.publishedAt?.slice(0, 10) ?? WORDS[language].noDate;
    const heading = `${position + 1}. ${article.title} · ${article.outlet[language]} · ${date}`;
    const reasons = explanation.map((reason) => `   - ${reason}`);
    return [`${heading} (${score.toFixed(3)})`, ...reasons].join('\n');
  });
  return printable(`\n${WORDS[language].why}\n${blocks.join('\n')}\n`);
}
