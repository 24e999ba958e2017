/** Characters that transliteration draws on; nearly every foreign name is made of them. */
const CHARACTERS = new Set(
  '阿埃艾爱安昂奥澳巴白拜班邦包保鲍贝本比彼毕别宾波伯博柏勃布采查柴昌彻茨次达大戴丹当道得德登邓狄迪蒂地' +
    '第丁东杜顿多额厄恩尔法凡范方菲费芬丰冯佛夫弗福富盖甘冈高戈哥格根贡古瓜圭哈海罕汉豪赫黑亨侯胡华怀惠霍' +
    '基吉季济加佳贾简杰捷金津京久居喀卡凯坎康考柯科可克肯孔库夸奎坤昆拉腊莱赖兰朗劳勒雷蕾里利丽莉历立列林' +
    '琳连龙隆卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密敏明缪摩莫默墨姆木穆拿纳娜乃奈南瑙内嫩能尼涅宁纽农努诺' +
    '欧帕派潘庞佩彭蓬皮平坡珀普奇齐契恰钱强乔切钦琴丘屈让热仁日荣容若撒萨塞赛桑瑟森沙莎山珊尚绍舍申生圣施' +
    '什史士舒斯思丝松苏索塔泰坦汤唐陶特腾提田廷通图土托瓦万旺威韦维伟温文翁沃乌伍武西希悉锡夏香肖谢辛欣兴' +
    '休修许雪逊雅亚延扬耶叶伊衣依易因茵英尤于约赞泽曾扎詹张珍芝治朱兹祖佐姬妮朵坂喏勋梵阇迦珞那汀齐',
);

const UNITS = new Set(Array.from(CHARACTERS, (character) => character.charCodeAt(0)));

/** Of those, the ones that are words of their own too often to lengthen a name by themselves. */
const ALSO_WORDS = new Set(
  '于因本加多大当得道可能通里使士达到要将就和与及并对年月日生山市来高华东西南北中古',
);

/** Whether every character of a word is one of transliteration. */
export function isTransliteration(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!UNITS.has(word.charCodeAt(at))) return false;
  return word !== '';
}

/** Whether a character by itself may belong to a transliterated name beside it. */
export function lengthensTransliteration(character: string): boolean {
  return CHARACTERS.has(character) && !ALSO_WORDS.has(character);
}
