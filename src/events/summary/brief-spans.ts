import type { Language } from '../../core/article.ts';
import type { ResolvedExpression } from '../../core/block.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import { reportsEvent } from '../detection/event-verbs.ts';
import type { ReportedSentence } from '../reported-sentence.ts';

/** A stretch of a sentence that can stand alone; offsets in the sentence's text. */
export interface BriefSpan {
  readonly sentence: ReportedSentence;
  readonly start: number;
  readonly end: number;
}

/** Shortest and longest stretch that is shown, in UTF-16 units. */
const LENGTHS: Readonly<Record<Language, { readonly min: number; readonly max: number }>> = {
  zh: { min: 16, max: 120 },
  en: { min: 40, max: 260 },
};
const CLAUSE_END: Readonly<Record<Language, RegExp>> = {
  zh: /[，；;。！!？?](?:[”」』"）)])?|,(?=\p{Script=Han})/gu,
  en: /[;.!?](?=\s|$)["”)]?|,(?=\s(?:\w+ing|and|but|while|which|as|after|before|with)\b)/gu,
};
/** Who reports, which the citation says anyway: `海外网8月15日电 据路透社报道，`. */
const REPORTED_BY =
  /^(?:[（(][^）)]{2,8}[）)])?(?:[^，,。]{0,30}?(?:电|讯|消息)[，,：:\s]\s*)?(?:综合[^，,。]{0,20}|另?据[^，,。]{2,36}?)(?:报道|消息|介绍|通报|获悉|官网|官微|公众号)(?:称|显示)?[，,：:]\s*|^(?:[^，,。]{0,16}?记者[^，,。]{0,24}?(?:获悉|了解到|注意到)|[^，,。\d]{0,16}\d{1,2}月\d{1,2}日(?:电|讯|消息))[，,：:]?\s*|^\S{0,12}(?:[（(][^）)]{0,24}记者[^）)]{0,24}[）)])\s*/u;
/** A photograph's credit, or a headline, that stands before the report on the same line. */
const CREDIT =
  /^[^，。]{0,40}?(?:供图|图片来源[：:]\s?\S{2,8}\s|视频截图|视觉中国\s?图|资料图[）)]?|图源[^，。]{0,10}|\s摄[）)]?)\s*/u;
const SENT_BY =
  /^[^。]{0,60}?(?:新华社|中新社|中新网|中国天气网|新京报|海外网|参考消息网|人民网|环球网|央视网|极目新闻|南都|红星新闻|澎湃新闻|封面新闻|本报|本网)[^，,。]{0,14}?(?:电|讯|消息|报道)(?:\s?[（(][^）)]{0,30}[）)])?[，,：:\s]\s*/u;
const MAX_OPENINGS = 3;

function openingLength(text: string): number {
  let length = 0;
  for (let turn = 0; turn < MAX_OPENINGS; turn++) {
    const rest = text.slice(length);
    const found = (CREDIT.exec(rest) ?? SENT_BY.exec(rest) ?? REPORTED_BY.exec(rest))?.[0].length;
    if (found === undefined || found === 0) break;
    length += found;
  }
  return length;
}

/** Words that a comma leaves hanging: a time, a source, a condition, the one who speaks. */
const INCOMPLETE =
  /(?:期间|之际|以来|同时|情况下|[日时分秒月年点后前中]|统计|评估|消息|测定|报道|通报|公告|规定|显示|表示|指出|强调|认为|声明|质疑|回应|批评|发文|透露|坦言|呼吁|称|说|因为|由于|如果)$|(?:作为|因)[^，,；;被而]{2,24}$|[，,；;](?:在|根据|据|随着|为了?|对于|作为|由于|因|按照|如果|若|虽然|尽管|但|而)[^，,；;]{0,24}$|^(?:在|根据|据|随着|为了?|对于|作为|由于|因|按照|如果|若|虽然|尽管)[^，,；;]*$/u;
/** What cannot begin a line, because it hangs on the words before. */
const DEPENDENT =
  /^(?:他们?|她们?|它们?|其|该|此(?!次|外)|这|那|而|但|并|且|还|也|又|却|则|就|即|以及|和|与|及|或|同时|此外|另外|因此|所以|从而|随后|然后|其中|包括|如|如果|若|不过|然而|对此|为此|目前看|分别|均|都|的|等|至|后|所|称|要|需要|应当?|必须|说|表示|指出|强调|认为)|^(?:he|she|it|they|this|that|these|those|his|her|its|their|also|however|but|and|or|which|who|meanwhile|in addition)\b/iu;
/** Who wrote it, what it is put together from, whose it is, what else to read. */
const FURNITURE =
  /^(?:采写|撰文|综合|来源|更多阅读|延伸阅读|编辑|责编|责任编辑|作者|摄影|原标题|图|文)\s?[：:／/|｜]|版权作品|未经授权|广告\s|^[（(][^）)]{0,16}(?:网|报|社|记者)[^）)]{0,16}[）)]$/u;
const QUESTION = /[?？]\s*[”"」』）)]*$/u;
const ADDRESS = /扫码|二维码|点击|关注我们|下载|客户端\s*$|↓|>>|http|微信号/iu;

/** The stretches of a sentence that can stand alone, from clause to clause. */
export function briefSpans(sentence: ReportedSentence): BriefSpan[] {
  const { text, language, quotations, attribution, names } = sentence;
  if (sentence.cut || QUESTION.test(text) || ADDRESS.test(text) || FURNITURE.test(text)) return [];
  const { min, max } = LENGTHS[language];
  const opening = language === 'zh' ? openingLength(text) : 0;
  const isInside = (at: number) =>
    quotations.some(({ start, end }) => start < at && at < end) || isBracketed(text, at);
  const endsInName = (at: number) => names.some(({ kind, end }) => kind === 'person' && end === at);
  const ends = [...text.matchAll(CLAUSE_END[language])]
    .map(({ index, 0: mark }) => ({ cut: index, next: index + mark.length }))
    .filter(({ cut }) => !isInside(cut));
  if (ends.at(-1)?.next !== text.length) ends.push({ cut: text.length, next: text.length });
  // A sentence is told from its beginning, or from one of its independent halves.
  const halves = ends.filter(({ cut, next }) => /[；;。]/u.test(text.slice(cut, next)));
  const starts = [opening, ...halves.map(({ next }) => next).filter((at) => at > opening)];
  const spans: BriefSpan[] = [];
  const said = attribution?.content.start ?? 0;
  for (const from of starts) {
    const start = from + (/^[\s，,、：:；;]*/u.exec(text.slice(from))?.[0].length ?? 0);
    if (start >= text.length || DEPENDENT.test(text.slice(start))) continue;
    for (const { cut, next } of ends) {
      // The mark that ends a sentence belongs to it, a comma does not.
      const end = next === text.length ? next : cut;
      const length = end - start;
      // "He said that" without what he said, and a clause cut off a short sentence.
      const isCut = start < said && end < said + MIN_SAID;
      if (
        length < min ||
        isCut ||
        (text.length <= max && length < MIN_SHARE * (text.length - start))
      )
        continue;
      if (length > max) break;
      const shown = text.slice(start, end);
      if (
        next !== text.length &&
        (INCOMPLETE.test(shown) || lacksPredicate(shown, text.slice(next), endsInName(end)))
      )
        continue;
      spans.push({ sentence, start, end });
    }
  }
  return spans;
}

/** A clause that goes on with what somebody does who was named before it. */
const GOES_ON =
  /^\s*(?:已|被|将|均|全部|全都|都|正|仍|也|还|经|在|未|不|没有|累计|先后|遭|获|向|对|把|从|壮烈|不幸|因|由|于|为)/u;
const HAS_PREDICATE = /[了是有被将已为]|在|没|未|达|成|使|让|受|获/u;

/** Whether a clause only names who does what the next one says. */
function lacksPredicate(shown: string, rest: string, endsInName: boolean): boolean {
  const last = shown.split(/[，,；;]/u).at(-1) ?? '';
  return (
    (endsInName || GOES_ON.test(rest)) && !reportsEvent(last, 'zh') && !HAS_PREDICATE.test(last)
  );
}

/** What is said takes up at least so much of a line that names the speaker. */
const MIN_SAID = 10;
/** Share of a sentence that is short enough which must be shown. */
const MIN_SHARE = 0.4;

function isBracketed(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = before.match(/[（(《【]/gu)?.length ?? 0;
  const closed = before.match(/[）)》】]/gu)?.length ?? 0;
  return opened > closed;
}

/** A day with its month, and the year that a brief says at its head. */
const SAYS_ITSELF =
  /^(?:今年|this year|(?:今年)?\d{1,2}\s?月(?:\d{1,2}\s?日)?|(?:\p{Lu}\p{L}+ \d{1,2}|\d{1,2} \p{Lu}\p{L}+))$/u;

/**
 * What the dates of a stretch mean where its words leave that open, each day once.
 * @param year what the reader takes dates without a year to be of; null where nothing tells
 */
export function dateNotes(
  { sentence, start, end }: BriefSpan,
  language: Language,
  year: string | null,
): ResolvedExpression[] {
  const within = sentence.dates.filter((date) => date.start >= start && date.end <= end);
  const notes = writeRelativeDates(within, language);
  const isPlain = ({ expression, from }: ResolvedExpression) =>
    year !== null && from.startsWith(year) && SAYS_ITSELF.test(expression.trim());
  const said = new Set(notes.filter(isPlain).map(({ from }) => from));
  return notes.flatMap((note) => {
    if (isPlain(note) || said.has(note.from)) return [];
    said.add(note.from);
    return [{ ...note, written: withoutYear(note.written, year) }];
  });
}

/** Days as written, without the year that goes without saying. */
export function withoutYear(days: string, year: string | null): string {
  return year === null || days === year || days === `${year}年`
    ? days
    : days.replace(new RegExp(`, ${year}\\b|${year}年`, 'gu'), '');
}
