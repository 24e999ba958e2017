import type { Language } from '../../core/article.ts';
import type { Attribution } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { hasHan } from '../characters/scripts.ts';
import { CHINESE_SPEECH, ENGLISH_SPEECH } from './speech-verbs.ts';

/** What the subject of a verb cannot reach across. */
const CLAUSE_END = '，,。；;：:！？!?';

/**
 * Who says what a sentence holds: the first verb of speech that has words before it as a subject.
 * The speaker is the name nearest before the verb in its clause or, in English, right behind it
 * ("…," said Asif); a pronoun or a mere title leaves the speaker open.
 * @param names of the sentence, in order
 */
export function findAttribution(
  text: string,
  language: Language,
  names: readonly Span[],
  quotations: readonly Span[],
): Attribution | null {
  const pattern = language === 'zh' || hasHan(text) ? CHINESE_SPEECH : ENGLISH_SPEECH;
  let next = 0;
  // Verbs and quotations both come in order.
  const isQuoted = (at: number) => {
    while ((quotations[next]?.end ?? Infinity) <= at) next++;
    return (quotations[next]?.start ?? Infinity) < at;
  };
  for (const match of text.matchAll(pattern)) {
    if (isQuoted(match.index)) continue;
    const verb = { start: match.index, end: match.index + match[0].length };
    const clauseStart = lastClauseEnd(text, verb.start);
    const before = names.findLast(({ start, end }) => start >= clauseStart && end <= verb.start);
    const behind =
      pattern === ENGLISH_SPEECH
        ? names.find(({ start }) => start >= verb.end && start - verb.end <= 2)
        : undefined;
    const speaker = before ?? behind ?? null;
    const hasSubject = /[\p{L}\p{N}]/u.test(text.slice(clauseStart, verb.start));
    if (speaker === null && !hasSubject) continue;
    // `“…，”张三说。`: what is said stands before the speaker.
    const follows = /[\p{L}\p{N}]/u.test(text.slice((behind ?? verb).end));
    const content = follows
      ? { start: (behind ?? verb).end, end: text.length }
      : { start: 0, end: clauseStart };
    if (content.end <= content.start) continue;
    return {
      speaker: speaker === null ? null : { start: speaker.start, end: speaker.end },
      verb,
      content,
    };
  }
  return null;
}

function lastClauseEnd(text: string, before: number): number {
  let end = before;
  while (end > 0 && !CLAUSE_END.includes(text.charAt(end - 1))) end--;
  return end;
}
