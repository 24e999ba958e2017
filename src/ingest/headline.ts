import type { Span } from '../core/span.ts';
import { characterWidth } from '../language/characters/display-width.ts';
import {
  BRACKETED_SENDER,
  ORIGINAL_HEADLINE,
  PAPER_ENDING,
  REPORT_DAY,
} from '../language/discourse/datelines.ts';
import { splitSentences } from '../language/segment/sentences.ts';
import { listOutlets } from './outlets.ts';

/** Columns beyond which a first sentence is cut at a clause mark to serve as a title. */
const MAX_TITLE_WIDTH = 110;
/** UTF-16 units at the start of a body in which its headline is looked for. */
const HEADLINE_REACH = 400;
const MIN_HEADLINE_LENGTH = 5;
const MAX_HEADLINE_LENGTH = 70;

/** An advertisement that a portal leaves at the start of a text: `广告 … ×`. */
const LEADING_ADVERTISEMENT = /^\s*广告\s[^×\n]{1,120}×\s*/u;
/** Names by which outlets sign, longest first, and how those that are not known are called. */
const OUTLET = [
  ...listOutlets()
    .flatMap(({ zh, aliases }) => [zh, ...aliases])
    .filter((name) => /^[\p{Script=Han}A-Z]{2,10}/u.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
  String.raw`\p{Script=Han}{2}${PAPER_ENDING}`,
  '本报',
  '南都',
  '晨报',
  '晚报',
  '日报',
  'IT之家',
  '红网时刻',
].join('|');
/**
 * Where the report begins behind its headline: who sent it, who wrote it, when it happened. Each of
 * these opens a text; none is part of a headline.
 */
const REPORT_START = new RegExp(
  [
    String.raw`(?:${OUTLET})[\p{Script=Han}]{0,8}\s?${REPORT_DAY}`,
    String.raw`(?:${OUTLET})[\p{Script=Han}]{0,2}(?:讯|消息|报道|记者|获悉)`,
    String.raw`(?:全媒体|本报|见习)?(?:记者|通讯员)[\s|｜：:]\s?\p{Script=Han}{2,4}`,
    String.raw`据[\p{Script=Han}·A-Za-z“”]{2,16}(?:消息|报道|获悉|官网|公众号|公示|介绍)`,
    String.raw`(?:文|作者|来源|图片来源|图源)\s?[|｜/：:]`,
    BRACKETED_SENDER,
    String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?!24时起)`,
    String.raw`(?:近日|日前|近期|昨日|昨天|今日|今天|当地时间|连日来|最近|北京时间)[，,、\p{Script=Han}]`,
    String.raw`\d{4}-\d{2}-\d{2}`,
  ].join('|'),
  'gu',
);
const SENTENCE_MARK = /[。；;！!？?]/u;

/** A headline found in a body: its place, and where the report behind it begins. */
export interface FoundHeadline extends Span {
  readonly reportStart: number;
}

/**
 * The headline that a body begins with, where its text shows one: behind 原标题：, up to where it is
 * repeated or the report begins. Null where none is sure.
 */
export function findHeadline(body: string): FoundHeadline | null {
  const mark = ORIGINAL_HEADLINE.exec(body)?.[0].length;
  if (mark === undefined) return null;
  const text = body.slice(mark, mark + HEADLINE_REACH);
  const lineEnd = text.indexOf('\n');
  if (lineEnd >= MIN_HEADLINE_LENGTH && lineEnd <= MAX_HEADLINE_LENGTH) {
    return spanOf(body, mark, lineEnd, lineEnd);
  }
  const repeated = repeatedLength(text);
  if (repeated !== null) return spanOf(body, mark, repeated.length, repeated.resumesAt);
  const start = reportStartIn(text);
  return start === null ? null : spanOf(body, mark, start, start);
}

function spanOf(
  body: string,
  mark: number,
  length: number,
  resumesAt: number,
): FoundHeadline | null {
  const words = body.slice(mark, mark + length).trimEnd();
  if (words.length < MIN_HEADLINE_LENGTH) return null;
  return { start: mark, end: mark + words.length, reportStart: mark + resumesAt };
}

/** `X X …`: a headline that stands twice, with at most a blank between. */
function repeatedLength(text: string): { length: number; resumesAt: number } | null {
  for (let length = MIN_HEADLINE_LENGTH; length <= MAX_HEADLINE_LENGTH; length++) {
    const gap = /\s/u.test(text.charAt(length)) ? 1 : 0;
    if (text.startsWith(text.slice(0, length), length + gap)) {
      return { length, resumesAt: length + gap };
    }
  }
  return null;
}

/** The first place behind a plausible headline where a report begins, or a blank before its text. */
function reportStartIn(text: string): number | null {
  const limit = Math.min(text.length, MAX_HEADLINE_LENGTH);
  for (const { index } of text.matchAll(REPORT_START)) {
    if (index > limit) break;
    if (index >= MIN_HEADLINE_LENGTH && !isInside(text, index)) return index;
  }
  const sentence = SENTENCE_MARK.exec(text.slice(0, limit));
  const blank = text.slice(0, limit).lastIndexOf(' ');
  // Headlines have blanks between their parts; behind the last one the report begins.
  if (blank >= MIN_HEADLINE_LENGTH && (sentence === null || blank < sentence.index)) return blank;
  const isSentence = sentence !== null && /[！!？?]/u.test(sentence[0]);
  return isSentence && sentence.index >= MIN_HEADLINE_LENGTH ? sentence.index + 1 : null;
}

/** Whether a place stands inside a quotation or brackets that opened before it. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const count = (pattern: RegExp) => before.match(pattern)?.length ?? 0;
  return count(/[“「《（(【]/gu) > count(/[”」》）)】]/gu);
}

/**
 * A title for an article that was given none: its headline, else its first sentence behind sender
 * and advertisements; a long sentence ends at a clause mark, never inside a word.
 */
export function titleOf(body: string): string {
  const headline = findHeadline(body);
  if (headline !== null) return body.slice(headline.start, headline.end);
  const advertisement = LEADING_ADVERTISEMENT.exec(body)?.[0].length ?? 0;
  const text = body.slice(advertisement, advertisement + HEADLINE_REACH);
  const opening = SENDER.exec(text.replace(ORIGINAL_HEADLINE, ''))?.[0].length ?? 0;
  const rest = text.replace(ORIGINAL_HEADLINE, '').slice(opening);
  const [first] = splitSentences(rest);
  return cutAtClause(first === undefined ? rest.trim() : rest.slice(first.start, first.end));
}

/** Who sent or wrote a report, at its very start. */
const SENDER = new RegExp(
  String.raw`^(?:[（(]?(?:${OUTLET})[\p{Script=Han}APP]{0,8}\s?(?:\d{4}年)?(?:\d{1,2}\s?月\s?\d{1,2}\s?日\s?)?(?:电|讯|消息|报道|获悉)[，,：:]?\s*(?:[（(][^）)\n]{2,40}[）)])?\s*|【[^】\n]{2,40}】\s*|来源[：:]\S{2,14}\s|据[\p{Script=Han}·]{2,12}(?:消息|报道|通报)[，,：:]\s*|(?:${OUTLET})记者\s[\p{Script=Han}]{2,4}\s)+`,
  'u',
);

function cutAtClause(sentence: string): string {
  let width = 0;
  let clauseEnd = 0;
  for (const [index, character] of [...sentence].entries()) {
    width += characterWidth(character);
    if (width > MAX_TITLE_WIDTH) {
      const cut = [...sentence].slice(0, clauseEnd === 0 ? index : clauseEnd).join('');
      return clauseEnd === 0 ? `${cut.trimEnd()}…` : cut;
    }
    if (/[，,；;：:]/u.test(character)) clauseEnd = index;
  }
  return sentence;
}
