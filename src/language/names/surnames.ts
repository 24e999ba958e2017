const COMPOUND = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯';

/** The surnames of over nine in ten people in China. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任' +
  '沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '习俞柳温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦左甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍' +
  '涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党' +
  '宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬栾隋商刁荣巫寇桑郎甄丛仲虞敖巩明佘池查苑迟邝';

const SURNAME = new RegExp(`^(?:${COMPOUND}|[${SINGLE}])`, 'u');

/** The Chinese surname that a word begins with, or '' when it begins with none. */
export function surnameOf(word: string): string {
  return SURNAME.exec(word)?.[0] ?? '';
}
