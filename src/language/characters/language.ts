import type { Language } from '../../core/article.ts';
import { CLOSING_MARK, OPENING_MARKS } from '../discourse/quotations.ts';
import { countHan } from './scripts.ts';

const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;

/** Characters and words that carry Chinese grammar, both scripts; names seldom hold them. */
const CHINESE_GRAMMAR =
  /[的了在是谁誰吗嗎呢吧么麼这這那哪几幾何怎被把将將和与與及对對为為从從于就也都还還不没沒有说說请請]|多少|如何|哪些|是否|介绍/gu;

/** Words that carry English grammar; names and Chinese questions about English names lack them. */
const ENGLISH_GRAMMAR = new Set(
  (
    'a an the this that these those is are was were be been being am do does did has have had will ' +
    'would can could should may might must what which who whom whose when where why how and or but ' +
    'not if of in on at by for from to with about into over after before between during as than ' +
    'it its he she they we you i his her their our your my there tell list give name explain ' +
    "summarize describe what's who's it's"
  ).split(' '),
);

/** How much a word of grammar counts beside a word of content, whose weight is one. */
const GRAMMAR_WEIGHT = 4;
/** A capitalised word is likely a name, which a text of either language may hold. */
const NAME_WEIGHT = 0.5;

interface Evidence {
  readonly chinese: number;
  readonly english: number;
}

function weigh(text: string): Evidence {
  const han = countHan(text);
  const chineseGrammar = text.match(CHINESE_GRAMMAR)?.length ?? 0;
  return {
    chinese: han + GRAMMAR_WEIGHT * chineseGrammar,
    english: weighEnglish(text.match(LATIN_WORD) ?? []),
  };
}

/** Grammar between two capitalised words belongs to a name: `Belt and Road`. */
function weighEnglish(words: readonly string[]): number {
  let weight = 0;
  for (const [index, word] of words.entries()) {
    const isInName = isCapitalised(words[index - 1]) && isCapitalised(words[index + 1]);
    if (ENGLISH_GRAMMAR.has(word.toLowerCase()) && !isInName) weight += GRAMMAR_WEIGHT;
    weight += isCapitalised(word) ? NAME_WEIGHT : 1;
  }
  return weight;
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

/**
 * A text with a space for each quotation, from its opening mark to the first closing one; straight
 * quotes do not reach past their line. Each closing mark is looked for once: time is linear.
 */
function withoutQuotations(text: string): string {
  const unclosed = new Set<string>();
  let kept = '';
  let from = 0;
  for (const { index, 0: opening } of text.matchAll(OPENING_MARKS)) {
    const closing = CLOSING_MARK[opening] ?? '';
    if (index < from || unclosed.has(closing)) continue;
    const end = text.indexOf(closing, index + 1);
    if (end === -1) unclosed.add(closing);
    else if (opening !== '"' || !text.slice(index, end).includes('\n')) {
      kept += `${text.slice(from, index)} `;
      from = end + 1;
    }
  }
  return kept + text.slice(from);
}

/**
 * The language a text is written in, as its grammar shows: a Chinese question about
 * `Khawaja Asif` is Chinese, an English one about 上海精神 is English. Quoted titles are set aside
 * unless there is nothing else. Text without letters is English unless its punctuation is Chinese.
 */
export function detectLanguage(text: string): Language {
  for (const candidate of [withoutQuotations(text), text]) {
    const { chinese, english } = weigh(candidate);
    if (chinese !== english) return chinese > english ? 'zh' : 'en';
  }
  return /[。，、？！：；]|\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
