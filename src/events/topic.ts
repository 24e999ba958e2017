import type { Passage } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { detectLanguage } from '../language/characters/language.ts';
import type { ConceptGroup } from '../language/dictionary/concept-groups.ts';
import type { EventTools } from './event-tools.ts';

/** Words with which one asks for a summary or a timeline; the rest is what it is to be about. */
const REQUEST =
  /^(?:请|麻烦|能否|能不能|可以)?(?:你|您)?(?:帮我|给我|为我)?(?:用[中英]文)?(?:简单|简要|详细)?(?:总结|概括|概述|归纳|梳理|整理|回顾|介绍|列出|给出|说说|讲讲)(?:一下|下)?(?:关于|有关)?|(?:的|之)?(?:时间线|时间轴|来龙去脉|前因后果|大事记|新闻摘要|摘要|主要内容|相关新闻|最新进展)(?:是什么|是怎样的|如何)?|(?:发生|出)了(?:什么|哪些)(?:事情?)?|\b(?:please|can you|could you)\b|\b(?:give|show|write|make)\s+(?:me\s+)?|\b(?:a|the)?\s*(?:brief\s+)?(?:timeline|chronology|summary|overview|recap)\s+(?:of|on|about|for)\b|^\s*(?:summari[sz]e|recap|outline)\b|\bwhat\s+(?:has\s+)?happened\s+(?:in|at|to|with|during|on)?\b|\bwhat is the\b|\bthe news (?:on|about|of)\b/giu;

/** The topic of a question that asks for a summary or a timeline: 总结一下青岛防长会 → 青岛防长会. */
export function topicOfQuestion(question: string): string {
  const rest = question
    .replace(REQUEST, ' ')
    .replace(/[?？。.!！“”"]+\s*$/u, '')
    .replace(/^[\s“”"：:，,]+|[\s“”"：:，,]+$/gu, '')
    .trim();
  return rest === '' ? question : rest;
}

/** How much of a topic a text is about, from 0 to 1. */
export type TopicRelevance = (text: string) => number;

/** From here on a passage is about the topic. */
const ABOUT_TOPIC = 0.55;
/** Stems that stand for a word less surely than this say nothing of what a text is about. */
const MIN_STEM_WEIGHT = 0.3;

/**
 * Weighs the words of a topic by their rarity in the collection; a text is as relevant as the
 * share of that weight it holds, in either language or by name.
 */
export function createTopicRelevance(
  topic: string,
  index: SearchIndex,
  { analyzer, names }: EventTools,
): TopicRelevance {
  const language = detectLanguage(topic);
  const keys = [...names.nameKeys(topic, language).keys()];
  const groups = analyzer.conceptGroups(topic).map((group) => ({
    group,
    weight: rarityOf(group, index),
  }));
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return (text) => {
    if (total === 0) return 0;
    const textLanguage = detectLanguage(text);
    const words = new Set(analyzer.tokens(text).map(({ normal }) => normal));
    const across = textLanguage !== language;
    const stems = across ? analyzer.analyzeText(text, textLanguage).concepts : new Map();
    const held = groups.reduce((sum, { group, weight }) => {
      if (words.has(group.token.normal)) return sum + weight;
      const translated = group.stems.some(
        ({ stem, weight: confidence }) => confidence >= MIN_STEM_WEIGHT && stems.has(stem),
      );
      return translated ? sum + weight : sum;
    }, 0);
    const share = held / total;
    if (share >= 1 || keys.length === 0) return share;
    const textKeys = names.nameKeys(text, textLanguage);
    const named = keys.filter((key) => textKeys.has(key)).length / keys.length;
    return Math.max(share, share * 0.5 + named * 0.5);
  };
}

function rarityOf({ token, stems }: ConceptGroup, index: SearchIndex): number {
  const frequencies = [
    index.documentFrequency('words', token.normal),
    ...stems.map(({ stem }) => index.documentFrequency('concepts', stem)),
  ];
  const own = frequencies[0] ?? 0;
  const frequency = own > 0 ? own : Math.max(...frequencies);
  return Math.log(1 + (index.chunks.length + 1) / (frequency + 0.5));
}

/** Share of the best passage's relevance that another needs to be about the same. */
const NEAR_BEST = 0.8;

/** The passages that are about a topic, in their order. */
export function relevantPassages(
  passages: readonly Passage[],
  relevance: TopicRelevance,
): Passage[] {
  const weighed = passages.map((passage) => ({
    passage,
    value: relevance(`${passage.article.title}\n${passage.chunk.text}`),
  }));
  const best = Math.max(0, ...weighed.map(({ value }) => value));
  const least = Math.max(ABOUT_TOPIC, NEAR_BEST * best);
  return weighed.filter(({ value }) => value >= least).map(({ passage }) => passage);
}
