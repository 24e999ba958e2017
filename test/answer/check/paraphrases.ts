import type { Evidence } from '../../../src/core/sentence-checker.ts';
import { article, wholeOf } from '../agreement/news-fixture.ts';

/** Words of the seed articles, as they stand there after repair of the wrapping. */
const QUOTES = {
  tourismPlan: {
    text: '记者7日从文化和旅游部获悉,上海合作组织各成员国将以即将举办的上合组织天津峰会为契机,打造更多优秀的文化和旅游项目,促进人文领域合作高质量发展,为推动构建人类命运共同体贡献上合力量。',
    publishedAt: '2025-07-07T15:26',
  },
  tourismMeeting: {
    text: '当日,上海合作组织成员国文化部长第二十二次会晤、旅游部门领导人会议分别在青岛举行。中方作为轮值主席国主持会议,上合组织10个成员国文化、旅游部门负责人及代表,上合组织秘书长出席会议。',
    publishedAt: '2025-07-07T15:26',
  },
  capital: {
    text: '会上,各方一致同意提名吉尔吉斯共和国乔尔蓬阿塔市为2025—2026年上合组织旅游和文化之都候选城市,通过《上海合作组织2025年文化交流项目清单》,并签署了会议纪要。',
    publishedAt: '2025-07-07T15:26',
  },
  forum: {
    text: '7月4日,2025年上海合作组织民间友好论坛暨友好城市论坛在沈阳新世界博览馆开幕。全国政协副主席、上海合作组织睦邻友好合作委员会主席沈跃跃出席并作主旨讲话。',
    publishedAt: '2025-07-05T02:40',
  },
  forumHost: {
    text: '吉尔吉斯斯坦国务秘书伊曼库洛夫,阿塞拜疆国民会议副主席阿斯克罗夫,省委书记、省人大常委会主任郝鹏致辞。省委副书记、省长王新伟主持。',
    publishedAt: '2025-07-05T02:40',
  },
  growth: {
    text: '上海合作组织从最初的6个创始成员国扩大为涵盖26个国家的"上合大家庭",构建起世界幅员最广、人口最多的区域合作组织,成为本地区的安全屏障、合作桥梁、友好纽带和建设性力量,影响力、生命力和感召力不断提升。',
    publishedAt: '2025-06-28T21:49',
  },
  astana: {
    text: '2024年7月,在"上海合作组织+"阿斯塔纳峰会上,习近平主席提出建设团结互信、和平安宁、繁荣发展、睦邻友好、公平正义的"五个共同家园"。上海合作组织阿斯塔纳峰会后,中国再次担任轮值主席国,上海合作组织进入"中国时间"。',
    publishedAt: '2025-06-28T21:49',
  },
  defenceMeeting: {
    text: '26日,上海合作组织成员国国防部长会议在青岛举行。中国国防部长董军当天还与多国防长进行双边会晤。',
    publishedAt: '2025-06-26T22:46',
  },
  singh: {
    text: '印媒注意到,辛格是2020年中印边境对峙以来首位访华的印度防长。',
    publishedAt: '2025-06-26T22:46',
  },
  india: {
    text: '中国国防部消息显示,辛格说,印中是搬不走的邻居,交往历史悠久。印方不谋求与中方冲突对抗,愿与中方妥善处理分歧,增进交流互信,推动双方关系持续向好发展。',
    publishedAt: '2025-06-26T22:46',
  },
  defenceDates: {
    text: '6月25日至26日,上海合作组织成员国国防部长会议在山东青岛举行,中国国防部长董军主持会议并发言。今年中国是上合组织轮值主席国,此次防长会是落实轮值主席国工作的重要活动。',
    publishedAt: '2025-06-26T07:22',
  },
  nato: {
    text: '为期两天的北约峰会24日在荷兰海牙开幕。阿西夫指出,北约是一个军事联盟,是一个"非常排外的俱乐部",完全受西方国家影响。上合组织则与之完全不同。',
    publishedAt: '2025-06-26T01:34',
  },
  asif: {
    text: '在会见中,阿西夫说,近期地区紧张和冲突蔓延,中方为防止冲突扩大发挥了重要作用。巴方珍视巴中铁杆友谊,愿与中方协调落实好三大全球倡议,深化防务领域务实合作,共同维护地区和平稳定。',
    publishedAt: '2025-06-26T01:34',
  },
  guests: {
    text: '国防部长董军25日在青岛分别会见来华出席上海合作组织成员国国防部长会议的白俄罗斯国防部长赫列宁、伊朗国防部长纳西尔扎德、巴基斯坦国防部长阿西夫、吉尔吉斯斯坦国防部长穆卡姆别托夫、俄罗斯国防部长别洛乌索夫。',
    publishedAt: '2025-06-25T11:59',
  },
  treaty: {
    text: 'The signing of the "Permanent Neighborly Friendship and Cooperation Treaty" by the six countries marks a significant milestone in their diplomatic relations, establishing a legal framework for future cooperation.',
    publishedAt: '2025-06-29T22:01',
  },
  silkRoad: {
    text: 'The "China-Central Asia Spirit" is a culmination of the long-term development of bilateral relations, rooted in over two thousand years of friendly exchanges and strengthened by more than 30 years of diplomatic ties.',
    publishedAt: '2025-06-29T22:01',
  },
  consensus: {
    text: 'The SCO operates on a unique decision-making mechanism that requires consensus among member states, ensuring fairness in decision-making despite potential challenges.',
    publishedAt: '2025-06-19T08:27',
  },
  kazakhstan: {
    text: 'Kazakhstan views the SCO as a key international organization for sustainable regional development and expects it to implement socio-economic projects that benefit all member states.',
    publishedAt: '2025-06-19T08:27',
  },
  competition: {
    text: "The fourth Shanghai Cooperation Organization (SCO) Youth Innovation and Entrepreneurship Competition was held in Qingdao, Shandong, showcasing 12 outstanding projects from 8 countries out of over 200 entries, highlighting the organization's commitment to promoting technological innovation cooperation.",
    publishedAt: '2025-06-17T21:51',
  },
  centers: {
    text: "The establishment of two overseas collaborative centers in Malaysia and Mongolia, along with two domestic centers in Xi'an and Yan'an, expanded the SCO's global innovation cooperation network to 10 members, covering major innovation regions of SCO countries.",
    publishedAt: '2025-06-17T21:51',
  },
  training: {
    text: "The SCO's agricultural technology exchange training base has conducted over 120 training sessions, benefiting more than 2,400 agricultural officials and technicians from SCO countries.",
    publishedAt: '2025-06-17T21:51',
  },
  projects: {
    text: 'The competition emphasized youth-led projects with both technological advancement and market potential, with over 35% of the projects being international collaborations.',
    publishedAt: '2025-06-17T21:51',
  },
  agreements: {
    text: 'The event also resulted in the signing of 6 cross-border cooperation agreements, fostering collaboration among domestic and international enterprises, universities, and research institutions.',
    publishedAt: '2025-06-17T21:51',
  },
} as const satisfies Record<string, { text: string; publishedAt: string }>;

export type QuoteName = keyof typeof QUOTES;

/** A sentence that says in other words, or in the other language, what the quote says. */
export interface Paraphrase {
  readonly quote: QuoteName;
  readonly direction: 'zh→zh' | 'zh→en' | 'en→zh' | 'en→en';
  readonly claim: string;
  /** The same with one thing made false. */
  readonly corrupted: string;
}

export function quoteOf(name: QuoteName): Evidence {
  const { text: body, publishedAt } = QUOTES[name];
  return wholeOf(article(name, { body, publishedAt }));
}

function say(direction: Paraphrase['direction']) {
  return (quote: QuoteName, claim: string, corrupted: string): Paraphrase => ({
    quote,
    direction,
    claim,
    corrupted,
  });
}

const zhZh = say('zh→zh');
const zhEn = say('zh→en');
const enZh = say('en→zh');
const enEn = say('en→en');

export const PARAPHRASES: readonly Paraphrase[] = [
  zhZh(
    'tourismPlan',
    '各成员国将借上合组织天津峰会之机打造更多优秀文化和旅游项目。',
    '各成员国将借上合组织青岛峰会之机打造更多优秀文化和旅游项目。',
  ),
  zhZh(
    'tourismPlan',
    '文化和旅游部7月7日表示，上合组织成员国将打造更多文化旅游项目。',
    '文化和旅游部7月9日表示，上合组织成员国将打造更多文化旅游项目。',
  ),
  zhZh(
    'tourismMeeting',
    '2025年7月7日，上合组织成员国文化部长第22次会晤在青岛举行。',
    '2025年7月7日，上合组织成员国文化部长第23次会晤在青岛举行。',
  ),
  zhZh(
    'tourismMeeting',
    '十个成员国的文化、旅游部门负责人和上合组织秘书长出席了会议。',
    '八个成员国的文化、旅游部门负责人和上合组织秘书长出席了会议。',
  ),
  zhZh('tourismMeeting', '中国以轮值主席国身份主持了会议。', '俄罗斯以轮值主席国身份主持了会议。'),
  zhZh(
    'capital',
    '乔尔蓬阿塔市获提名为2025至2026年上合组织旅游和文化之都候选城市。',
    '乔尔蓬阿塔市获提名为2026至2027年上合组织旅游和文化之都候选城市。',
  ),
  zhZh(
    'capital',
    '会议通过了《上海合作组织2025年文化交流项目清单》。',
    '会议没有通过《上海合作组织2025年文化交流项目清单》。',
  ),
  zhZh(
    'forum',
    '上合组织民间友好论坛于2025年7月4日在沈阳开幕。',
    '上合组织民间友好论坛于2025年7月5日在沈阳开幕。',
  ),
  zhZh('forum', '沈跃跃出席论坛并发表主旨讲话。', '王新伟出席论坛并发表主旨讲话。'),
  zhZh('forumHost', '论坛由省长王新伟主持。', '论坛由省长郝鹏主持。'),
  zhZh(
    'growth',
    '上合组织由6个创始成员国发展为26国的大家庭。',
    '上合组织由8个创始成员国发展为26国的大家庭。',
  ),
  zhZh(
    'growth',
    '上海合作组织是世界上幅员最广、人口最多的区域合作组织。',
    '上海合作组织不是世界上人口最多的区域合作组织。',
  ),
  zhZh(
    'astana',
    '习近平主席在2024年7月的阿斯塔纳峰会上提出“五个共同家园”。',
    '习近平主席在2023年7月的阿斯塔纳峰会上提出“五个共同家园”。',
  ),
  zhZh(
    'defenceMeeting',
    '上合组织国防部长会议6月26日在青岛召开。',
    '上合组织国防部长会议6月26日在上海召开。',
  ),
  zhZh(
    'singh',
    '辛格是中印2020年边境对峙后首位访华的印度国防部长。',
    '辛格是中印2017年边境对峙后首位访华的印度国防部长。',
  ),
  zhZh(
    'india',
    '辛格表示，印度不谋求与中国对抗，愿妥善处理分歧。',
    '辛格表示，印度谋求与中国对抗，愿妥善处理分歧。',
  ),
  zhZh(
    'defenceDates',
    '董军主持了6月25日至26日在青岛举行的上合组织防长会议。',
    '董军主持了6月23日至24日在青岛举行的上合组织防长会议。',
  ),
  zhZh(
    'nato',
    '北约峰会于2025年6月24日在海牙开幕，为期两天。',
    '北约峰会于2025年6月24日在海牙开幕，为期三天。',
  ),
  zhZh(
    'asif',
    '阿西夫说，中国在防止冲突扩大方面发挥了重要作用。',
    '阿西夫说，印度在防止冲突扩大方面发挥了重要作用。',
  ),
  zhZh(
    'guests',
    '6月25日，董军在青岛会见了俄罗斯国防部长别洛乌索夫等人。',
    '6月25日，董军在青岛会见了俄罗斯国防部长绍伊古等人。',
  ),

  zhEn(
    'tourismPlan',
    'SCO member states will use the upcoming Tianjin Summit to create more outstanding culture and tourism projects.',
    'SCO member states will use the upcoming Beijing Summit to create more outstanding culture and tourism projects.',
  ),
  zhEn(
    'tourismMeeting',
    'The 22nd meeting of culture ministers of SCO member states was held in Qingdao on July 7, 2025.',
    'The 21st meeting of culture ministers of SCO member states was held in Qingdao on July 7, 2025.',
  ),
  zhEn(
    'tourismMeeting',
    'Heads of the culture and tourism departments of 10 member states attended the meeting.',
    'Heads of the culture and tourism departments of 12 member states attended the meeting.',
  ),
  zhEn(
    'capital',
    'All parties agreed to nominate Cholpon-Ata of Kyrgyzstan as a candidate city for the SCO tourism and cultural capital for 2025-2026.',
    'All parties agreed to nominate Almaty of Kazakhstan as a candidate city for the SCO tourism and cultural capital for 2025-2026.',
  ),
  zhEn(
    'capital',
    'The parties signed the minutes of the meeting.',
    'The parties did not sign the minutes of the meeting.',
  ),
  zhEn('forum', 'The forum opened in Shenyang on July 4.', 'The forum opened in Dalian on July 4.'),
  zhEn(
    'forum',
    'Shen Yueyue attended and delivered a keynote speech.',
    'Wang Yi attended and delivered a keynote speech.',
  ),
  zhEn('forumHost', 'Governor Wang Xinwei presided.', 'Governor Hao Peng presided.'),
  zhEn(
    'growth',
    'The SCO has grown from 6 founding members to a family of 26 countries.',
    'The SCO has grown from 6 founding members to a family of 36 countries.',
  ),
  zhEn(
    'growth',
    'It is the regional cooperation organization with the largest population in the world.',
    'It is not the regional cooperation organization with the largest population in the world.',
  ),
  zhEn(
    'astana',
    'In July 2024, President Xi Jinping proposed building five common homes at the Astana Summit.',
    'In July 2022, President Xi Jinping proposed building five common homes at the Astana Summit.',
  ),
  zhEn(
    'defenceMeeting',
    "The SCO defense ministers' meeting was held in Qingdao on June 26, 2025.",
    "The SCO defense ministers' meeting was held in Qingdao on June 28, 2025.",
  ),
  zhEn(
    'singh',
    'Singh is the first Indian defense minister to visit China since the 2020 border standoff.',
    'Singh is the third Indian defense minister to visit China since the 2020 border standoff.',
  ),
  zhEn(
    'india',
    'India does not seek conflict or confrontation with China.',
    'India seeks conflict and confrontation with China.',
  ),
  zhEn(
    'india',
    'Singh said India is willing to properly handle differences with China.',
    'Singh said India is not willing to properly handle differences with China.',
  ),
  zhEn(
    'defenceDates',
    'The meeting took place in Qingdao, Shandong, on June 25-26, and was chaired by Chinese Defense Minister Dong Jun.',
    'The meeting took place in Jinan, Shandong, on June 25-26, and was chaired by Chinese Defense Minister Dong Jun.',
  ),
  zhEn(
    'defenceDates',
    'China holds the rotating presidency of the SCO this year.',
    'Russia holds the rotating presidency of the SCO this year.',
  ),
  zhEn(
    'nato',
    'The two-day NATO summit opened in The Hague, the Netherlands, on June 24.',
    'The three-day NATO summit opened in The Hague, the Netherlands, on June 24.',
  ),
  zhEn(
    'asif',
    'Asif said China played an important role in preventing the conflict from expanding.',
    'Asif said Iran played an important role in preventing the conflict from expanding.',
  ),
  zhEn(
    'guests',
    'Dong Jun met the defense ministers of Belarus, Iran, Pakistan, Kyrgyzstan and Russia in Qingdao on June 25.',
    'Dong Jun met the defense ministers of Belarus, Iran, Pakistan, Turkey and Russia in Qingdao on June 25.',
  ),

  enZh(
    'treaty',
    '六国签署《永久睦邻友好合作条约》，是外交关系中的重要里程碑。',
    '五国签署《永久睦邻友好合作条约》，是外交关系中的重要里程碑。',
  ),
  enZh('treaty', '条约为未来合作建立了法律框架。', '条约没有为未来合作建立法律框架。'),
  enZh(
    'silkRoad',
    '“中国—中亚精神”植根于两千多年的友好交往和30多年的外交关系。',
    '“中国—中亚精神”植根于三千多年的友好交往和30多年的外交关系。',
  ),
  enZh(
    'consensus',
    '上合组织的决策机制需要成员国协商一致。',
    '上合组织的决策机制不需要成员国协商一致。',
  ),
  enZh(
    'kazakhstan',
    '哈萨克斯坦认为上合组织是促进地区可持续发展的重要国际组织。',
    '乌兹别克斯坦认为上合组织是促进地区可持续发展的重要国际组织。',
  ),
  enZh(
    'kazakhstan',
    '哈萨克斯坦期待上合组织实施惠及所有成员国的社会经济项目。',
    '哈萨克斯坦期待欧盟实施惠及所有成员国的社会经济项目。',
  ),
  enZh(
    'competition',
    '第四届上合组织青年创新创业大赛在山东青岛举行。',
    '第五届上合组织青年创新创业大赛在山东青岛举行。',
  ),
  enZh(
    'competition',
    '大赛展示了来自8个国家的12个优秀项目。',
    '大赛展示了来自12个国家的8个优秀项目。',
  ),
  enZh('competition', '大赛共有200多个参赛项目。', '大赛共有300多个参赛项目。'),
  enZh(
    'centers',
    '上合组织在马来西亚和蒙古国设立了两个海外协同中心。',
    '上合组织在印度尼西亚和蒙古国设立了两个海外协同中心。',
  ),
  enZh('centers', '西安和延安设立了两个国内中心。', '西安和宝鸡设立了两个国内中心。'),
  enZh(
    'training',
    '上合组织农业技术交流培训基地已举办120多期培训。',
    '上合组织农业技术交流培训基地已举办150多期培训。',
  ),
  enZh('training', '2400多名农业官员和技术人员从中受益。', '2400多名教育官员和技术人员从中受益。'),
  enZh(
    'projects',
    '超过百分之三十五的项目是国际合作项目。',
    '超过百分之五十五的项目是国际合作项目。',
  ),
  enZh('agreements', '活动期间签署了6项跨境合作协议。', '活动期间签署了9项跨境合作协议。'),

  enEn(
    'treaty',
    'Six countries signed the Permanent Neighborly Friendship and Cooperation Treaty.',
    'Five countries signed the Permanent Neighborly Friendship and Cooperation Treaty.',
  ),
  enEn(
    'treaty',
    'The treaty establishes a legal framework for cooperation in the future.',
    'The treaty does not establish a legal framework for cooperation in the future.',
  ),
  enEn(
    'silkRoad',
    'Diplomatic ties between China and Central Asia go back more than 30 years.',
    'Diplomatic ties between China and Central Asia go back more than 50 years.',
  ),
  enEn(
    'consensus',
    'Decision-making in the SCO requires consensus among member states.',
    'Decision-making in the SCO does not require consensus among member states.',
  ),
  enEn(
    'kazakhstan',
    'Kazakhstan regards the SCO as a key organization for sustainable regional development.',
    'Kyrgyzstan regards the SCO as a key organization for sustainable regional development.',
  ),
  enEn(
    'kazakhstan',
    'Kazakhstan expects the SCO to implement projects that benefit all member states.',
    'Kazakhstan expects NATO to implement projects that benefit all member states.',
  ),
  enEn(
    'competition',
    'Twelve projects from eight countries were showcased in Qingdao.',
    'Twelve projects from eight countries were showcased in Shanghai.',
  ),
  enEn(
    'competition',
    'The competition drew over 200 entries.',
    'The competition drew over 2,000 entries.',
  ),
  enEn(
    'competition',
    'It was the 4th SCO Youth Innovation and Entrepreneurship Competition.',
    'It was the 6th SCO Youth Innovation and Entrepreneurship Competition.',
  ),
  enEn(
    'centers',
    'Two overseas centers were established, in Malaysia and Mongolia.',
    'Two overseas centers were established, in Malaysia and Nepal.',
  ),
  enEn(
    'centers',
    'The innovation cooperation network now has 10 members.',
    'The innovation cooperation network now has 14 members.',
  ),
  enEn(
    'training',
    'More than 120 training sessions have been conducted, benefiting over 2,400 officials and technicians.',
    'More than 2,400 training sessions have been conducted, benefiting over 120 officials and technicians.',
  ),
  enEn(
    'projects',
    'Over 35 percent of the projects were international collaborations.',
    'Over 35 percent of the projects were not international collaborations.',
  ),
  enEn(
    'agreements',
    'Six cross-border cooperation agreements were signed at the event.',
    'Six cross-border cooperation agreements were rejected at the event.',
  ),
  enEn(
    'agreements',
    'The agreements foster collaboration among enterprises, universities and research institutions.',
    'The agreements never foster collaboration among enterprises, universities and research institutions.',
  ),
];
