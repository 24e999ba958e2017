/** What Chinese names of organizations end in: 上海合作组织, 国防部. */
const CHINESE_ENDINGS = [
  ...['组织', '委员会', '公司', '大学', '学院', '集团', '银行', '协会', '联盟', '党', '法院'],
  ...['检察院', '通讯社', '研究院', '研究所', '研究中心', '基金会', '理事会', '议会', '国会'],
  ...['政府', '国防部', '外交部', '财政部', '部队', '军队', '警察局', '医院', '学校', '中学'],
  ...['小学', '报社', '电视台', '联合会', '学会', '商会', '工会', '俱乐部', '博物馆', '图书馆'],
  ...['交易所'],
];
export const CHINESE_ORGANIZATION_END = new RegExp(`(?:${CHINESE_ENDINGS.join('|')})$`, 'u');

/** What a word ends in that a dictionary calls an organization: 新华社, 海关. */
export const CHINESE_ORGANIZATION_WORD_END =
  /(?:社|局|部|院|委|会|队|台|厅|处|厂|校|团|军|所|馆|办|国|政协|海关)$/u;

/** Words in lower case that say that an English name is an organization's. */
export const ENGLISH_ORGANIZATION_WORDS: ReadonlySet<string> = new Set([
  ...['organization', 'organisation', 'ministry', 'department', 'university', 'college'],
  ...['institute', 'academy', 'party', 'committee', 'council', 'commission', 'bank', 'company'],
  ...['corporation', 'corp', 'inc', 'ltd', 'group', 'agency', 'association', 'union', 'league'],
  ...['court', 'police', 'army', 'navy', 'parliament', 'congress', 'senate', 'assembly'],
  ...['authority', 'federation', 'foundation', 'bureau', 'office', 'administration', 'fund'],
  ...['news', 'times', 'daily', 'post', 'press', 'club', 'team', 'church', 'alliance', 'forum'],
  ...['school', 'hospital', 'museum'],
]);

/** Words in a dictionary's gloss of a name that say that it is an organization's. */
export const GLOSSED_ORGANIZATION =
  /\b(?:company|corporation|bank|university|newspaper|brand|party|NATO|organization)\b/iu;
