import type { Language } from '../core/article.ts';

/** The composer's own words, apart from the articles'. */
export interface AnswerPhrases {
  /** Joins items of a short answer. */
  readonly listComma: string;
  /** Introduces evidence for a question that is not answered. */
  readonly nearestEvidence: string;
  notFound(searched: { articles: number; chunks: number }): string;
  readonly nothingFound: string;
  missing(words: readonly string[]): string;
  missingForm(form: string): string;
  falsePremise(words: string): string;
  excluded(filter: string, articles: number): string;
  noArticlesInDates(expression: string, from: string, to: string): string;
  nearestDates(dates: readonly string[]): string;
  covers(articles: number, from: string, to: string, languages: readonly Language[]): string;
  rewritten(question: string): string;
  appliedDates(expression: string, from: string, to: string): string;
  aboutTitle(title: string): string;
  aboutName(name: string): string;
}

const FILTER_NAMES = {
  zh: {
    from: '起始日期',
    to: '截止日期',
    source: '来源',
    language: '语言',
    dateRange: '问题中的时间',
  },
  en: {
    from: 'start date',
    to: 'end date',
    source: 'source',
    language: 'language',
    dateRange: "question's dates",
  },
} as const;

function filterName(language: Language, filter: string): string {
  return FILTER_NAMES[language][filter as keyof (typeof FILTER_NAMES)['zh']] ?? filter;
}

const LANGUAGE_NAMES = {
  zh: { zh: '中文', en: '英文' },
  en: { zh: 'Chinese', en: 'English' },
} as const;

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const CHINESE: AnswerPhrases = {
  listComma: '、',
  nearestEvidence: '最接近的内容',
  notFound: ({ articles, chunks }) =>
    `检索了${articles}篇文章（${chunks}个段落），没有找到能回答这个问题的内容。`,
  nothingFound: '检索到的文章中没有与这个问题相关的内容。',
  missing: (words) => `文章没有提到${words.map((word) => `“${word}”`).join('、')}。`,
  missingForm: (form) => `相关段落中没有${form}。`,
  falsePremise: (words) => `文章中没有关于“${words}”的报道，问题的前提可能不成立。`,
  excluded: (filter, articles) => `筛选条件“${filterName('zh', filter)}”排除了${articles}篇文章。`,
  noArticlesInDates: (expression, from, to) =>
    `“${expression}”按${from === to ? from : `${from}至${to}`}检索，这段时间内没有文章。`,
  nearestDates: (dates) => `最接近的日期：${dates.join('、')}。`,
  covers: (articles, from, to, languages) =>
    `现有${articles}篇文章，发布于${from}至${to}，语言：${languages.map((one) => LANGUAGE_NAMES.zh[one]).join('、')}。`,
  rewritten: (question) => `结合上文，按“${question}”检索。`,
  appliedDates: (expression, from, to) =>
    `“${expression}”按${from === to ? from : `${from}至${to}`}检索。`,
  aboutTitle: (title) => `《${title}》讲了什么？`,
  aboutName: (name) => `关于${name}，文章说了什么？`,
};

const ENGLISH: AnswerPhrases = {
  listComma: ', ',
  nearestEvidence: 'The nearest passages',
  notFound: ({ articles, chunks }) =>
    `I searched ${count(articles, 'article')} (${count(chunks, 'passage')}) and found nothing that answers this question.`,
  nothingFound: 'None of the articles deals with this question.',
  missing: (words) =>
    `The articles do not mention ${words.map((word) => `“${word}”`).join(' or ')}.`,
  missingForm: (form) => `The passages on this topic give no ${form}.`,
  falsePremise: (words) =>
    `The articles report nothing about “${words}”, so the question may rest on a false premise.`,
  excluded: (filter, articles) =>
    `The ${filterName('en', filter)} filter left out ${count(articles, 'article')}.`,
  noArticlesInDates: (expression, from, to) =>
    `“${expression}” was read as ${from === to ? from : `${from} to ${to}`}; no article falls in that time.`,
  nearestDates: (dates) => `The nearest dates: ${dates.join(', ')}.`,
  covers: (articles, from, to, languages) =>
    `The collection has ${count(articles, 'article')}, published from ${from} to ${to}, in ${languages.map((one) => LANGUAGE_NAMES.en[one]).join(' and ')}.`,
  rewritten: (question) => `Searched, given the conversation, as “${question}”.`,
  appliedDates: (expression, from, to) =>
    `“${expression}” was read as ${from === to ? from : `${from} to ${to}`}.`,
  aboutTitle: (title) => `What does “${title}” report?`,
  aboutName: (name) => `What do the articles say about ${name}?`,
};

export const ANSWER_PHRASES: Readonly<Record<Language, AnswerPhrases>> = {
  zh: CHINESE,
  en: ENGLISH,
};
