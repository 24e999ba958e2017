// @ts-nocheck
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';

const l = await composeLanguage({ dictionaryPath: null });
const tools = composeAnswerTools(l);
const N = tools.checker.names;
for (const [c, q] of [
  [
    'Oursel led a force into the upper Tigris valley in southern Syria.',
    '一个名叫奥赛尔 (Oursel)的诺曼人率领一支“法兰克人”军队进入叙利亚北部的幼发拉底河上游流域。后来，许多人在南部更远的西利西亚和托罗斯山脉为亚美尼亚服务。',
  ],
  [
    'The network hired the Pentagram Design Group to design its identity.',
    'The network hired the Troika Design Group to design and produce its identity.',
  ],
  [
    "Standard Chartered became the newspaper's largest shareholder after the war.",
    '二次大戰結束後，匯豐銀行成為《南華早報》最大股東。',
  ],
  [
    '米勒从曼宁手中把球打掉。',
    'On the next play, Miller stripped the ball away from Newton, and after several players dove for it',
  ],
  ['The forum opened in Dalian.', '论坛在沈阳新世界博览馆开幕。'],
  ['The company is based in Milan and Turin.', '公司总部位于马德里，在里斯本有分公司。'],
  ['警方在温尼伯逮捕了马丁内斯。', 'Police in Toronto arrested Gonzalez on Monday.'],
  ['Minister Petrova met Johnson in Warsaw.', '部长伊万诺娃在布拉格会见了史密斯。'],
]) {
  const cs = tools.checker.readClaim(c, null),
    qs = tools.checker.readClaim(q, null);
  for (const n of cs.names)
    console.log(
      n.text,
      n.kind,
      'ordinary',
      N.isOrdinary(n, cs),
      'held',
      N.isHeld(n, cs, qs),
      'same as',
      qs.names.filter((o) => N.areSame(n, o)).map((o) => o.text),
    );
}
