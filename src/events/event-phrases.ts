import type { Language } from '../core/article.ts';
import type { Facet } from './facets.ts';
import type { Toll } from './tolls.ts';

export interface EventPhrases {
  readonly core: string;
  /** @param day last day that the brief knows of, as the reader writes it */
  readonly latest: (day: string | null) => string;
  /** Marks words of ours that explain the quoted ones. */
  readonly aid: (words: string) => string;
  readonly tolls: Readonly<Record<Toll, string>>;
  readonly facets: Readonly<Record<Facet, string>>;
  readonly participants: string;
  readonly whenWhere: string;
  readonly figures: string;
  readonly differences: string;
  readonly openEnds: string;
  /** Before the words in which, or after which, a source breaks off. */
  readonly cutWithin: (title: string, source: string) => string;
  readonly cutAfter: (title: string, source: string) => string;
  readonly figure: string;
  readonly date: string;
  readonly fromTo: (kind: string, earlier: string, later: string) => string;
  readonly differsOn: (kind: string, what: string) => string;
  readonly denial: string;
  readonly newStatement: (facet: Facet, who: string | null) => string;
  readonly nothingOnTopic: (topic: string) => string;
  readonly nothingInPeriod: (from: string | null, to: string | null) => string;
  readonly covers: (from: string, to: string, articles: number) => string;
  readonly noDates: (articles: number) => string;
  readonly question: {
    readonly event: (title: string) => string;
    readonly topic: (topic: string) => string;
    readonly period: (days: string) => string;
  };
  readonly openDays: (from: string | null, to: string | null) => string;
  readonly untitled: string;
  readonly readSome: (read: number, articles: number) => string;
  readonly keptSome: (kept: number) => string;
  readonly byWordsOnly: string;
  readonly suggestion: (title: string) => string;
  readonly timelineOf: (title: string) => string;
}

/** Everything that summaries, timelines and comparisons say in their own words. */
export const EVENT_PHRASES: Readonly<Record<Language, EventPhrases>> = {
  zh: {
    core: '核心要点',
    latest: (day) => (day === null ? '最新' : `最新（截至${day}）`),
    aid: (words) => `（词义：${words}）`,
    tolls: {
      dead: '遇难人数',
      injured: '受伤人数',
      missing: '失联人数',
      moved: '转移人数',
      destroyed: '受损房屋',
    },
    facets: {
      course: '经过',
      reasons: '原因',
      positions: '各方表态',
      outlook: '下一步',
      background: '背景',
    },
    participants: '参与者',
    whenWhere: '时间与地点',
    figures: '数字',
    differences: '各来源的不同说法',
    openEnds: '未尽之处',
    cutWithin: (title, source) => `${source}《${title}》的原文在这句话中间中断：`,
    cutAfter: (title, source) => `${source}《${title}》的原文在这句话之后中断：`,
    figure: '数字',
    date: '日期',
    fromTo: (kind, earlier, later) => `${kind}：${earlier} → ${later}`,
    differsOn: (kind, what) => `${kind}：${what}`,
    denial: '更正或否认',
    newStatement: (facet, who) => {
      const label = EVENT_PHRASES.zh.facets[facet];
      return who === null ? label : `${label}：${who}`;
    },
    nothingOnTopic: (topic) => `收录的文章没有谈到“${topic}”。`,
    nothingInPeriod: (from, to) => `${EVENT_PHRASES.zh.openDays(from, to)}没有收录文章。`,
    covers: (from, to, articles) => `现有${articles}篇文章，发表于${from}至${to}之间。`,
    noDates: (articles) => `现有${articles}篇文章，都没有发表日期。`,
    question: {
      event: (title) => `总结一下：${title}`,
      topic: (topic) => `总结一下${topic}`,
      period: (days) => `总结一下${days}的新闻`,
    },
    openDays: (from, to) =>
      from === null
        ? to === null
          ? '任何时间'
          : `${to}以前`
        : to === null
          ? `${from}以来`
          : `${from}至${to}`,
    untitled: '未命名事件',
    readSome: (read, articles) =>
      `范围内共有${articles}篇文章，只读了其中最新的${read}篇；缩小日期、来源或主题的范围，可以看到其余的。`,
    keptSome: (kept) =>
      `范围内的陈述太多，只列出${kept}条；缩小日期、来源或主题的范围，可以看到其余的。`,
    byWordsOnly: '向量服务暂时不可用，这次只按字词检索。',
    suggestion: (title) => `总结一下：${title}`,
    timelineOf: (title) => `“${title}”的时间线是怎样的？`,
  },
  en: {
    core: 'Core points',
    latest: (day) => (day === null ? 'Latest' : `Latest, as of ${day}`),
    aid: (words) => `(aid: ${words}) `,
    tolls: {
      dead: 'Deaths',
      injured: 'Injured',
      missing: 'Missing',
      moved: 'Moved to safety',
      destroyed: 'Buildings damaged',
    },
    facets: {
      course: 'What happened',
      reasons: 'Why',
      positions: 'What was said',
      outlook: 'What comes next',
      background: 'Background',
    },
    participants: 'Who took part',
    whenWhere: 'When and where',
    figures: 'Figures',
    differences: 'Where sources differ',
    openEnds: 'Open ends',
    cutWithin: (title, source) => `“${title}” (${source}) breaks off within this sentence: `,
    cutAfter: (title, source) => `“${title}” (${source}) breaks off after this sentence: `,
    figure: 'Figure',
    date: 'Date',
    fromTo: (kind, earlier, later) => `${kind}: ${earlier} → ${later}`,
    differsOn: (kind, what) => `${kind}: ${what}`,
    denial: 'Correction or denial',
    newStatement: (facet, who) => {
      const label = EVENT_PHRASES.en.facets[facet];
      return who === null ? label : `${label}: ${who}`;
    },
    nothingOnTopic: (topic) => `No article speaks of “${topic}”.`,
    nothingInPeriod: (from, to) =>
      `No article was published ${EVENT_PHRASES.en.openDays(from, to)}.`,
    covers: (from, to, articles) =>
      `There are ${articles} articles, published between ${from} and ${to}.`,
    noDates: (articles) => `There are ${articles} articles, none with a publication date.`,
    question: {
      event: (title) => `Summarise: ${title}`,
      topic: (topic) => `Summarise ${topic}`,
      period: (days) => `Summarise the news ${days}`,
    },
    openDays: (from, to) =>
      from === null
        ? to === null
          ? 'at any time'
          : `up to ${to}`
        : to === null
          ? `since ${from}`
          : `between ${from} and ${to}`,
    untitled: 'untitled event',
    readSome: (read, articles) =>
      `Only the latest ${read} of the ${articles} articles in scope were read; narrow the dates, the outlet or the topic to see the rest.`,
    keptSome: (kept) =>
      `There are too many statements in scope to show more than ${kept}; narrow the dates, the outlet or the topic to see the rest.`,
    byWordsOnly: 'The embedding server is not available, so this was searched by words alone.',
    suggestion: (title) => `Summarise: ${title}`,
    timelineOf: (title) => `What is the timeline of “${title}”?`,
  },
};
