import { stemEnglish } from '../morphology/stems.ts';

/**
 * Words in which news is told, each with the one meaning that it has there: dictionaries put others
 * first (台风: stage presence). What may mean two things in news is left out.
 */
const WORDS: Readonly<Record<string, string>> = {
  ...{
    总统: 'president',
    总理: 'premier',
    首相: 'prime minister',
    国王: 'king',
    外长: 'foreign minister',
  },
  ...{
    防长: 'defence minister',
    外交部: 'foreign ministry',
    国防部: 'defence ministry',
    白宫: 'White House',
  },
  ...{
    五角大楼: 'Pentagon',
    国务院发言人: 'State Department spokesperson',
    国务卿: 'secretary of state',
  },
  ...{
    州长: 'governor',
    省长: 'governor',
    市长: 'mayor',
    副市长: 'deputy mayor',
    县长: 'county head',
  },
  ...{
    发言人: 'spokesperson',
    大使: 'ambassador',
    大使馆: 'embassy',
    使馆: 'embassy',
    候选人: 'candidate',
  },
  ...{
    总统候选人: 'presidential candidate',
    议员: 'lawmaker',
    议会: 'parliament',
    国会: 'congress',
  },
  ...{ 政府: 'government', 内阁: 'cabinet', 反对派: 'opposition', 政变: 'coup', 军人: 'soldiers' },
  ...{
    士兵: 'soldier',
    军队: 'army',
    国防: 'defence',
    警方: 'police',
    警察: 'police',
    嫌疑人: 'suspect',
  },
  ...{ 检察官: 'prosecutor', 大陪审团: 'grand jury', 法院: 'court', 法庭: 'court', 法官: 'judge' },
  ...{
    律师: 'lawyer',
    居民: 'residents',
    村民: 'villagers',
    旅客: 'passengers',
    乘客: 'passengers',
  },
  ...{ 游客: 'tourists', 消防员: 'firefighter', 公司: 'company', 专家: 'expert', 教练: 'coach' },
  ...{
    主教练: 'head coach',
    选举: 'election',
    大选: 'general election',
    投票: 'vote',
    民调: 'poll',
  },
  ...{ 席位: 'seats', 协议: 'agreement', 制裁: 'sanctions', 停火: 'ceasefire', 边境: 'border' },
  ...{ 领空: 'airspace', 无人机: 'drone', 无人艇: 'unmanned boat', 导弹: 'missile', 炸弹: 'bomb' },
  ...{ 袭击: 'attack', 爆炸: 'explosion', 枪击: 'shooting', 恐怖主义: 'terrorism', 谋杀: 'murder' },
  ...{
    遇刺: 'assassinated',
    刺杀: 'assassinate',
    地震: 'earthquake',
    余震: 'aftershock',
    火灾: 'fire',
  },
  ...{ 大火: 'fire', 山火: 'wildfire', 野火: 'wildfire', 台风: 'typhoon', 飓风: 'hurricane' },
  ...{
    暴雨: 'torrential rain',
    强降雨: 'heavy rain',
    降雨: 'rain',
    洪水: 'flood',
    山洪: 'flash flood',
  },
  ...{
    泥石流: 'mudslide',
    滑坡: 'landslide',
    坍塌: 'collapse',
    倒塌: 'collapse',
    事故: 'accident',
  },
  ...{ 预警: 'warning', 应急响应: 'emergency response', 紧急状态: 'state of emergency' },
  ...{
    灾害: 'disaster',
    救援: 'rescue',
    搜救: 'search and rescue',
    疏散: 'evacuate',
    撤离: 'evacuate',
  },
  ...{
    转移: 'move to safety',
    停运: 'suspended',
    登陆: 'make landfall',
    遇难: 'killed',
    死亡: 'dead',
  },
  ...{ 受伤: 'injured', 失踪: 'missing', 失联: 'missing', 牺牲: 'die on duty', 去世: 'die' },
  ...{
    逝世: 'die',
    葬礼: 'funeral',
    丧礼: 'funeral',
    烈士: 'martyr',
    宣布: 'announce',
    否认: 'deny',
  },
  ...{
    谴责: 'condemn',
    强烈谴责: 'strongly condemn',
    呼吁: 'call for',
    警告: 'warn',
    抗议: 'protest',
  },
  ...{
    示威: 'demonstration',
    会见: 'meet',
    会晤: 'meet',
    会谈: 'talks',
    签署: 'sign',
    访问: 'visit',
  },
  ...{
    起诉: 'indict',
    指控: 'charge',
    被捕: 'arrested',
    逮捕: 'arrest',
    拘留: 'detain',
    扣押: 'detain',
  },
  ...{ 判处: 'sentence', 罚款: 'fine', 处罚: 'penalty', 道歉: 'apologise', 致歉: 'apologise' },
  ...{
    辞职: 'resign',
    任命: 'appoint',
    推翻: 'overthrow',
    驱逐: 'expel',
    召回: 'recall',
    批准: 'approve',
  },
  ...{ 破产: 'bankruptcy', 破产保护: 'bankruptcy protection', 债务: 'debt', 评级: 'rating' },
  ...{ 下调: 'lower', 上调: 'raise', 击败: 'defeat', 夺冠: 'win the title', 世界杯: 'World Cup' },
  ...{
    小组赛: 'group stage',
    决赛: 'final',
    决定: 'decide',
    举行: 'hold',
    发生: 'happen',
    调查: 'investigate',
  },
  ...{
    证实: 'confirm',
    发射: 'launch',
    探测器: 'probe',
    月球: 'moon',
    着陆: 'land',
    火箭: 'rocket',
  },
  ...{
    航班: 'flight',
    列车: 'train',
    铁路: 'railway',
    大桥: 'bridge',
    港口: 'port',
    体育馆: 'gymnasium',
  },
  ...{
    学校: 'school',
    医院: 'hospital',
    电力: 'electricity',
    超导体: 'superconductor',
    论文: 'paper',
  },
  ...{
    离婚: 'divorce',
    儿子: 'son',
    妻子: 'wife',
    丈夫: 'husband',
    长子: 'eldest son',
    安全: 'safe',
  },
};

const stems = new Map<string, string>();
for (const [chinese, english] of Object.entries(WORDS)) {
  if (!english.includes(' ') && !stems.has(stemEnglish(english))) {
    stems.set(stemEnglish(english), chinese);
  }
}

/** What a Chinese word of news means in English, or null where it may mean several things. */
export function newsWordInEnglish(word: string): string | null {
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}

/** The Chinese word for an English word of news, by its stem. */
export function newsWordInChinese(word: string): string | null {
  return stems.get(stemEnglish(word.toLowerCase())) ?? null;
}
