import type { Negation } from '../../core/sentence.ts';
import { allMatches } from '../characters/all-matches.ts';

/**
 * Words that hold a negating character and deny nothing: 不断, 无论, 非常. They are set aside before
 * the negators are looked for.
 */
const NOT_NEGATION =
  /不(?:断|仅|但|同|少|久|过|论|管|如|竭|懈|足|利|满|安|良|妨|锈|得不|可或缺|可分割|约而同|遗余力|少于|低于|超过|等)|无(?:论|不|疑|数|限|私|人机|线|锡|非|比|缝|偿|障碍)|非(?:常|洲|凡|法|遗|物质|典|政府|公有|官方)|未(?:来|必|知|成年)|没(?:收|落)|(?:除|并)非(?=[^是])|莫(?:过于|斯科|迪)|\bnot only\b|\bno doubt\b|\bno less than\b|\bnot? (?:least|more than|fewer than)\b|\bNo\. ?\d/giu;
const HARD =
  /没有|没能|没|不会|不能|不得|不是|不|未能|未曾|从未|未|无法|并非|绝非|非|勿|毋|无|\b(?:not|no|never|without|neither|nor|none|cannot|hardly)\b|n['’]t\b/giu;
/** Verbs that deny what follows them. */
const SOFT =
  /拒绝|拒不|否认|反对|禁止|防止|避免|取消|停止|终止|缺乏|\b(?:refus|den(?:y|ie)|reject|oppos|ban|bann|prevent|avoid|fail|declin|cancel|halt|lack|prohibit|forbid|stop)(?:s|es|ed|ing|ning|al|d)?\b/giu;

/** Where what a negation denies ends at the latest. */
const SCOPE_END = /[，,。；;：:！？!?\n]|\b(?:but|although|while)\b|但|而是/gu;

/** Words that deny, in order, each with the rest of its clause as its scope. */
export function findNegations(text: string): Negation[] {
  const cleared = text.replace(NOT_NEGATION, (phrase) => '＿'.repeat(phrase.length));
  const cues = [
    ...allMatches(cleared, HARD).map((match) => ({ match, hard: true })),
    ...allMatches(cleared, SOFT).map((match) => ({ match, hard: false })),
  ].map(({ match, hard }) => ({
    start: match.index,
    end: match.index + match[0].length,
    hard,
  }));
  if (cues.length === 0) return [];
  const ends = allMatches(text, SCOPE_END).map(({ index }) => index);
  let next = 0;
  return cues
    .sort((a, b) => a.start - b.start)
    .map((cue) => {
      // Cues come in order and never overlap, and so do the ends of their scopes.
      while ((ends[next] ?? Infinity) < cue.end) next++;
      return { ...cue, scope: { start: cue.end, end: ends[next] ?? text.length } };
    });
}
