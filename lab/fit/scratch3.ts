import { composeLanguage } from '../../src/app/compose-models.ts';

const l = await composeLanguage({ dictionaryPath: null });
for (const t of [
  '英土战争从1807年打到1809年，属于战争。',
  '英土战争是一场发生于1807－1809年间的战争',
  'From 1073 to 1074, 8,000 of the 20,000 troops were Normans',
  '1073年至1074年，两万名士兵里有八千人',
  '为其2001至2002年的形象做设计',
  'produce its 2001–02 identity',
  '找到石油通常需要 五到十年 才能进入量产',
  'It took five to ten years',
  'eight gigatons of carbon dioxide, 1.5 gigatons',
  '排放了80亿吨，吸收15亿吨',
  'with three layers',
  '由三层构建',
  'A new four-note theme',
  '四音符主题曲',
  'The first two highways',
  '头两条高速公路',
  '来自8个国家的12个项目从200多个参赛项目',
  '12 outstanding projects from 8 countries out of over 200 entries',
  'About two fifths of the army, 8,000 of 20,000',
  'got 25万多英亩',
  '多於25萬英畝',
  'from 415,000 to 587,000 square kilometres',
  '415,000 平方公里上升到 587,000 平方公里',
  'between 24 and 80 comb rows',
  '梳状列在24到80之间',
  'as long as ten years',
  '长达 十年',
  '1350 to 1490',
  '1350至1490年间瘟疫爆发25次',
  'killed more than 70,000 people',
  '杀死7万多人',
  '连续两届',
  'under five minutes left',
]) {
  const lang = /\p{Script=Han}/u.test(t) ? 'zh' : 'en';
  for (const s of l.annotator.annotate({ text: t, language: lang, reference: null }))
    console.log(
      t,
      '|| Q:',
      s.quantities.map((n) => n.text + '=' + n.value + n.kind + (n.unit ?? '')).join(' ; '),
      '|| D:',
      s.dates.map((n) => `${n.expression} ${n.from}..${n.to} ${n.granularity}`).join(' ; '),
    );
}
