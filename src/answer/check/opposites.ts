/** Two sides that news tells apart; each an alternation in both languages. */
export interface Opposition {
  readonly id: string;
  readonly sides: readonly [one: string, other: string];
  /** A claim and the words it contradicts. */
  readonly examples: readonly (readonly [claim: string, quote: string])[];
  readonly not?: readonly (readonly [claim: string, quote: string])[];
}

export const OPPOSITIONS: readonly Opposition[] = [
  {
    id: 'rise-fall',
    sides: [
      '增长|增加|上升|上涨|提高|上调|回升|增至|扩大|攀升|抬头|滋长|加剧|\\b(?:increas|ris(?:e|es|en|ing)\\b|rose\\b|rais|grow|grew|surg|climb|expand|on the rise|up (?:by )?\\d)',
      '下降|减少|下跌|降低|下调|回落|降至|缩小|下滑|萎缩|遏制|\\b(?:decreas|fall(?!s? (?:in|out))|fell\\b|declin|drop|shr[aiu]nk|reduc|plung|lower(?:ed|s|ing)\\b|cut(?:s|ting)?\\b|curb|contain(?:ed)?\\b|down (?:by )?\\d)',
    ],
    examples: [
      ['出口上升', '出口下降'],
      ['单边主义得到遏制', '单边主义逆流滋长'],
      ['The bank raised the ratio', '央行下调准备金率'],
    ],
    not: [['出口上升', '出口增加']],
  },
  {
    id: 'accept-reject',
    sides: [
      '同意|批准|接受|赞成|支持|签署|\\b(?:agree(?!ment)|approv|accept|support|endors|grant(?:s|ed|ing)?\\b|sign(?:ed|s|ing)?\\b)',
      '拒绝|反对|否决|抵制|\\b(?:reject|refus|oppos|veto|boycott)',
    ],
    examples: [
      ['双方支持单边霸凌', '双方反对单边霸凌'],
      ['The ministry granted the loans', 'The ministry rejected the request'],
    ],
  },
  {
    id: 'confirm-overturn',
    sides: [
      '维持(?:原判|一审)|证实|印证|\\b(?:uph[eo]ld|confirm|affirm)',
      '推翻|改判|撤销|驳斥|相悖|不符|\\b(?:overturn|quash|revers|annul|contradict|refut)',
    ],
    examples: [['The court confirmed the verdict', 'The court overturned the verdict']],
  },
  {
    id: 'praise-criticise',
    sides: [
      '感谢|赞扬|称赞|赞赏|\\b(?:thank|prais|welcom|applaud)',
      '抨击|谴责|批评|指责|\\b(?:criticis|criticiz|condemn|denounc|blam)',
    ],
    examples: [['他感谢北约', '他猛烈抨击北约']],
  },
  {
    id: 'near-far',
    sides: [
      '靠近|接近|逼近|\\b(?:approach|move closer)',
      '远离|离开|驶离|\\b(?:move away|away from)',
    ],
    examples: [['台风远离台湾岛', '台风向台湾岛沿海靠近']],
  },
  {
    id: 'convicted-cleared',
    sides: [
      '有罪|判处|获刑|定罪|\\b(?:convict|sentenced|found guilty)',
      '无罪|免诉|\\b(?:acquit|cleared of|not guilty)',
    ],
    examples: [['她获判无罪', '法院判处她1年监禁']],
  },
  {
    id: 'before-after',
    sides: ['之前|以前|\\bbefore\\b', '之后|以后|\\bafter\\b'],
    examples: [['It fell after the war', 'It fell before the war']],
  },
  {
    id: 'win-nominated',
    sides: [
      '获奖|获得[^，。]{0,16}奖|夺得|荣获|\\b(?:won|wins|awarded)\\b',
      '入围|提名|\\b(?:nominat|shortlist)',
    ],
    examples: [['影片获得最佳短片奖', '影片成功入围短片竞赛单元']],
  },
  {
    id: 'win-lose',
    sides: [
      '获胜|战胜|击败|赢得|夺冠|\\b(?:win|wins|won|winning|beat|beats|defeated)\\b',
      '负于|不敌|输给|落败|惨败|\\b(?:lose|loses|lost|losing)\\b',
    ],
    examples: [['The team won', '球队落败']],
  },
  {
    id: 'begin-end',
    sides: [
      '开幕|开始|启动|开工|恢复(?!期)|重启|\\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|began|begins?|launch(?:es|ed)?|resum|restart)',
      '闭幕|结束|终止|停止|中止|暂停|\\b(?:closed|closes|closing|ends|ended|ending|finish(?:es|ed)?|conclude[sd]?|halted|suspend)',
    ],
    examples: [
      ['渡轮停止运营', 'The ferry resumed service'],
      ['峰会24日闭幕', '峰会24日开幕'],
    ],
  },
  {
    id: 'buy-sell',
    sides: [
      '买入|购买|收购|进口|\\b(?:buy|buys|bought|purchas\\w*|import\\w*)\\b',
      '卖出|出售|出口|\\b(?:sell|sells|sold|export\\w*)\\b',
    ],
    examples: [['该国出口粮食', '该国进口粮食']],
  },
  {
    id: 'join-leave',
    sides: ['加入|\\bjoin(?:s|ed|ing)?\\b', '退出|\\b(?:withdr[ae]w\\w*|quits?|leaves?|left)\\b'],
    examples: [['它加入协定', '它退出协定']],
  },
  {
    id: 'profit-loss',
    sides: ['盈利|\\bprofit', '亏损|\\bloss(?:es)?\\b'],
    examples: [['公司盈利', '公司亏损']],
  },
  {
    id: 'better-worse',
    sides: [
      '改善|缓和|好转|\\b(?:improv\\w*|eased)\\b',
      '恶化|加剧|\\b(?:worsen\\w*|deteriorat\\w*)\\b',
    ],
    examples: [['关系恶化', '关系改善']],
  },
  {
    id: 'most-least',
    sides: [
      '最高|最大|最多|最广|\\b(?:highest|largest|biggest)\\b',
      '最低|最小|最少|\\b(?:lowest|smallest|fewest)\\b',
    ],
    examples: [['最小的组织', '幅员最广、最大的组织']],
  },
  {
    id: 'hope-gloom',
    sides: ['乐观|\\boptimis', '悲观|\\bpessimis'],
    examples: [['双方持悲观的态度', '双方持谨慎乐观态度']],
  },
  {
    id: 'open-closed',
    sides: ['包容|开放|\\b(?:inclusive|welcoming|open (?:to|club))', '排外|封闭|\\bexclusive'],
    examples: [['NATO is an inclusive club', '北约是一个非常排外的俱乐部']],
  },
  {
    id: 'home-abroad',
    sides: ['国内|境内|本土|\\bdomestic', '海外|国外|境外|\\b(?:overseas|foreign|abroad)\\b'],
    examples: [['two overseas centers in Xi’an', 'two domestic centers in Xi’an']],
  },
  {
    id: 'consensus-majority',
    sides: [
      '协商一致|共识|一致同意|\\b(?:consensus|unanim)',
      '多数(?:票|表决|成员|决)|\\bmajority\\b',
    ],
    examples: [['decisions by majority vote', 'decisions require consensus']],
  },
  {
    id: 'same-different',
    sides: [
      '相同|一样|相似|类似|\\b(?:similar|identical|the same as|alike)\\b',
      '不同|相反|迥异|\\b(?:different|contrary|unlike)\\b',
    ],
    examples: [['上合组织与之相似', '上合组织则与之完全不同']],
  },
  {
    id: 'hold-give-up',
    sides: [
      '担任|接任|轮值主席国|\\b(?:hold(?:s|ing)?|take(?:s|n)? over|assum)',
      '放弃|卸任|辞去|\\b(?:gave up|give(?:s|n)? up|relinquish|resign|step(?:ped|s)? down)',
    ],
    examples: [['China gave up the rotating chair', 'China holds the rotating chair']],
  },
  {
    id: 'guarantee-prevent',
    sides: [
      '(?<!无法|不能)(?:确保|保证|保障)|\\b(?:ensur|guarante|secur(?:e|es|ed|ing)\\b)',
      '无法(?:确保|保证)|妨碍|阻碍|\\b(?:hinder|prevent|undermin)',
    ],
    examples: [['机制无法确保公平', '机制确保公平']],
  },
  {
    id: 'hit-spare',
    sides: [
      '受损|损坏|\\b(?:damag|harmed|injured)',
      '完好|无恙|\\b(?:unharmed|undamaged|unhurt|intact)\\b',
    ],
    examples: [['The boats were damaged', 'The boats were unharmed']],
    not: [['most escaped damage', 'most were unharmed']],
  },
  {
    id: 'morning-afternoon',
    sides: [
      '上午|早上|早晨|\\b(?:morning|a\\.?m\\.)',
      '下午|傍晚|晚上|\\b(?:afternoon|evening|p\\.?m\\.)',
    ],
    examples: [['26日上午抵达', '26日下午抵达']],
  },
  {
    id: 'nominated-decided',
    sides: [
      '提名|候选|\\b(?:nominat|candidate)',
      '(?:正式)?(?:确定|选定|当选)|\\b(?:elected|chosen|designated|named) (?:as )?',
    ],
    examples: [['该市已被正式确定为文化之都', '同意提名该市为候选城市']],
  },
  {
    id: 'strong-weak',
    sides: ['强劲|旺盛|\\bstrong(?!hold)', '疲弱|疲软|薄弱|\\bweak'],
    examples: [['出口强劲', '出口仍然疲弱']],
  },
  {
    id: 'peace-war',
    sides: ['和平|\\bpeace', '战争|武装冲突|\\bwars?\\b'],
    examples: [['追求战争', '追求和平发展']],
  },
  {
    id: 'fruitful-fruitless',
    sides: [
      '富有成果|卓有成效|富有成效|\\b(?:fruitful|productive|successful)',
      '毫无成果|无果|\\b(?:fruitless|unproductive|unsuccessful)',
    ],
    examples: [['会谈毫无成果', '会谈富有成果']],
  },
];

/** Things of one kind, of which a sentence says one and its source another; members in both languages. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  colour: [
    '红色|\\bred\\b',
    '橙色|\\borange\\b',
    '黄色|\\byellow\\b',
    '蓝色|\\bblue\\b',
    '绿色|\\bgreen\\b',
    '黑色|\\bblack\\b',
    '白色|\\bwhite\\b',
  ],
  medal: ['金牌|\\bgold(?= medal)', '银牌|\\bsilver(?= medal)', '铜牌|\\bbronze\\b'],
  portfolio: [
    '财政|财长|\\bfinance\\b',
    '农业|\\bagricultur',
    '国防|防务|防长|\\bdefen[cs]e\\b',
    '外交|外长|\\bforeign (?:minist|affairs)',
    '教育|\\beducation',
    '卫生|\\bhealth\\b',
    '交通|\\btransport',
    '旅游|\\btourism',
    '环境|\\benvironment',
  ],
  authority: [
    '法院|\\bcourts?\\b',
    '检察院|\\b(?:procuratorate|prosecutors?)\\b',
    '公安|警方|警察|民警|\\bpolice',
    '消防|\\bfire(?:fighters?| brigades?)\\b',
  ],
  occupation: [
    '医生|医师|\\bdoctors?\\b',
    '民警|警察|\\bpolice(?:man|men|woman)?\\b',
    '教师|老师|\\bteachers?\\b',
    '司机|驾驶员|\\bdrivers?\\b',
    '厨师|主厨|\\bchefs?\\b',
    '律师|\\blawyers?\\b',
    '工程师|\\bengineers?\\b',
    '农民|\\bfarmers?\\b',
    '学生|\\bstudents?\\b',
    '乘客|\\bpassengers?\\b',
    '工作人员|\\bstaff\\b',
  ],
  family: [
    '妻子|夫人|老婆|\\bwife\\b',
    '丈夫|\\bhusband\\b',
    '岳母|婆婆|\\bmother-in-law\\b',
    '父亲|\\bfather\\b(?!-in)',
    '母亲|\\bmother\\b(?!-in)',
    '儿子|\\bsons?\\b',
    '女儿|\\bdaughters?\\b',
    '兄弟|哥哥|弟弟|\\bbrothers?\\b',
    '姐妹|姐姐|妹妹|\\bsisters?\\b',
  ],
  hazard: [
    '干旱|旱灾|\\bdroughts?\\b',
    '霜冻|\\bfrosts?\\b',
    '洪水|洪灾|洪涝|\\bfloods?\\b',
    '地震|\\bearthquakes?\\b',
    '台风|飓风|\\b(?:typhoon|hurricane)s?\\b',
    '火灾|山火|野火|\\b(?:wild)?fires?\\b',
    '冰雹|\\bhail\\b',
  ],
  trade: ['贸易|\\btrade\\b', '军事|\\bmilitary\\b', '安全|\\bsecurity\\b'],
  direction: [
    '西北|\\bnorth-?west',
    '东南|\\bsouth-?east',
    '东北|\\bnorth-?east',
    '西南|\\bsouth-?west',
  ],
};

const COMPILED_KINDS = Object.values(KINDS).map((members) =>
  members.map((member) => new RegExp(member, 'iu')),
);

/** The word with which a claim names another thing of a kind than its quote: 红色 where the quote says only 橙色. */
export function findOther(claim: string, quote: string): string | null {
  for (const members of COMPILED_KINDS) {
    const rival = members.some((member) => member.test(quote) && !member.test(claim));
    if (!rival) continue;
    for (const member of members) {
      const match = member.exec(claim);
      if (match !== null && !member.test(quote)) return match[0];
    }
  }
  return null;
}

interface Compiled {
  readonly said: RegExp;
  readonly opposite: RegExp;
}

const COMPILED: readonly Compiled[] = OPPOSITIONS.flatMap(({ sides: [one, other] }) => [
  { said: new RegExp(one, 'iu'), opposite: new RegExp(other, 'iu') },
  { said: new RegExp(other, 'iu'), opposite: new RegExp(one, 'iu') },
]);
/** Words that turn a side into its opposite: 防止…扩大, "escaped damage". */
const AVERTED =
  /(?:防止|避免|免于|未|没有|不|escaped?|avoid(?:ed|ing)?|prevent(?:ed|ing)?|not?|without)\s?\S{0,12}$/iu;

/**
 * The word with which a claim says the opposite of its quote: 上升 where the quote says only 下降. Where the
 * quote says both, or the claim does, what goes up and what goes down is not told apart here.
 */
export function findOpposite(claim: string, quote: string): string | null {
  for (const { said, opposite } of COMPILED) {
    const match = said.exec(claim);
    if (match === null || opposite.test(claim) || said.test(quote)) continue;
    if (AVERTED.test(claim.slice(Math.max(0, match.index - 16), match.index))) continue;
    const there = opposite.exec(quote);
    if (there === null) continue;
    if (AVERTED.test(quote.slice(Math.max(0, there.index - 16), there.index))) continue;
    return match[0];
  }
  return null;
}
