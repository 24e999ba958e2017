import type { AnnotatedText, SentenceRole } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { isProse } from '../discourse/prose.ts';
import { splitSentences } from './sentences.ts';

/** A sentence's place and what it is to its text. */
export interface RoledSpan extends Span {
  readonly role: SentenceRole;
}

/** `原标题：`, 【… 记者 …】, `新华社青岛7月7日电 (记者 …)`, at the start of a sentence. */
const DATELINE =
  /^(?:原标题[:：]\s*|【[^】\n]{2,40}(?:记者|报道|消息|讯)[^】\n]{0,30}】\s*|\p{Script=Han}{2,12}\d{1,2}月\d{1,2}日电[,，]?\s*(?:[（(][^）)\n]{0,30}[）)])?\s*)+/u;
const END_MARK = /[。！？!?.…；;][”」’』）)\]"\d\s[]*$/u;
const LIST_ITEM = /^\s*(?:[-–—•·●○■□◆▪►*]\s+|\d{1,2}[.、．)）]\s?)/u;
/** A line without an end mark that is this short, in UTF-16 units, is a heading. */
const MAX_HEADING_LENGTH = { zh: 30, en: 80 } as const;

/**
 * A text cut into sentences, each with its role. A dateline that opens a sentence is one of its own,
 * so that what follows it is the sentence that says something.
 */
export function splitByRole({ text, title, language }: AnnotatedText): RoledSpan[] {
  const heading = title?.trim();
  return splitSentences(text).flatMap(({ start, end }): RoledSpan[] => {
    const words = text.slice(start, end);
    if (heading !== undefined && words.trim() === heading)
      return [{ start, end, role: 'headline' }];
    const dateline = DATELINE.exec(words)?.[0].length ?? 0;
    const rest = { start: start + dateline, end };
    const split: RoledSpan[] = dateline === 0 ? [] : [{ start, end: rest.start, role: 'dateline' }];
    if (rest.start === rest.end) return split;
    const body = text.slice(rest.start, rest.end);
    const isOwnLine = /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, start - 40), start));
    return [...split, { ...rest, role: roleOf(body, language, heading !== undefined, isOwnLine) }];
  });
}

function roleOf(
  words: string,
  language: AnnotatedText['language'],
  isArticle: boolean,
  opensLine: boolean,
): SentenceRole {
  if (!isArticle) return 'prose';
  if (!isProse(words)) return 'furniture';
  if (opensLine && LIST_ITEM.test(words)) return 'list-item';
  const isHeading =
    opensLine && words.length <= MAX_HEADING_LENGTH[language] && !END_MARK.test(words);
  return isHeading ? 'headline' : 'prose';
}
