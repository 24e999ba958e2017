import type { Language } from '../core/article.ts';

/** The composer's own words, apart from the articles'. */
export interface AnswerPhrases {
  /** Names what different sources count. */
  readonly figures: string;
  readonly yes: string;
  readonly no: string;
  /** Leads into what bears on a yes-or-no question that it does not decide. */
  readonly articlesSay: string;
  /** Says of a part of the question that no passage answers it. */
  readonly partNotStated: string;
  /** What can be asked, for who asks nothing that articles could answer. */
  help(articles: number, covers: { from: string; to: string } | null): string;
  /** Leads into the newest reports. */
  readonly newest: string;
  /** Joins items of a short answer. */
  readonly listComma: string;
  /** Introduces evidence for a question that is not answered. */
  readonly nearestEvidence: string;
  notFound(searched: { articles: number; chunks: number }): string;
  readonly nothingFound: string;
  missing(words: readonly string[]): string;
  missingForm(form: string): string;
  /** Leads into a sentence that may answer; names what was not found in or around it. */
  possible(unfound: readonly string[]): string;
  excluded(filter: string, articles: number): string;
  noArticlesInDates(expression: string, from: string, to: string): string;
  nearestDates(dates: readonly string[]): string;
  covers(articles: number, from: string, to: string, languages: readonly Language[]): string;
  rewritten(question: string): string;
  corrected(question: string): string;
  readonly byWordsOnly: string;
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
  figures: '各来源的数字',
  yes: '是',
  no: '否',
  articlesSay: '文章的说法：',
  partNotStated: '没有段落说到这一点。',
  help: (articles, covers) =>
    `我根据这里的${articles}篇新闻回答问题，每句话都注明出处${covers === null ? '' : `；它们发布于${covers.from}至${covers.to}`}。可以问人物、时间、地点、数字、原因，也可以让我总结一件事或列出时间线。`,
  newest: '最新的报道：',
  listComma: '、',
  nearestEvidence: '最接近的内容',
  notFound: ({ articles, chunks }) =>
    `检索了${articles}篇文章（${chunks}个段落），没有找到能回答这个问题的段落。`,
  nothingFound: '检索到的文章中没有与这个问题相关的内容。',
  missing: (words) => `所有文章都没有提到${words.map((word) => `“${word}”`).join('、')}。`,
  missingForm: (form) => `找到的段落中没有${form}。`,
  possible: (unfound) =>
    `可能的答案${unfound.length === 0 ? '' : `（没有找到与${unfound.map((word) => `“${word}”`).join('、')}对应的内容）`}：`,
  excluded: (filter, articles) => `筛选条件“${filterName('zh', filter)}”排除了${articles}篇文章。`,
  noArticlesInDates: (expression, from, to) =>
    `“${expression}”按${from === to ? from : `${from}至${to}`}检索，这段时间内没有文章。`,
  nearestDates: (dates) => `最接近的日期：${dates.join('、')}。`,
  covers: (articles, from, to, languages) =>
    `现有${articles}篇文章，发布于${from}至${to}，语言：${languages.map((one) => LANGUAGE_NAMES.zh[one]).join('、')}。`,
  rewritten: (question) => `结合上文，按“${question}”检索。`,
  corrected: (question) => `按“${question}”检索。`,
  byWordsOnly: '向量服务暂时不可用，这次只按字词检索。',
  appliedDates: (expression, from, to) =>
    `“${expression}”按${from === to ? from : `${from}至${to}`}检索。`,
  aboutTitle: (title) => `《${title}》讲了什么？`,
  aboutName: (name) => `关于${name}，文章说了什么？`,
};

const ENGLISH: AnswerPhrases = {
  figures: 'figures by source',
  yes: 'Yes',
  no: 'No',
  articlesSay: 'The articles say:',
  partNotStated: 'No passage states this.',
  help: (articles, covers) =>
    `I answer from ${count(articles, 'news article')}${covers === null ? '' : `, published from ${covers.from} to ${covers.to}`}, and cite each sentence. Ask about people, dates, places, figures and reasons, or for a summary or timeline of an event.`,
  newest: 'The newest reports:',
  listComma: ', ',
  nearestEvidence: 'The nearest passages',
  notFound: ({ articles, chunks }) =>
    `I searched ${count(articles, 'article')} (${count(chunks, 'passage')}) and found no passage that answers this question.`,
  nothingFound: 'None of the articles deals with this question.',
  missing: (words) => `No article mentions ${words.map((word) => `“${word}”`).join(' or ')}.`,
  missingForm: (form) => `The passages found give no ${form}.`,
  possible: (unfound) =>
    `This may answer it${unfound.length === 0 ? '' : `; I found nothing here for ${unfound.map((word) => `“${word}”`).join(' or ')}`}:`,
  excluded: (filter, articles) =>
    `The ${filterName('en', filter)} filter left out ${count(articles, 'article')}.`,
  noArticlesInDates: (expression, from, to) =>
    `“${expression}” was read as ${from === to ? from : `${from} to ${to}`}; no article falls in that time.`,
  nearestDates: (dates) => `The nearest dates: ${dates.join(', ')}.`,
  covers: (articles, from, to, languages) =>
    `The collection has ${count(articles, 'article')}, published from ${from} to ${to}, in ${languages.map((one) => LANGUAGE_NAMES.en[one]).join(' and ')}.`,
  rewritten: (question) => `Searched, given the conversation, as “${question}”.`,
  corrected: (question) => `Searched as “${question}”.`,
  byWordsOnly: 'The embedding server is not available, so this was searched by words alone.',
  appliedDates: (expression, from, to) =>
    `“${expression}” was read as ${from === to ? from : `${from} to ${to}`}.`,
  aboutTitle: (title) => `What does “${title}” report?`,
  aboutName: (name) => `What do the articles say about ${name}?`,
};

export const ANSWER_PHRASES: Readonly<Record<Language, AnswerPhrases>> = {
  zh: CHINESE,
  en: ENGLISH,
};
