import type { SentenceToken } from '../../core/sentence.ts';
import { overlaps } from '../../core/span.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { Thesaurus } from '../../language/dictionary/thesaurus.ts';
import { stemEnglish } from '../../language/morphology/stems.ts';
import { clauseAt, clausesOf } from './clauses.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** Sides that news tells apart, beyond the opposites that WordNet has; words of both languages. */
export const OPPOSITIONS: readonly (readonly string[])[] = [
  [
    '增长 增加 上升 上涨 提高 上调 回升 增至 扩大 攀升 滋长 加剧 加快 increase rise rose raise grow grew surge climb expand',
    '下降 减少 下跌 降低 下调 回落 降至 缩小 下滑 萎缩 消退 遏制 放缓 decrease fall fell decline drop shrink reduce plunge lower cut curb slow',
  ],
  [
    '同意 批准 接受 赞成 支持 主张 捍卫 签署 agree approve accept support endorse grant defend back',
    '拒绝 反对 否决 抵制 否定 驳回 reject refuse oppose veto boycott deny',
  ],
  [
    '维持 证实 印证 保留 uphold confirm affirm keep retain maintain preserve',
    '推翻 改判 撤销 驳斥 取消 废除 放弃 违背 overturn quash reverse annul contradict refute cancel abolish abandon',
  ],
  [
    '感谢 赞扬 称赞 赞赏 欢迎 thank praise welcome applaud',
    '抨击 谴责 批评 指责 criticise criticize condemn denounce blame',
  ],
  ['靠近 接近 逼近 approach near', '远离 离开 驶离 leave away'],
  ['有罪 判处 获刑 定罪 convict sentence', '无罪 免诉 释放 acquit clear'],
  ['之前 以前 before', '之后 以后 after'],
  ['获胜 战胜 击败 赢得 夺冠 win won beat defeat', '负于 不敌 输给 落败 惨败 败于 lose lost'],
  [
    '开幕 开始 启动 开工 恢复 重启 open start begin began launch resume restart',
    '闭幕 结束 终止 停止 中止 暂停 close end finish conclude halt suspend stop',
  ],
  ['买入 购买 收购 进口 buy bought purchase import', '卖出 出售 出口 sell sold export'],
  ['加入 join', '退出 withdraw withdrew quit leave left'],
  ['盈利 profit', '亏损 loss'],
  [
    '改善 缓和 好转 帮助 促进 improve ease help',
    '恶化 加剧 损害 负面 worsen deteriorate damage harm negative',
  ],
  [
    '最高 最大 最多 最广 最长 highest largest biggest longest most',
    '最低 最小 最少 最短 lowest smallest fewest shortest least',
  ],
  ['乐观 积极 optimistic positive', '悲观 消极 pessimistic negative'],
  ['包容 开放 inclusive', '排外 封闭 exclusive'],
  ['国内 境内 本土 domestic', '海外 国外 境外 overseas foreign abroad'],
  ['协商一致 共识 consensus', '多数 majority'],
  ['相同 一样 相似 类似 similar identical alike', '不同 相反 迥异 different contrary unlike'],
  ['担任 接任 hold assume', '卸任 辞去 relinquish resign'],
  ['确保 保证 保障 ensure guarantee', '妨碍 阻碍 hinder prevent undermine'],
  ['受损 损坏 受伤 damage injure', '完好 无恙 unharmed undamaged unhurt intact'],
  ['上午 早上 早晨 morning', '下午 傍晚 晚上 afternoon evening'],
  ['强劲 旺盛 强大 strong', '疲弱 疲软 薄弱 weak'],
  ['和平 peace', '战争 冲突 war conflict'],
  [
    '富有成果 卓有成效 富有成效 fruitful productive successful',
    '毫无成果 无果 fruitless unsuccessful',
  ],
  ['公开 公立 public', '秘密 私立 私人 secret private'],
  ['自愿 voluntary', '强制 强迫 compulsory mandatory forced'],
  [
    '东 东部 east eastern',
    '西 西部 west western',
    '南 南部 南方 south southern',
    '北 北部 北方 north northern',
    '东北 东北部 northeast northeastern',
    '西北 西北部 northwest northwestern',
    '东南 东南部 southeast southeastern',
    '西南 西南部 southwest southwestern',
  ],
  ['春天 春季 spring', '夏天 夏季 summer', '秋天 秋季 autumn fall', '冬天 冬季 winter'],
  ['红色 red', '橙色 orange', '黄色 yellow', '蓝色 blue', '绿色 green', '黑色 black', '白色 white'],
  ['金牌 gold', '银牌 silver', '铜牌 bronze'],
  [
    '财政 财长 财政部 finance',
    '农业 农业部 agriculture agricultural',
    '国防 防务 防长 国防部 defence defense',
    '外交 外长 外交部 foreign',
    '教育 教育部 education',
    '卫生 health',
    '交通 transport',
    '旅游 tourism',
    '环境 environment',
  ],
  [
    '妻子 夫人 wife',
    '丈夫 husband',
    '岳母 婆婆 mother-in-law',
    '父亲 father',
    '母亲 mother',
    '儿子 son',
    '女儿 daughter',
  ],
  [
    '干旱 旱灾 drought',
    '霜冻 frost',
    '洪水 洪灾 洪涝 flood',
    '地震 earthquake',
    '台风 飓风 typhoon hurricane',
    '火灾 山火 wildfire',
    '冰雹 hail',
  ],
];

interface Side {
  readonly group: number;
  readonly side: number;
}

const SIDES = new Map<string, Side[]>();
for (const [group, sides] of OPPOSITIONS.entries()) {
  for (const [side, words] of sides.entries()) {
    for (const word of words.split(' ')) {
      const normal = hasHan(word) ? word : stemEnglish(word);
      SIDES.set(normal, [...(SIDES.get(normal) ?? []), { group, side }]);
    }
  }
}

const PATTERNS = OPPOSITIONS.filter(({ length }) => length === 2).flatMap(
  ([one = '', other = '']) => {
    const [first, second] = [patternOf(one), patternOf(other)];
    return [
      { said: first, opposite: second },
      { said: second, opposite: first },
    ];
  },
);

function patternOf(words: string): RegExp {
  const parts = words
    .split(' ')
    .map((word) => (hasHan(word) ? word : `\\b${word.replace(/e$/u, '')}(?:e?[sd]|e|ing)?\\b`));
  return new RegExp(parts.join('|'), 'iu');
}

/** Words that turn a side into its opposite: 防止…扩大, "escaped damage". */
const AVERTED =
  /(?:防止|避免|免于|未|没有|不|escaped?|avoid(?:ed|ing)?|prevent(?:ed|ing)?|not?|without)\s?\S{0,12}$/iu;

function isAverted(text: string, at: number): boolean {
  return AVERTED.test(text.slice(Math.max(0, at - 16), at));
}

/**
 * The word with which a text says the opposite of another, by their letters alone: 上升 where that has only 下降.
 * Where either says both, what goes up and what goes down is not told apart here.
 */
export function findOpposite(claim: string, quote: string): string | null {
  for (const { said, opposite } of PATTERNS) {
    const [match, there] = [said.exec(claim), opposite.exec(quote)];
    if (match === null || there === null || opposite.test(claim) || said.test(quote)) continue;
    if (!isAverted(claim, match.index) && !isAverted(quote, there.index)) return match[0];
  }
  return null;
}

/** Whether two words stand on the two sides of an opposition. */
export function areOpposed(
  first: Pick<SentenceToken, 'normal'>,
  second: Pick<SentenceToken, 'normal'>,
  thesaurus: Pick<Thesaurus, 'areAntonyms'>,
): boolean {
  const theirs = SIDES.get(second.normal) ?? [];
  for (const own of SIDES.get(first.normal) ?? []) {
    for (const other of theirs) {
      if (own.group === other.group && own.side !== other.side) return true;
    }
  }
  const isEnglish = !hasHan(first.normal) && !hasHan(second.normal);
  return isEnglish && thesaurus.areAntonyms(first.normal, second.normal);
}

/** Words of less weight say too little to be turned round. */
const MIN_WEIGHT = 0.2;

/**
 * A word whose opposite stands in its place: 上升 where a clause of the quote that holds its neighbours has 下降. What
 * is denied on one side only says the same.
 */
export function checkOpposites(
  { claim, quotes, words }: Reading,
  thesaurus: Pick<Thesaurus, 'areAntonyms'>,
): CheckFailure | null {
  const own = clausesOf(claim.text);
  const isDenied = ({ negations, text }: Reading['claim'], token: SentenceToken) =>
    negations.some(({ scope }) => overlaps(scope, token)) || isAverted(text, token.start);
  for (const word of words) {
    const isSame = word.partner !== null && word.partner.nearness >= 0.9;
    if (word.isItem || isSame || word.weight < MIN_WEIGHT) continue;
    const clause = clauseAt(own, word.token);
    const beside = words.filter(
      (other) =>
        other !== word &&
        other.partner !== null &&
        other.partner.nearness >= 0.9 &&
        clause === clauseAt(own, other.token),
    );
    for (const [place, { words: quoted }] of quotes.entries()) {
      const there = clausesOf(quoted.text);
      const held = beside.filter(({ partner }) => partner?.quote === place);
      const isOpposed = quoted.tokens.some((token) => {
        if (token.stop || !areOpposed(word.token, token, thesaurus)) return false;
        if (words.some(({ token: said }) => said.normal === token.normal)) return false;
        const around = clauseAt(there, token);
        return (
          held.some(({ partner }) => {
            const partnered = quoted.tokens[partner?.index ?? -1];
            return partnered !== undefined && clauseAt(there, partnered) === around;
          }) && isDenied(claim, word.token) === isDenied(quoted, token)
        );
      });
      if (isOpposed) return { verdict: 'unsupported', rule: 'negation', failed: word.token.text };
    }
  }
  return null;
}
