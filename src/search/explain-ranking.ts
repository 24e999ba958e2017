import type { Language } from '../core/article.ts';
import type { Passage, RankingSignal, RerankTrace, SignalTrace } from '../core/passage.ts';
import type { RerankFeature } from './ranking-settings.ts';

/** Parts of a score smaller than this share of it are not worth a sentence. */
const MIN_SHARE = 0.03;

const percent = (share: number) => `${Math.round(share * 100)}%`;

interface Phrases {
  readonly matched: (words: readonly string[]) => string;
  readonly unmatched: string;
  readonly signals: Readonly<Record<RankingSignal, string>>;
  readonly signal: (what: string, trace: SignalTrace, share: string) => string;
  readonly features: Readonly<Record<RerankFeature, (value: string) => string>>;
  readonly feature: (what: string, share: string) => string;
  readonly copies: (outlets: readonly string[]) => string;
}

const CHINESE: Phrases = {
  matched: (words) => `含有问题中的词：${words.join('、')}。`,
  unmatched: '不含问题的原词，是按含义找到的。',
  signals: {
    words: '用词',
    concepts: '词义（双语词典）',
    names: '人名、地名和机构名',
    title: '标题',
    vectors: '整体语义（向量）',
  },
  signal: (what, { rank, score }, share) =>
    `${what}与问题相符，候选中排第 ${rank}（${score.toFixed(2)}），占得分的 ${share}。`,
  features: {
    coverage: (value) => `问题中越少见的词越重要，其中 ${value} 在这篇文章里`,
    phrases: (value) => `问题中相邻的词在这里也相邻（${value}）`,
    answerForm: (value) => `所问的数字或日期就在这些词旁边（${value}）`,
    meaning: (value) => `有一句话的词义与问题逐词相近（${value}）`,
    articleMeaning: (value) => `整篇文章的词义与问题逐词相近（${value}）`,
  },
  feature: (what, share) => `${what}，占得分的 ${share}。`,
  copies: (outlets) => `同一内容也见于：${outlets.join('、')}。`,
};

const ENGLISH: Phrases = {
  matched: (words) => `It holds these words of the question: ${words.join(', ')}.`,
  unmatched: 'It holds no word of the question as written; it was found by meaning.',
  signals: {
    words: 'Its words match',
    concepts: 'The meanings of its words (bilingual dictionary) match',
    names: 'Its names match',
    title: 'Its title matches',
    vectors: 'Its overall meaning (vectors) matches',
  },
  signal: (what, { rank, score }, share) =>
    `${what} the question: no. ${rank} of the candidates (${score.toFixed(2)}), ${share} of the score.`,
  features: {
    coverage: (value) =>
      `Rarer words count more, and its article covers ${value} of the question by that count`,
    phrases: (value) => `Neighbouring words of the question are neighbours here too (${value})`,
    answerForm: (value) =>
      `A number or date, which is asked for, stands beside those words (${value})`,
    meaning: (value) =>
      `One of its sentences is near the question in meaning, word by word (${value})`,
    articleMeaning: (value) =>
      `Its article is near the question in meaning, word by word (${value})`,
  },
  feature: (what, share) => `${what}: ${share} of the score.`,
  copies: (outlets) => `The same text also appeared in: ${outlets.join(', ')}.`,
};

const PHRASES: Readonly<Record<Language, Phrases>> = { zh: CHINESE, en: ENGLISH };

/** A part of the score as a sentence, with its size for ordering. */
interface Reason {
  readonly contribution: number;
  readonly text: string;
}

function isFeature(name: string, phrases: Phrases): name is RerankFeature {
  return name in phrases.features;
}

function signalReason(trace: SignalTrace, total: number, phrases: Phrases): Reason {
  const share = percent(trace.contribution / total);
  return {
    contribution: trace.contribution,
    text: phrases.signal(phrases.signals[trace.signal], trace, share),
  };
}

function featureReason(
  { feature, value, contribution }: RerankTrace,
  total: number,
  phrases: Phrases,
): Reason[] {
  if (!isFeature(feature, phrases)) return [];
  const what = phrases.features[feature](percent(value));
  return [{ contribution, text: phrases.feature(what, percent(contribution / total)) }];
}

/**
 * Why a passage ranks where it does, as sentences for a reader, what counted most first.
 * @param language of the question
 */
export function explainRanking(passage: Passage, language: Language): string[] {
  const phrases = PHRASES[language];
  const { signals, rerank, matched } = passage.trace;
  const total = Math.max(passage.score, Number.MIN_VALUE);
  const reasons = [
    ...signals.map((trace) => signalReason(trace, total, phrases)),
    ...rerank.flatMap((trace) => featureReason(trace, total, phrases)),
  ]
    .filter(({ contribution }) => contribution / total >= MIN_SHARE)
    .sort((a, b) => b.contribution - a.contribution);
  const outlets = [...new Set(passage.copies.map(({ outlet }) => outlet[language]))];
  return [
    matched.length > 0 ? phrases.matched(matched) : phrases.unmatched,
    ...reasons.map(({ text }) => text),
    ...(outlets.length > 0 ? [phrases.copies(outlets)] : []),
  ];
}
