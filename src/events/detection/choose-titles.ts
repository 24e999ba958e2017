import type { Article, Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import type { Sentence } from '../../core/sentence.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import { reportsEvent } from './event-verbs.ts';
import type { LeadReader } from './lead.ts';

/** Columns of a title that reads well: a Chinese character takes two. */
const MIN_WIDTH = 16;
const MAX_WIDTH = 76;
/** What a title loses for being hard to read, of a score that is mostly between 0 and 2. */
const LENGTH_PENALTY = 0.5;
const OPENING_PENALTY = 0.5;
const QUESTION_PENALTY = 0.5;
const CUT_PENALTY = 2;
const REPEATED_PENALTY = 0.6;
const HAPPENING_BONUS = 0.25;
/** A first sentence that tells of nothing that happened is a caption, or leads up to what did. */
const STILL_PENALTY = 0.4;
const OPEN_END_PENALTY = 1;
/** A headline that an article was given is worth more than one of its sentences. */
const HEADLINE_BONUS = 0.6;

const CUT = /(?:…|\.{3})\s*$/u;
/** A date, a source or a byline in front, which say nothing of what happened. */
const WEAK_OPENING =
  /^(?:据|摄影报道|活动现场|资料图|图为|受.{2,20}影响|记者|来源|本报|新华社|中新|人民网|央视|海外网|参考消息|环球|【|（|\(|当地时间|北京时间|近日|日前|昨日|昨天|今天|今日|\d{1,4}[年月日]|\d{4}-|原标题|广告|本文转自|视频|组图|图|↵|△|▲|●|■|#|@)/u;
/** Where the report behind a headline begins: who sent it, and from where. */
const REPORT_BEHIND =
  /(?:[【（(][^】）)]{0,30}(?:电|讯|记者|报道|通讯社)|(?:记者|通讯员)\s|(?:记者|智通财经|财联社|\p{Script=Han}{2,4}(?:日报|新闻))(?:APP|客户端)?获悉).*$/u;
/** A time or a mark that was left when the report was cut off. */
const LOOSE_END =
  /(?:[\s，,、：:]|当地时间|北京时间|近日|日前|近期|昨日|昨天|今日|今天|这两天|连日来)+$/u;
/** Words that say nothing without what follows them. */
const OPEN_END = /(?:影响|发布会上|会议上|表示|认为|指出|称|说|时|后|以来|报道)$/u;
/** Something that cannot stand alone. */
const DEPENDENT = /^(?:他|她|它|其|该|此|这|那|但|而|并|也|同时|此外|另外|与此同时|不过|因此)/u;
/** Punctuation that ends a clause, so that what follows belongs to another sentence. */
const SEVERAL = /[。！!？?；;].*\p{L}/u;

/**
 * In each language the title that says most of what the articles have in common: a headline, or
 * where none reads well a whole first sentence.
 *
 * @param keyTerms the event's words, each with its weight from 0 to 1
 */
export function chooseTitles(
  articles: readonly Article[],
  keyTerms: ReadonlyMap<string, number>,
  { analyzer, readLead }: { analyzer: Pick<TextAnalyzer, 'words'>; readLead: LeadReader },
): BilingualName {
  const best = (language: Language): string | null => {
    let chosen: { text: string; score: number } | null = null;
    for (const article of articles) {
      for (const { text, bonus } of candidatesOf(article, readLead)) {
        if (detectLanguage(text) !== language) continue;
        const score = bonus + scoreTitle(text, language, keyTerms, analyzer);
        if (chosen === null || score > chosen.score) chosen = { text, score };
      }
    }
    return chosen?.text ?? null;
  };
  return { zh: best('zh'), en: best('en') };
}

function candidatesOf(article: Article, readLead: LeadReader) {
  const title = headlineAlone(article.title);
  const first: Sentence | undefined = readLead(article)[0];
  const candidates = title === '' ? [] : [{ text: title, bonus: HEADLINE_BONUS }];
  if (first !== undefined && first.text.trim() !== title) {
    const text = headlineAlone(first.text);
    candidates.push({ text, bonus: reportsEvent(text, article.language) ? 0 : -STILL_PENALTY });
  }
  return candidates;
}

/** A headline without the beginning of the report, which some texts glue to it. */
function headlineAlone(text: string): string {
  const whole = text.trim();
  const cut = whole.replace(REPORT_BEHIND, '').replace(LOOSE_END, '');
  return cut.length * 2 >= MIN_WIDTH ? cut : whole;
}

function scoreTitle(
  text: string,
  language: Language,
  keyTerms: ReadonlyMap<string, number>,
  analyzer: Pick<TextAnalyzer, 'words'>,
): number {
  const words = analyzer.words(text).filter(({ stop }) => !stop);
  const keys = [...new Set(words.map(({ normal }) => normal))];
  const held = keys.reduce((sum, word) => sum + (keyTerms.get(word) ?? 0), 0);
  const width = [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);
  const excess = Math.max(0, width - MAX_WIDTH, MIN_WIDTH - width) / MAX_WIDTH;
  return (
    held / Math.sqrt(words.length || 1) +
    (reportsEvent(text, language) ? HAPPENING_BONUS : 0) -
    (excess > 0 ? LENGTH_PENALTY + excess : 0) -
    (WEAK_OPENING.test(text) || DEPENDENT.test(text) ? OPENING_PENALTY : 0) -
    (/[?？]\s*$/u.test(text) ? QUESTION_PENALTY : 0) -
    (SEVERAL.test(text) ? REPEATED_PENALTY : 0) -
    (OPEN_END.test(text) ? OPEN_END_PENALTY : 0) -
    (CUT.test(text) ? CUT_PENALTY : 0)
  );
}
