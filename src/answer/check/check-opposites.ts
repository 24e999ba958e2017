import type { Flaw, TextFacts } from './text-facts.ts';

/** Opposites that news tells apart, each side in both languages; English by the word's beginning. */
const OPPOSITES: readonly (readonly [one: string, other: string])[] = [
  [
    '增长|增加|上升|上涨|提高|回升|增至|扩大|攀升|\\b(?:increas|ris(?:e|es|en|ing)\\b|rose\\b|grow|grew|surg|climb|expand|up (?:by )?\\d)',
    '下降|减少|下跌|降低|回落|降至|缩小|下滑|萎缩|\\b(?:decreas|fall|fell\\b|declin|drop|shr[aiu]nk|reduc|plung|down (?:by )?\\d)',
  ],
  [
    '同意|批准|接受|赞成|支持|签署|\\b(?:agree|approv|accept|support|endors|sign(?:ed|s|ing)?\\b)',
    '拒绝|反对|否决|抵制|\\b(?:reject|refus|oppos|veto|boycott)',
  ],
  [
    '获胜|战胜|击败|赢得|夺冠|\\b(?:win|wins|won|winning|beat|beats|defeated)\\b',
    '负于|不敌|输给|落败|惨败|\\b(?:lose|loses|lost|losing)\\b',
  ],
  [
    '开幕|开始|启动|开工|\\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|began|begins?|launch(?:es|ed)?)\\b',
    '闭幕|结束|终止|停止|\\b(?:closed|closes|closing|ends|ended|ending|finish(?:es|ed)?|conclude[sd]?|halted)\\b',
  ],
  [
    '买入|购买|收购|进口|\\b(?:buy|buys|bought|purchas\\w*|import\\w*)\\b',
    '卖出|出售|出口|\\b(?:sell|sells|sold|export\\w*)\\b',
  ],
  ['加入|\\bjoin(?:s|ed|ing)?\\b', '退出|\\b(?:withdr[ae]w\\w*|quits?|leaves?|left)\\b'],
  ['盈利|\\bprofit', '亏损|\\bloss(?:es)?\\b'],
  ['改善|缓和|\\b(?:improv\\w*|eased)\\b', '恶化|加剧|\\b(?:worsen\\w*|deteriorat\\w*)\\b'],
  [
    '最高|最大|最多|\\b(?:highest|largest|biggest)\\b',
    '最低|最小|最少|\\b(?:lowest|smallest|fewest)\\b',
  ],
];

const OPPOSITIONS = OPPOSITES.flatMap(([one, other]) => [
  [new RegExp(one, 'iu'), new RegExp(other, 'iu')] as const,
  [new RegExp(other, 'iu'), new RegExp(one, 'iu')] as const,
]);

/**
 * A sentence that says 上升 where the cited words say only 下降. Where the words say both, or the
 * sentence does, what goes up and what goes down is not told apart here.
 */
export function checkOpposites(claim: TextFacts, evidence: readonly TextFacts[]): Flaw | null {
  const stated = evidence.map(({ text }) => text).join('\n');
  for (const [said, opposite] of OPPOSITIONS) {
    const word = said.exec(claim.text)?.[0];
    if (word === undefined || opposite.test(claim.text)) continue;
    if (opposite.test(stated) && !said.test(stated)) {
      return { verdict: 'unsupported', rule: 'negation', failed: word };
    }
  }
  return null;
}
