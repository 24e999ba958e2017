/** The first and the last Kangxi radical; Unicode gives each an ideograph of the same shape. */
const KANGXI = /[\u2f00-\u2fd5]/gu;
/**
 * Of the supplement to them those that are words by themselves, and what they stand for: two
 * code units each.
 */
const SUPPLEMENT_PAIRS =
  '⺁厂⺈刀⺊卜⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺢氺⺧牛⺩王⺪疋⺬示⺮竹⺶羊⺹耂⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const SUPPLEMENT = new Map(
  Array.from(SUPPLEMENT_PAIRS.matchAll(/(.)(.)/gu), ([, radical = '', word = '']) => [
    radical,
    word,
  ]),
);
const ANY = /[\u2e80-\u2fd5]/u;

/**
 * A text with the words that radicals stand for: `泰晤⼠河⽔闸` → `泰晤士河水闸`. PDF files that
 * browsers write are full of them, since fonts draw both with the same shape. Same length, so every
 * place in the text is what it was.
 */
export function replaceRadicals(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(KANGXI, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (radical) => SUPPLEMENT.get(radical) ?? radical);
}
