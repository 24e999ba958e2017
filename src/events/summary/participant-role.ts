import type { Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import { CHINESE_OFFICE_END } from '../../language/names/titles.ts';
import type { ReportedSentence } from '../reported-sentence.ts';

/** Words that introduce a participant: 中国国防部长董军. */
export interface ParticipantRole {
  readonly sentence: ReportedSentence;
  /** UTF-16 offsets in the sentence's text. */
  readonly start: number;
  readonly end: number;
}

/** Where a Chinese role begins: behind a mark, a preposition or a verb that takes a person. */
const ROLE_START =
  /(?:[\s,，。、;；:：“”"「」()（）]|的|了|据|和|与|及|由|对|向|将|要求|恢复|释放|会见|会晤|宣布|发布|任命|记者|当日|当天|\d[日年月天内]|内)/gu;
const MAX_ROLE_LENGTH = 24;

/** The words with which an article introduces a participant, the fullest title first. */
export function findRole(
  { zh, en }: BilingualName,
  sentences: readonly ReportedSentence[],
  language: Language,
): ParticipantRole | null {
  let best: ParticipantRole | null = null;
  for (const sentence of sentences) {
    for (const name of [zh, en]) {
      if (name === null) continue;
      const { text } = sentence;
      const at = text.indexOf(name);
      if (at < 0) continue;
      const start = at - roleBefore(text.slice(0, at)).length;
      const role = { sentence, start, end: at + name.length };
      const isBetter =
        best === null ||
        (best.sentence.language !== language && sentence.language === language) ||
        (sentence.language === best.sentence.language && at - start > lengthOf(best, name));
      if (isBetter) best = role;
    }
  }
  return best;
}

function lengthOf({ start, end }: ParticipantRole, name: string): number {
  return end - start - name.length;
}

/** The title that stands directly before a name, with the body it belongs to; empty without one. */
function roleBefore(before: string): string {
  if (!CHINESE_OFFICE_END.test(before)) {
    return /(?:\p{Lu}[\p{L}.'’-]+\s+){1,6}$/u.exec(before)?.[0] ?? '';
  }
  const near = before.slice(-MAX_ROLE_LENGTH);
  let from = near.length === before.length ? 0 : -1;
  for (const mark of near.matchAll(ROLE_START)) from = mark.index + mark[0].length;
  return from < 0 ? '' : near.slice(from);
}
