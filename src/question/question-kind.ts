import type { Language } from '../core/article.ts';
import type { Span } from '../core/span.ts';
import { CHINESE_CUES, CHINESE_LATEST } from './chinese-cues.ts';
import { ENGLISH_CUES, ENGLISH_LATEST } from './english-cues.ts';
import type { QuestionForm } from './question-form.ts';

/**
 * Reads from a question's own words what it asks for and what its answer must hold. Keyword
 * questions (`神舟十六号发射时间`, `Super Bowl 2021 location`) are read by the noun they end in.
 * @param text one question, as written; offsets of the result count its UTF-16 code units
 */
export function readQuestionForm(text: string, language: Language): QuestionForm {
  const wantsLatest = (language === 'zh' ? CHINESE_LATEST : ENGLISH_LATEST).test(text);
  for (const { kind, expects, pattern, many = false } of language === 'zh'
    ? CHINESE_CUES
    : ENGLISH_CUES) {
    const cues: Span[] = [];
    const units: string[] = [];
    for (const match of text.matchAll(pattern)) {
      cues.push({ start: match.index, end: match.index + match[0].length });
      for (const unit of Object.values(match.groups ?? {})) {
        if (unit) units.push(unit.toLowerCase());
      }
    }
    if (cues.length > 0)
      return { kind, expects, many, units, focus: focusOf(text, cues), wantsLatest, cues };
  }
  return {
    kind: 'what',
    expects: 'statement',
    many: false,
    units: [],
    focus: null,
    wantsLatest,
    cues: [],
  };
}

const NOUN_BEHIND =
  /^\s*(?:的)?(?<noun>国家|城市|省份|地区|地方|[\p{Script=Han}]{2}|(?:(?:two|three|four|five|six|seven|\d+|new|last|first|other|main|major|big|large|many|member)\s+)*[a-z]+)/iu;

/** The noun right behind the words that ask, as in 哪座城市 or "which treaty". */
function focusOf(text: string, cues: readonly Span[]): string | null {
  const [cue] = cues;
  if (cue === undefined || !/哪|什么|多少|几|which|what/iu.test(text.slice(cue.start, cue.end)))
    return null;
  const noun = NOUN_BEHIND.exec(text.slice(cue.end))?.groups?.['noun'];
  return noun?.toLowerCase().split(/\s+/u).at(-1) ?? null;
}
