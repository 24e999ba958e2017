import type { Language } from '../core/article.ts';

/** Words that ask; a stretch without any is no question of its own. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /谁|哪|什么|啥|多少|几(?!乎|何|次三番)|何时|何地|为何|如何|怎(?!奈)|咋|吗|是否|多久|多长|多大|多高/u,
  en: /\b(?:who|whom|whose|what|which|when|where|why|how)\b/iu,
};
const BREAKS: Readonly<Record<Language, RegExp>> = {
  zh: /[？?；;。，,、]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?:以及|还有|并且)(?=[^，。？?]*(?:谁|哪|什么|啥|多少|几|怎))/gu,
  en: /[?;]+|(?:,\s+|(?<!\s)\s+)and\s+(?=(?:(?:in|on|at|from|by|to|for|of)\s+)?(?:who|whom|what|which|when|where|why|how)\b)|,\s*(?=(?:(?:out of|in|on|at|from|by|to|for|of)\s+)?(?:who|whom|what|which|when|where|why|how)\b)/giu,
};
/** A part that names less than this of its own hangs on the first one. */
const MAX_PARTS = 4;

export interface PartOfQuestion {
  /** As it stands in the question. */
  readonly text: string;
}

/**
 * The questions that are asked in one: 几号开始 开几天, "who and when". Empty where there is but
 * one. A part keeps what stands before it and asks nothing: `截至7月29日，排查出多少处，帮了多少人`.
 */
export function splitParts(question: string, language: Language): readonly PartOfQuestion[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of question.matchAll(BREAKS[language])) {
    pieces.push(question.slice(from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(question.slice(from));
  const parts: string[] = [];
  let before = '';
  for (const piece of pieces.map((one) => one.trim()).filter((one) => one !== '')) {
    if (!ASKS[language].test(piece) || isTag(piece)) {
      // What asks nothing belongs to the question that follows it, or else to the one before.
      before = before === '' ? piece : `${before}${language === 'zh' ? '，' : ', '}${piece}`;
      continue;
    }
    parts.push(before === '' ? piece : `${before}${language === 'zh' ? '，' : ', '}${piece}`);
    before = '';
  }
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const last = parts.length - 1;
  return parts.map((text, i) => ({
    text: i === last && before !== '' ? `${text}${language === 'zh' ? '，' : ', '}${before}` : text,
  }));
}

/** 对吗, 是吗: asks for no more than a yes. */
function isTag(piece: string): boolean {
  return /^(?:对|是|真的|好|可以|行)(?:不对|不是|吗|吧)?$/u.test(piece);
}
