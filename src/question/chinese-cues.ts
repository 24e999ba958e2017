import type { QuestionCue } from './question-form.ts';

/** End of a question: nothing, or punctuation and particles. */
const END = '(?=[呢啊呀吧的]?[\\s?？。！!]*$)';

/** What follows the noun asked for: 是什么, 为多少, 是谁, or nothing in a keyword question. */
const ASKED =
  '(?:[都分别]*[是为有在叫达到]{0,2}(?:什么|多少|几|哪里|哪儿|哪些人?|谁|哪位|哪个|哪天|何时|何地|哪|啥))?';

const cue = (body: string) => new RegExp(body, 'gu');

const MONEY =
  '票房|票房收入|营收|收入|利润|净利|GDP|价格|售价|总额|金额|预算|投资|奖金|费用|市值|赔偿|产值|损失|成本|工资|债务|赤字|出口额|进口额|贸易额|成交额|销售额|经费|估值|罚款';
const SHARE = '率|比例|比重|占比|增速|增幅|涨幅|跌幅|降幅|百分比|份额';
const CHANGE = '增长|上涨|下降|下跌|上升|提高|减少|增加|降低|同比|环比|涨|跌|降|升';
const AMOUNT =
  '产量|销量|交付量|吞吐量|发送量|出口量|进口量|总量|数量|规模|面积|长度|距离|高度|重量|深度|速度|温度|震级|烈度|里程|寿命|年龄|得分|比分|尺寸|容量|功率|指标|点击量|播放量|流量|装机量';
const TALLY = '人数|人次|次数|个数|数目|家数';
const MEASURE_WORD =
  '个|名|位|人(?![口均类])|支|家|座|条|项|次|届|场|种|件|辆|架|艘|台|部|款|所|张|枚|只|头|篇|本|颗|套|国|城市|国家|项目|人次|万|亿|票|分|岁|站|席|起|例|户|批|集|季|轮|步|层|页|字|章|节';
const TIME_UNIT = '年|个月|月|周|天|日|小时|个小时|分钟|秒|个星期|星期|学时';
const PERSON =
  '导演|编剧|主演|演员|男主角?|女主角?|主角|配音|作者|主席|总统|首相|总理|市长|省长|部长|发言人|创始人|教练|CEO|总裁|董事长|负责人|队长|主持人|主创团队|主创|记者|火炬手|扮演者|继任者|候选人|会长|院长|校长|书记|秘书长|大使|将军|司令|律师|法官|女王|国王|教皇|得主|获得者|最佳女主角|最佳男主角|最佳导演|嫌疑人|凶手|受害者|代表人物';
const WINNER = '冠军|亚军|季军|金牌|银牌|铜牌|得奖者|获奖者|赢家|胜者|最佳影片奖?';
/** Things whose answer is usually quoted. */
const PHRASE = '主题|口号|吉祥物|标语|书名|片名|歌名|年度词汇|年度汉字|外号|绰号|代号|标题|议题';
/** Things that have a name, seldom quoted. */
const NAMED = '全称|简称|处理器|芯片|平台|品牌|型号|公司|机构|学校|语言|货币';
const PLACE = '城市|地方|地区|国家|省份|省|市|县|区|州|洲|村|镇|场馆|体育场|街道|岛|海域|国';

/** Ways of asking in Chinese, the more telling first. */
export const CHINESE_CUES: readonly QuestionCue[] = [
  {
    kind: 'timeline',
    expects: 'statement',
    pattern: cue('时间线|时间轴|来龙去脉|大事记|始末|按时间(?:顺序)?(?:梳理|列出)?'),
  },
  {
    kind: 'summary',
    expects: 'statement',
    pattern: cue(
      '(?<=[》”」])(?:主要)?(?:讲|说|写|报道)了(?:些)?(?:什么|啥)|文章(?:都)?(?:说|讲|报道|提到)了(?:些)?(?:什么|啥)|^(?:请)?(?:帮我|给我)?(?:总结|概括|概述|归纳|综述|梳理|简述|简要介绍|介绍)(?:一?下)?|(?:总结|概括|概述|摘要|综述|概要)(?:一下)?(?=[\\s?？。]*$)|(?:主要|核心)(?:内容|观点|要点)(?:是什么|有哪些)?|怎么回事|发生了什么(?:事情?)?|有(?:什么|哪些)(?:最?新)?(?:进展|动态|消息|新闻)',
    ),
  },
  {
    kind: 'why',
    expects: 'reason',
    pattern: cue(
      '为(?:什么|何|啥)|何以|何故|缘何|因何|(?:是)?什么原因|怎么会|(?:的)?(?:主要)?原因(?:是什么|有哪些|何在|为何)?(?=[\\s?？。]*$)',
    ),
  },
  {
    kind: 'what',
    expects: 'remark',
    pattern: cue(
      '(?:都)?(?:说|讲|谈|提|表示|提到|指出|谈到)(?:了|过)?(?:些)?(?:什么|啥)|(?:如何|怎么|怎样)(?:看待?|评价|评论|回应|说|表示)(?:了)?|有(?:何|什么|怎样的)(?:看法|评价|回应|表态)|作何(?:评价|回应|表态)',
    ),
  },
  {
    kind: 'how-much',
    expects: 'duration',
    pattern: cue(
      `多久|多长时间|多少(?<unit>${TIME_UNIT})|几(?:个)?(?<unit2>小时|分钟|天|周|个月)|时长${ASKED}${END}`,
    ),
  },
  {
    kind: 'when',
    expects: 'date',
    pattern: cue(
      `(?:是|在)?(?:什么时[候间]|何时|几时|哪一?(?:天|年|月|日|个月)|哪个(?:月|年份|日子)|几月(?:几[日号])?|几[日号]|几点)|(?:日?时间|日期|日子)(?:[是为在])?${ASKED}${END}`,
    ),
  },
  {
    kind: 'how-many',
    expects: 'ordinal',
    pattern: cue('第几(?<unit>[次届位名个场期批任季集回代条章艘架颗]?)'),
  },
  {
    kind: 'how-much',
    expects: 'percentage',
    pattern: cue(
      `(?<=${SHARE})(?:大约|约)?(?:[是为达到了有]{0,3}多少)?${END}|百分之(?:几|多少)|(?<=(?:${CHANGE})了?)多少${END}`,
    ),
  },
  {
    kind: 'how-much',
    expects: 'money',
    pattern: cue(
      `(?<=${MONEY})[是为达到了]{0,2}(?:多少)?(?:[亿万]?(?:美元|元|人民币|欧元))?${END}|多少(?:钱|[亿万]*(?:元|美元|欧元|日元|英镑|人民币|块钱?))|(?<=投资|赔偿|花费|耗资|融资|捐[款赠])[了]?多少(?:[亿万]?美?元)?`,
    ),
  },
  {
    kind: 'how-much',
    expects: 'quantity',
    pattern: cue(
      `(?<=${AMOUNT})${ASKED}${END}|多[大长高远重宽深快厚]${END}|(?<=${AMOUNT})[是为达到了有]*多少(?<unit>${MEASURE_WORD})?|(?<=震级|强度)[是为]?(?:多少|几)?级?`,
    ),
  },
  {
    kind: 'how-many',
    expects: 'count',
    pattern: cue(
      `(?:有|共有|总共有|一共有)?(?:多少|几)(?<unit>${MEASURE_WORD})|(?:${TALLY})(?:有|是|为|达到?)*(?:多少|几)?${END}|(?<=席位|议席|名额)数?(?:有|是|为)*(?:多少|几)?(?:个|席)?${END}|(?:多少|几)(?=\\p{Script=Han})|(?<=[了有是达])多少${END}`,
    ),
  },
  {
    kind: 'yes-no',
    expects: 'polarity',
    pattern: cue(
      `吗${END}|是否|是不是|有没有|会不会|能不能|能否|可否|有无|要不要|对不对|(\\p{Script=Han})不\\1(?=\\p{Script=Han})`,
    ),
  },
  {
    kind: 'compare',
    expects: 'statement',
    pattern: cue(
      '比较|对比|有(?:什么|何|哪些)(?:区别|不同|差异|差别|异同)|(?:的)?(?:区别|不同|差异|差别|异同)(?:是什么|在哪里?|有哪些)?(?=[\\s?？。]*$)|相比(?:如何|怎么样)?(?=[\\s?？。]*$)|哪个更|谁更',
    ),
  },
  {
    kind: 'where',
    expects: 'place',
    pattern: cue(
      `(?:在|是|于|从)?(?:哪里|哪儿|何处|何地|什么地方)|(?:地点|地址|位置|地)[是为在]?${ASKED}${END}|在哪(?=举[行办]|召开|开幕|进行|发生|上[映线]|播出|[\\s?？]*$)`,
    ),
  },
  {
    kind: 'list',
    expects: 'place',
    many: true,
    pattern: cue(`哪(?:些|几个|两个|三个|[二两三四五六七八九十]国?)(?=${PLACE})`),
  },
  {
    kind: 'list',
    expects: 'person',
    many: true,
    pattern: cue(
      `(?:都|分别)?(?:有|是)?(?:哪些人|哪几位|哪些(?=选手|演员|人|领导人|官员|部长|嘉宾|代表|球员|运动员|专家|记者))|(?<=${PERSON})(?:(?:都|分别)(?:有|是)+|有)(?:哪些|哪几位|谁)`,
    ),
  },
  {
    kind: 'which',
    expects: 'place',
    pattern: cue(`(?:在|是|从)?哪(?:一)?(?:个|座|一座|处)?(?=${PLACE})`),
  },
  {
    kind: 'who',
    expects: 'person',
    pattern: cue(
      `(?:是|由|被)?(?:谁|哪(?:一)?位|何人|什么人|哪个人|哪名)|(?<=${PERSON})(?:都|分别)?[是为有]?(?:谁|哪位|哪些)?${END}`,
    ),
  },
  {
    kind: 'which',
    expects: 'name',
    pattern: cue(`(?<=${WINNER})[是为归]?(?:谁|什么|哪(?:个|支|部|一部)?(?:球?队|国家)?)?${END}`),
  },
  {
    kind: 'list',
    expects: 'statement',
    many: true,
    pattern: cue(
      '(?:都|分别|主要)?(?:有|是|包括)?哪[些几](?:个|种|项|方面)?|列[出举]|罗列|(?:都|分别)(?:有|是)什么|哪[二两三四五六七八九十](?:个|种|项|支|部|家|大|点)',
    ),
  },
  {
    kind: 'which',
    expects: 'name',
    pattern: cue(
      `(?:是|在)?哪(?:一)?(?<unit>个|支|家|部|款|种|届|项|所|条|位|类|只|篇|本|首|台|架|艘|枚|队|方|边|组|档|座)`,
    ),
  },
  {
    kind: 'how',
    expects: 'statement',
    pattern: cue('如何(?:看待|评价)?|怎么样?|怎样|以?什么方式|咋样?'),
  },
  {
    kind: 'what',
    expects: 'phrase',
    pattern: cue(
      `(?<=${PHRASE})[是为叫]{0,2}(?:什么|啥)?${END}|(?:叫|名为|叫做)(?:做)?什么(?:名字)?|(?:名称|名字)[是为叫]?(?:什么|啥)?${END}`,
    ),
  },
  {
    kind: 'what',
    expects: 'name',
    pattern: cue(`(?<=${NAMED})[是为叫]{0,2}(?:什么|啥|哪个)?${END}|哪(?=里?个?)`),
  },
  {
    kind: 'what',
    expects: 'statement',
    pattern: cue(
      '(?:是|为|了|说了|讲了|做了|有)?(?:什么样的?|什么|啥|何种|何等)(?:东西|内容|意思)?',
    ),
  },
];

/** The newest statement is asked for. */
export const CHINESE_LATEST = /最新|最近|目前|现在|如今|当前|眼下|截至目前/u;
