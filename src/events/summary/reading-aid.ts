import type { Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import type { SentenceToken } from '../../core/sentence.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { NameGlosses } from '../../language/names/gloss-names.ts';
import { TOLL_NOUNS, tollCountsIn } from '../tolls.ts';
import type { BriefSpan } from './brief-spans.ts';

export interface ReadingAidTools {
  readonly lexicon: Lexicon;
  readonly nameGlosses: NameGlosses;
  /** Names that are known in both languages. */
  readonly names: readonly BilingualName[];
}

/** Words that are glossed for one line. */
const MAX_WORDS = 6;
/** A gloss that explains at length is no help between the words. */
const MAX_GLOSS_LENGTH = 24;
/** A gloss that sends to another word explains nothing. */
const CROSS_REFERENCE = /^(?:variant|old variant|erhua variant|see|abbr|CL|used in|surname)\b/iu;
/** Words for offices, and verbs with which news tells what happened. */
const TELLING =
  /^(?:总统|总理|首相|主席|部长|外长|防长|大臣|省长|市长|州长|县长|议员|候选人|发言人|大使|将军|警方|消防员|法院|检察官|大陪审团|军人|政变|袭击|爆炸|地震|火灾|大火|山火|台风|暴雨|洪水|坍塌|起诉|指控|宣布|否认|谴责|呼吁|会见|会晤|会谈|签署|逮捕|拘留|撤离|疏散|转移|推翻|扣押|驱逐|召回|停运|恢复|登陆|夺冠|击败|罚款|道歉|申请|破产)$/u;

interface Gloss {
  readonly at: number;
  readonly words: string;
}

/**
 * What a reader of the other language needs to follow a line: who, where, in what office, how many,
 * and what was done, in the order of the words. It explains the words and quotes nobody. Null where
 * nothing is known.
 */
export function readingAid(
  span: BriefSpan,
  language: Language,
  tools: ReadingAidTools,
): string | null {
  const { sentence, start, end } = span;
  if (sentence.language === language) return null;
  const glosses: Gloss[] = [
    ...nameGlosses(span, language, tools),
    ...tollCountsIn(sentence)
      .filter((count) => count.start >= start && count.end <= end)
      .map(({ start: at, value, toll }) => ({
        at,
        words: `${value.toLocaleString('en-US')} ${TOLL_NOUNS[language][toll]}`,
      })),
    ...(language === 'en' ? wordGlosses(span, tools) : []),
  ];
  const seen = new Set<string>();
  const words = glosses
    .sort((a, b) => a.at - b.at)
    .flatMap(({ words: gloss }) => {
      if (seen.has(gloss.toLowerCase())) return [];
      seen.add(gloss.toLowerCase());
      return [gloss];
    })
    .slice(0, MAX_WORDS);
  return words.length === 0 ? null : words.join(' · ');
}

function nameGlosses(
  { sentence, start, end }: BriefSpan,
  language: Language,
  tools: ReadingAidTools,
) {
  return sentence.names.flatMap((name): Gloss[] => {
    if (name.start < start || name.end > end) return [];
    const other: Language = language === 'en' ? 'zh' : 'en';
    const known = tools.names.find((one) => one[other] === name.text && one[language] !== null);
    const gloss =
      known?.[language] ?? (language === 'en' ? lookUp(name.text, tools.nameGlosses) : null);
    return gloss === null ? [] : [{ at: name.start, words: gloss }];
  });
}

/** Two characters may be a place or two countries (巴中): only what has no other reading is glossed. */
function lookUp(name: string, glosses: NameGlosses): string | null {
  const english = glosses.lookUp(name)?.english ?? null;
  const isSure = name.length > 2 || (english !== null && glosses.isCountry(english));
  return isSure ? english : null;
}

function wordGlosses({ sentence, start, end }: BriefSpan, { lexicon }: ReadingAidTools): Gloss[] {
  const isTelling = (token: SentenceToken) =>
    token.start >= start && token.end <= end && TELLING.test(token.normal);
  return sentence.tokens.filter(isTelling).flatMap(({ start: at, normal }): Gloss[] => {
    const gloss = lexicon
      .lookup(normal)
      .flatMap(({ glosses }) => glosses)
      .map(
        (one) =>
          one
            .replace(/\([^)]*\)/gu, '')
            .split(/[;,]/u)[0]
            ?.trim() ?? '',
      )
      .find((one) => one !== '' && one.length <= MAX_GLOSS_LENGTH && !CROSS_REFERENCE.test(one));
    return gloss === undefined ? [] : [{ at, words: gloss }];
  });
}
