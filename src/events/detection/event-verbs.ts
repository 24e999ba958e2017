import type { Language } from '../../core/article.ts';

/** Verbs with which news reports that something took place, as opposed to arguing or explaining. */
const CUES: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    '举行|举办|召开|开幕|闭幕|会见|会晤|会谈|通话|签署|签订|签约|发布|宣布|公布|通报|推出|启动|启用|开工|竣工|通车|投产|' +
      '上线|上市|开售|发售|发射|抵达|访问|到访|出席|通过了|通过《|达成|批准|任命|当选|就职|辞职|去世|逝世|遇难|死亡|受伤|' +
      '发生|爆发|袭击|坠毁|起火|地震|登陆|逮捕|被捕|抓获|起诉|判处|宣判|立案|破获|夺冠|获得|荣获|击败|战胜|成立|揭牌|挂牌|' +
      '收购|完成|印发|出台|实施|生效|亮相|开播|上映|收于|收报|收涨|收跌|坍塌|遇害|遇袭|失联|停运|罚款|处罚|致歉|道歉|召回|撤离|驱逐',
    'u',
  ),
  en: new RegExp(
    '\\b(?:was|were|been|is being|has been)\\s+(?:\\w+ly\\s+)?(?:held|opened|closed|signed|launched|arrested|killed|injured|' +
      'elected|appointed|adopted|announced|released|unveiled|approved|convened|inaugurated|found|charged|sentenced|' +
      'named|awarded|hit|struck|struck down|agreed|published)\\b|' +
      '\\b(?:held|opened|concluded|signed|launched|announced|met|visited|arrived|hosted|convened|attended|died|killed|' +
      'won|defeated|arrested|resigned|approved|adopted|unveiled|released|reported|issued|passed|kicked off|took place|' +
      'struck|crashed|erupted|agreed)\\b',
    'iu',
  ),
};

/** How a report refers to itself, or to the one it repeats. */
const REPORTING: Readonly<Record<Language, RegExp>> = {
  zh: /报道|消息|获悉|报告|电（|电 /u,
  en: /\breport(?:ed|s)?\b/iu,
};

/** Whether a sentence tells that something took place, or says that it is a report. */
export function reportsSomething(sentence: string, language: Language): boolean {
  return reportsEvent(sentence, language) || REPORTING[language].test(sentence);
}

/** Whether a sentence tells that something took place. */
export function reportsEvent(sentence: string, language: Language): boolean {
  return CUES[language].test(sentence);
}
