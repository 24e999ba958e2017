import { NOT_IN_PASSAGES } from './prompts/answer-prompt.ts';

/** Ways in which models say that the passages do not hold the answer. */
const REFUSALS = [
  /(?:段落|文章|报道|资料|材料|文中|上文|原文|信息|来源)(?:中|里|内)?[^。！？]{0,12}(?:没有|并未|未|无法|不包含|不足以)[^。！？]{0,12}(?:提及|提到|提供|说明|涉及|包含|回答|找到|给出|信息|答案|相关|显示)/u,
  /(?:无法|不能|难以)(?:根据|从|依据|就此|由此)?[^。！？]{0,16}(?:回答|确定|得知|判断|得出|获知|知道|提供)/u,
  /^(?:也|并|同样|同时)?(?:没有|未|并未)(?:提及|提到|给出|说明|提供|涉及)/u,
  /^(?:抱歉|很抱歉|非常抱歉|对不起)/u,
  /\b(?:passages?|articles?|sources?|text|documents?|context|information)\b[^.!?]{0,40}\b(?:do(?:es)? not|don['’]t|doesn['’]t|did not|no)\b[^.!?]{0,30}\b(?:mention|contain|state|say|provide|include|specify|answer|information|address|discuss)/iu,
  /\b(?:I|we)\b[^.!?]{0,15}\b(?:cannot|can['’]t|am unable to|are unable to|could not|couldn['’]t)\b[^.!?]{0,30}\b(?:answer|find|determine|provide|say|tell)\b/iu,
  /\b(?:unable|not possible|impossible) to (?:answer|determine|say|tell)\b/iu,
  /^(?:i['’]?m |i am )?(?:sorry|afraid)\b/iu,
  /^(?:unfortunately[, ]+)?there (?:is|are)(?: no|n['’]t(?: any)?) (?:information|mention|details?|answer|relevant)\b/iu,
];

/**
 * Whether a sentence says that the passages do not hold the answer: by the agreed word, or in prose. An answer is
 * a refusal only when all of its sentences are.
 */
export function isRefusal(sentence: string, cited: readonly number[]): boolean {
  if (sentence.includes(NOT_IN_PASSAGES)) return true;
  return cited.length === 0 && REFUSALS.some((pattern) => pattern.test(sentence));
}
