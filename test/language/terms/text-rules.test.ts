import { beforeAll, describe, expect, it } from 'vitest';
import {
  ABLATED_GLOSSES,
  GLOSS_RULES,
  type GlossRuleName,
} from '../../../lab/ablation/ablated-glosses.ts';
import type { Language } from '../../../src/core/article.ts';
import { loadLexicon } from '../../../src/language/dictionary/load-lexicon.ts';
import {
  type LanguageTools,
  loadLanguageTools,
} from '../../../src/language/segment/load-language-tools.ts';
import { TEXT_RULES, type TextRuleName } from '../../../src/language/terms/text-rules.ts';
import { termsOf } from './terms-of.ts';

const lexicon = loadLexicon();
let whole: LanguageTools;
beforeAll(async () => {
  whole = await loadLanguageTools({ lexicon });
});

/** A text of the news that a rule is about, in each language that it concerns. */
const CONCERNED: Readonly<Record<TextRuleName, Readonly<Record<Language, string | null>>>> = {
  newsWords: { zh: '巴基斯坦防长谈全球南方', en: null },
  width: { zh: '２０２５年ＳＣＯ峰会', en: 'ＮＡＴＯ met in ２０２５' },
  traditional: { zh: '上海合作組織國防部長會議', en: null },
  stems: { zh: null, en: 'The ministers met the organizations' },
  spelling: { zh: null, en: 'labour and defence programmes' },
  words: { zh: '国防部长董军会见客人', en: 'The minister met his guests' },
  searchWords: { zh: '国防部长董军会见客人', en: null },
  bigrams: { zh: '国防部长董军会见客人', en: null },
  numbers: { zh: '两千四百名官员', en: '2,400 officials' },
  dates: { zh: '会议于6月26日举行', en: 'The meeting took place on June 26' },
  concepts: { zh: '深化防务合作', en: 'deepening cooperation in defence' },
  names: { zh: '董军会见别洛乌索夫', en: 'Dong Jun met Andrei Belousov' },
  wordParts: { zh: '董军主持会议并发言', en: null },
  region: { zh: '俄罗斯国防部长', en: 'the Russian minister' },
  pinyin: { zh: '国防部长董军发言', en: 'Minister Dong Jun spoke' },
  sound: { zh: '俄罗斯国防部长别洛乌索夫', en: 'Minister Andrei Belousov spoke' },
};

const analysisOf = (tools: LanguageTools, text: string, language: Language) => ({
  fields: termsOf(tools, text, language, '2025-06-26'),
  question: tools.analyzer.analyzeText(text, language),
  groups: tools.analyzer.conceptGroups(text),
});

describe('rules of the analysis', () => {
  it.each(TEXT_RULES)('%s changes the analysis of what it is about', async (rule) => {
    const without = await loadLanguageTools({ lexicon, without: [rule] });
    expect(without.analyzer.fingerprint).not.toBe(whole.analyzer.fingerprint);
    for (const [language, text] of Object.entries(CONCERNED[rule])) {
      if (text === null || (language !== 'zh' && language !== 'en')) continue;
      expect(analysisOf(without, text, language), text).not.toEqual(
        analysisOf(whole, text, language),
      );
    }
    expect(analysisOf(without, '！？', 'zh')).toEqual(analysisOf(whole, '！？', 'zh'));
  });

  it('lets words meet the dictionary when they keep their inflection', async () => {
    const without = (await loadLanguageTools({ lexicon, without: ['stems'] })).analyzer;
    expect(without.tokens('ministers')[0]?.normal).toBe('ministers');
    expect(without.conceptGroups('ministers')[0]?.stems).toEqual(
      whole.analyzer.conceptGroups('ministers')[0]?.stems,
    );
  });

  it('names each rule once', () => {
    expect(new Set(TEXT_RULES).size).toBe(TEXT_RULES.length);
  });
});

/** A word whose translations a rule of glosses changes. */
const TRANSLATED: Readonly<Record<GlossRuleName, string>> = {
  'glosses of several words': '国防部长',
  'senses that point on': '防长',
};

describe('rules of reading glosses', () => {
  it.each(GLOSS_RULES)('%s changes the translations of a word', (rule) => {
    const without = loadLexicon(undefined, ABLATED_GLOSSES[rule]);
    const word = TRANSLATED[rule];
    expect(without.conceptStems(word)).not.toEqual(lexicon.conceptStems(word));
    expect(without.fingerprint).not.toBe(lexicon.fingerprint);
    expect(without.conceptStems('会议')).not.toEqual([]);
  });
});
