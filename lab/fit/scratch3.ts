import { composeLanguage } from '../../src/app/compose-models.ts';
import { skeletonsOfChinese, skeletonsOfEnglish } from '../../src/language/names/phonetic-keys.ts';
const l = await composeLanguage({ dictionaryPath: null });
for (const [a,b] of [['纽顿','Newton'],['沃德','Ward'],['乌尔塞尔','Oursel'],['约塞米蒂','Yosemite'],['邓肯','Duncan'],['塞拉','Sierra'],['孛儿帖','Börte'],['术赤','Jochi'],['威腾博格','Wittenberg'],['圣芭芭拉','Santa Barbara'],['阿塔斯卡德罗','Atascadero'],['泰恩','Tyne'],['内马尔','Neymar'],['弗洛伊德','佛洛依德'],['卡罗来纳','卡罗莱纳'],['马尼托巴','曼尼托巴'],['萨义德','Said'],['Hueco','威克']])
  console.log(a,b,l.names.namesMatch(a,b), skeletonsOfChinese(a), skeletonsOfEnglish(b));
for (const t of ['诺曼人乌尔塞尔曾率领一支部队进入叙利亚北部。','汉江全长1577公里，是长江最长的支流。','二战后，汇丰银行成了该报最大的股东。','弗洛伊德学说','比赛还剩4分51秒时，卡罗来纳在己方24码线拿到了球权。'])
 for (const s of l.annotator.annotate({text:t,language:'zh',reference:null})) console.log(s.tokens.map(x=>x.text+(x.stop?'*':'')).join('|'), s.names.map(n=>n.text+':'+n.kind));
