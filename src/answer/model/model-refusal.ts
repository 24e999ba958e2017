import { NOT_IN_PASSAGES } from './prompt.ts';

const REFUSALS = [
  /(?:段落|文章|报道|资料|材料|文中|上文|原文|信息|来源)(?:中|里|内)?[^。！？]{0,12}(?:没有|并未|未|无法|不包含|不足以)[^。！？]{0,12}(?:提及|提到|提供|说明|涉及|包含|回答|找到|给出|信息|答案|相关|显示)/u,
  /^(?:抱歉|很抱歉|对不起)?[，,]?\s*(?:我)?(?:无法|不能)(?:根据|从|依据|回答|确定)/u,
  /\b(?:passages?|articles?|sources?|text|documents?|context|information)\b[^.!?]{0,40}\b(?:do(?:es)? not|don['’]t|doesn['’]t|did not|no)\b[^.!?]{0,30}\b(?:mention|contain|state|say|provide|include|specify|answer|information|address|discuss)\b/iu,
  /\b(?:I|we)\b[^.!?]{0,15}\b(?:cannot|can['’]t|am unable to|could not|couldn['’]t)\b[^.!?]{0,30}\b(?:answer|find|determine|provide)\b/iu,
  /^(?:there is|there['’]s) no (?:information|mention)\b/iu,
];

/** Whether the model says that the passages do not hold the answer: by the agreed word, or in prose. */
export function isRefusal(sentence: string, cited: readonly number[]): boolean {
  if (sentence.includes(NOT_IN_PASSAGES)) return true;
  return cited.length === 0 && REFUSALS.some((pattern) => pattern.test(sentence));
}
