import type { AnnotatedText, SentenceRole } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { DATELINE, ORIGINAL_HEADLINE } from '../discourse/datelines.ts';
import { isProse } from '../discourse/prose.ts';
import { splitSentences } from './sentences.ts';

/** A sentence's place and what it is to its text. */
export interface RoledSpan extends Span {
  readonly role: SentenceRole;
}

const END_MARK = /[。！？!?.…；;][”」’』）)\]"\d\s[]*$/u;
const LIST_ITEM = /^\s*(?:[-–—•·●○■□◆▪►*]\s+|\d{1,2}[.、．)）]\s?)/u;
/** A line without an end mark that is this short, in UTF-16 units, is a heading. */
const MAX_HEADING_LENGTH = { zh: 30, en: 80 } as const;

/** What a portal leaves in a text: advertisements, and the line under it. */
const FURNITURE =
  /广告\s[^×\n]{1,120}×|(?:来源[:：][^。\n]{1,20}?)?返回搜狐[，,]?\s?查看更多[^\n]*|(?:责任)?编辑[:：\s]\s?[\p{Script=Han}\s]{0,12}$/gu;

/**
 * A text cut into sentences, each with its role. A headline, a dateline or an advertisement that
 * shares a line with a sentence is one of its own, so that the rest says what it says.
 */
export function splitByRole(source: AnnotatedText): RoledSpan[] {
  const { text, title, language } = source;
  const isArticle = title !== undefined;
  return splitSentences(text).flatMap((span) => {
    if (!isArticle) return [{ ...span, role: 'prose' as const }];
    const opened = cutOpening(text, span, title.trim());
    const isOwnLine = /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, span.start - 40), span.start));
    return [
      ...opened.cut,
      ...withoutFurniture(text, opened.rest).map((piece): RoledSpan => {
        if (piece.isFurniture) return { start: piece.start, end: piece.end, role: 'furniture' };
        const { start, end } = piece;
        return { start, end, role: roleOf(text.slice(start, end), language, isOwnLine) };
      }),
    ];
  });
}

/** Headline, its repetition and the dateline at the start of a sentence. */
function cutOpening(text: string, { start, end }: Span, title: string) {
  const cut: RoledSpan[] = [];
  let at = start;
  const take = (length: number, role: SentenceRole) => {
    const stop = at + text.slice(at, at + length).trimEnd().length;
    if (stop > at) cut.push({ start: at, end: stop, role });
    at += length;
    while (at < end && /\s/u.test(text.charAt(at))) at++;
  };
  const mark = start === 0 ? (ORIGINAL_HEADLINE.exec(text)?.[0].length ?? 0) : 0;
  // The length first: a long title would be compared with the text from each of its sentences.
  const hasRoom = title !== '' && at + mark + title.length <= end;
  if (hasRoom && text.startsWith(title, at + mark)) {
    const behind = text.slice(at + mark + title.length, at + mark + title.length + 1);
    // A sentence may begin with its title's words, and a title be made of the first sentence.
    if (mark > 0 || behind === '\n' || (behind === ' ' && at + mark + title.length < end))
      take(mark + title.length, 'headline');
    if (mark > 0 && text.startsWith(title, at) && at + title.length <= end) {
      take(title.length, 'headline');
    }
  }
  const dateline = DATELINE.exec(text.slice(at, end))?.[0].length ?? 0;
  if (dateline > 0) take(dateline, 'dateline');
  return { cut, rest: { start: at, end } };
}

interface Piece extends Span {
  readonly isFurniture: boolean;
}

function withoutFurniture(text: string, { start, end }: Span): Piece[] {
  const words = text.slice(start, end);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isFurniture: boolean) => {
    const piece = words.slice(from, to);
    const trimmed = piece.trim();
    if (trimmed === '') return;
    const first = start + from + piece.indexOf(trimmed);
    pieces.push({ start: first, end: first + trimmed.length, isFurniture });
  };
  let at = 0;
  for (const { index, 0: found } of words.matchAll(FURNITURE)) {
    add(at, index, false);
    add(index, index + found.length, true);
    at = index + found.length;
  }
  add(at, words.length, false);
  return pieces;
}

function roleOf(
  words: string,
  language: AnnotatedText['language'],
  opensLine: boolean,
): SentenceRole {
  if (!isProse(words)) return 'furniture';
  if (opensLine && LIST_ITEM.test(words)) return 'list-item';
  const isHeading =
    opensLine && words.length <= MAX_HEADING_LENGTH[language] && !END_MARK.test(words);
  return isHeading ? 'headline' : 'prose';
}
