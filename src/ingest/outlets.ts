/** A news outlet under all its names. */
export interface OutletNames {
  readonly zh: string;
  readonly en: string;
  /** Other names it goes by; the pinyin of `zh` is understood and needs no entry. */
  readonly aliases: readonly string[];
}

/**
 * Outlets whose names are known in both languages, each under the English name it gives itself:
 * `Chinese | English | other names`. Editions and sites of a paper that readers tell apart stand on
 * their own.
 */
const TABLE = `
新华社 | Xinhua News Agency | Xinhua, 新华通讯社, Xin Hua Tong Xun She
新华网 | Xinhuanet | xinhuanet.com, news.cn
人民日报 | People's Daily | Peoples Daily, The People's Daily
人民日报海外版 | People's Daily Overseas Edition | 人民日报·海外版, Ren Min Ri Bao Hai Wai Ban
人民网 | People's Daily Online | people.com.cn, people.cn
人民论坛 | People's Tribune |
求是 | Qiushi | Qiushi Journal, 求是杂志, 求是网
光明日报 | Guangming Daily |
光明网 | Guangming Online | gmw.cn
经济日报 | Economic Daily |
中国经济网 | China Economic Net | ce.cn
中国日报 | China Daily | 中国日报网, chinadaily.com.cn, Zhong Guo Ri Bao Wang
环球时报 | Global Times | The Global Times
环球网 | Huanqiu.com | Huanqiu, 环球资讯
中国新闻社 | China News Service | 中新社, CNS, Zhong Xin She
中国新闻网 | China News Service (chinanews.com) | 中新网, chinanews.com, Chinanews, ECNS, Zhong Xin Wang
中国新闻周刊 | China Newsweek |
中央电视台 | China Central Television | CCTV, 央视, 中国中央电视台, Yang Shi
央视新闻 | CCTV News | 央视新闻客户端
央视网 | CCTV.com | cctv.com
央视财经 | CCTV Finance |
中国国际电视台 | CGTN | China Global Television Network
中央广播电视总台 | China Media Group | CMG, 央广总台, 总台
央广网 | China National Radio | cnr.cn, CNR
国际在线 | CRI Online | China Radio International, 中国国际广播电台
中国青年报 | China Youth Daily | 中青报
中国青年网 | Youth.cn | 中青网
工人日报 | Workers' Daily | Workers Daily
农民日报 | Farmers' Daily | Farmers Daily
法治日报 | Legal Daily | 法制日报
科技日报 | Science and Technology Daily |
解放军报 | PLA Daily | People's Liberation Army Daily
中国军网 | China Military Online | 81.cn
学习时报 | Study Times |
参考消息 | Reference News | Cankao Xiaoxi
中国网 | China.org.cn | china.com.cn, 中国互联网新闻中心
中国政府网 | Chinese Government Website | gov.cn, www.gov.cn
瞭望 | Outlook Weekly | 瞭望新闻周刊, Liaowang
半月谈 | China Comment | Banyuetan
北京日报 | Beijing Daily |
北京青年报 | Beijing Youth Daily | 北青报
北京晚报 | Beijing Evening News |
新京报 | The Beijing News | Beijing News
解放日报 | Jiefang Daily | Liberation Daily
文汇报 | Wen Hui Bao | Wenhui Daily
新民晚报 | Xinmin Evening News |
上观新闻 | Shanghai Observer |
劳动报 | Labour Daily |
澎湃新闻 | The Paper | 澎湃, thepaper.cn
第六声 | Sixth Tone |
上海日报 | Shanghai Daily | SHINE
东方网 | Eastday |
天津日报 | Tianjin Daily |
重庆日报 | Chongqing Daily |
河北日报 | Hebei Daily |
山西日报 | Shanxi Daily |
内蒙古日报 | Inner Mongolia Daily |
辽宁日报 | Liaoning Daily |
吉林日报 | Jilin Daily |
黑龙江日报 | Heilongjiang Daily |
新华日报 | Xinhua Daily |
浙江日报 | Zhejiang Daily |
安徽日报 | Anhui Daily |
福建日报 | Fujian Daily |
江西日报 | Jiangxi Daily |
大众日报 | Dazhong Daily | Dazhong Ribao
河南日报 | Henan Daily |
湖北日报 | Hubei Daily |
楚天都市报 | Chutian Metropolis Daily |
长江日报 | Changjiang Daily |
湖南日报 | Hunan Daily |
南方日报 | Nanfang Daily |
南方都市报 | Southern Metropolis Daily |
南方周末 | Southern Weekly | Southern Weekend
羊城晚报 | Yangcheng Evening News |
广州日报 | Guangzhou Daily |
深圳特区报 | Shenzhen Special Zone Daily |
深圳商报 | Shenzhen Economic Daily |
广西日报 | Guangxi Daily |
海南日报 | Hainan Daily |
四川日报 | Sichuan Daily |
华西都市报 | West China Metropolis Daily |
封面新闻 | The Cover |
成都商报 | Chengdu Economic Daily |
红星新闻 | Red Star News |
贵州日报 | Guizhou Daily |
云南日报 | Yunnan Daily |
西藏日报 | Tibet Daily | Xizang Daily
陕西日报 | Shaanxi Daily |
西安晚报 | Xi'an Evening News |
甘肃日报 | Gansu Daily |
青海日报 | Qinghai Daily |
宁夏日报 | Ningxia Daily |
新疆日报 | Xinjiang Daily |
兵团日报 | Bingtuan Daily |
青岛日报 | Qingdao Daily |
沈阳日报 | Shenyang Daily |
大连日报 | Dalian Daily |
哈尔滨日报 | Harbin Daily |
上海证券报 | Shanghai Securities News |
中国证券报 | China Securities Journal |
证券时报 | Securities Times |
证券日报 | Securities Daily |
第一财经 | Yicai | Yicai Global, China Business News, CBN, 第一财经日报
财新 | Caixin | 财新网, Caixin Global, 财新周刊
财经 | Caijing | 财经杂志, Caijing Magazine
经济观察报 | The Economic Observer | Economic Observer, 经济观察网
经济参考报 | Economic Information Daily |
21世纪经济报道 | 21st Century Business Herald | 21财经, 21 Shi Ji Jing Ji Bao Dao
每日经济新闻 | National Business Daily | 每经网
中国经营报 | China Business Journal |
中国基金报 | China Fund News |
国际金融报 | International Finance News |
华夏时报 | China Times | Huaxia Times
财联社 | Cailian Press | CLS
智通财经 | Zhitong Finance | Zhitong Caijing, 智通财经网
格隆汇 | Gelonghui |
金十数据 | Jin10 Data | Jin10
华尔街见闻 | Wallstreetcn |
界面新闻 | Jiemian News | Jiemian, 界面
观察者网 | Guancha | Guancha.cn
凤凰网 | ifeng.com | ifeng, 凤凰资讯
凤凰卫视 | Phoenix Television | Phoenix TV
新浪财经 | Sina Finance |
新浪网 | Sina | 新浪, sina.com.cn, 新浪新闻
搜狐网 | Sohu | 搜狐, sohu.com
网易 | NetEase | 163.com, 网易新闻
腾讯网 | Tencent | qq.com, 腾讯新闻, Tencent News
百度 | Baidu | 百家号
东方财富网 | Eastmoney | 东方财富, eastmoney.com
虎嗅 | Huxiu |
36氪 | 36Kr | 36 Ke
IT之家 | IT Home | ITHome
钛媒体 | TMTPost |
南华早报 | South China Morning Post | SCMP, The South China Morning Post
大公报 | Ta Kung Pao | Da Gong Bao, 大公网
香港文汇报 | Wen Wei Po | 文汇网
明报 | Ming Pao |
星岛日报 | Sing Tao Daily | 星岛
香港电台 | RTHK | Radio Television Hong Kong
香港01 | HK01 |
澳门日报 | Macao Daily News |
中央社 | Central News Agency | CNA Taiwan, 中央通讯社
联合报 | United Daily News | UDN
中国时报 | China Times (Taiwan) |
自由时报 | Liberty Times |
台北时报 | Taipei Times |
联合早报 | Lianhe Zaobao | Zaobao, 早报
海峡时报 | The Straits Times | Straits Times
亚洲新闻台 | Channel NewsAsia | CNA
路透社 | Reuters | Thomson Reuters, 路透, 路透中文网
美联社 | Associated Press | AP, The Associated Press, AP News
法新社 | Agence France-Presse | AFP
合众国际社 | United Press International | UPI
彭博社 | Bloomberg | Bloomberg News, 彭博, 彭博新闻社
道琼斯通讯社 | Dow Jones Newswires | Dow Jones
英国广播公司 | BBC | BBC News, BBC中文, BBC Chinese
美国有线电视新闻网 | CNN | Cable News Network
全国公共广播电台 | NPR | National Public Radio
纽约时报 | The New York Times | New York Times, NYT, 纽约时报中文网
华盛顿邮报 | The Washington Post | Washington Post
华尔街日报 | The Wall Street Journal | Wall Street Journal, WSJ, 华尔街日报中文网
今日美国 | USA Today |
洛杉矶时报 | Los Angeles Times | LA Times
金融时报 | Financial Times | FT, 英国金融时报, FT中文网
卫报 | The Guardian | Guardian
泰晤士报 | The Times | The Times of London
每日电讯报 | The Daily Telegraph | The Telegraph
经济学人 | The Economist | Economist
时代周刊 | Time | TIME Magazine
新闻周刊 | Newsweek |
外交政策 | Foreign Policy |
外交学者 | The Diplomat | 外交学人
福布斯 | Forbes |
财富 | Fortune |
政客 | Politico | 政客新闻网
福克斯新闻 | Fox News |
美国全国广播公司 | NBC News | NBC
美国广播公司 | ABC News | ABC
哥伦比亚广播公司 | CBS News | CBS
消费者新闻与商业频道 | CNBC |
美国之音 | Voice of America | VOA
自由亚洲电台 | Radio Free Asia | RFA
半岛电视台 | Al Jazeera | Al Jazeera English
德国之声 | Deutsche Welle | DW
明镜周刊 | Der Spiegel | Spiegel
法兰克福汇报 | Frankfurter Allgemeine Zeitung | FAZ
法国国际广播电台 | Radio France Internationale | RFI, 法广
世界报 | Le Monde |
费加罗报 | Le Figaro |
欧洲新闻台 | Euronews |
埃菲社 | EFE | Agencia EFE
安莎社 | ANSA |
塔斯社 | TASS | ITAR-TASS
俄罗斯卫星通讯社 | Sputnik | 卫星社, 卫星通讯社, Sputnik News
俄新社 | RIA Novosti | RIA
今日俄罗斯 | RT | Russia Today
国际文传电讯社 | Interfax |
哈萨克国际通讯社 | Kazinform | 哈通社
阿纳多卢通讯社 | Anadolu Agency | Anadolu, 阿纳多卢
伊朗伊斯兰共和国通讯社 | IRNA | Islamic Republic News Agency, 伊通社
伊朗新闻电视台 | Press TV |
巴基斯坦联合通讯社 | Associated Press of Pakistan |
黎明报 | Dawn |
印度报业托拉斯 | Press Trust of India | PTI, 印报托
印度时报 | The Times of India | Times of India
印度快报 | The Indian Express | Indian Express
印度教徒报 | The Hindu |
印度斯坦时报 | Hindustan Times |
今日印度 | India Today |
共同社 | Kyodo News | Kyodo, 共同通讯社
时事社 | Jiji Press | Jiji, 时事通讯社
日本广播协会 | NHK | NHK World
日本经济新闻 | Nikkei | 日经, 日经新闻, 日经中文网
日经亚洲 | Nikkei Asia | Nikkei Asian Review
朝日新闻 | The Asahi Shimbun | Asahi Shimbun, Asahi
读卖新闻 | The Yomiuri Shimbun | Yomiuri Shimbun, The Japan News
每日新闻 | The Mainichi Shimbun | Mainichi
日本时报 | The Japan Times | Japan Times
韩联社 | Yonhap News Agency | Yonhap
朝鲜日报 | The Chosun Ilbo | Chosun Ilbo
中央日报 | JoongAng Ilbo | Korea JoongAng Daily
韩民族日报 | The Hankyoreh | Hankyoreh
韩国先驱报 | The Korea Herald | Korea Herald
朝中社 | KCNA | Korean Central News Agency, 朝鲜中央通讯社
越通社 | Vietnam News Agency | VNA
曼谷邮报 | Bangkok Post |
雅加达邮报 | The Jakarta Post | Jakarta Post
马新社 | Bernama |
海湾新闻 | Gulf News |
阿拉伯新闻 | Arab News |
耶路撒冷邮报 | The Jerusalem Post | Jerusalem Post
以色列时报 | The Times of Israel | Times of Israel
国土报 | Haaretz |
澳大利亚广播公司 | Australian Broadcasting Corporation | ABC Australia
悉尼先驱晨报 | The Sydney Morning Herald | Sydney Morning Herald
环球邮报 | The Globe and Mail | Globe and Mail
加拿大广播公司 | CBC | CBC News
快讯 | news flash | 7x24快讯, flash news
`;

/** The outlets known, in the table's order. */
export function listOutlets(): OutletNames[] {
  return TABLE.trim()
    .split('\n')
    .map((line) => {
      const [zh = '', en = '', others = ''] = line.split('|').map((part) => part.trim());
      return { zh, en, aliases: others === '' ? [] : others.split(',').map((name) => name.trim()) };
    });
}
