/** British words of the news, with the American ones; plurals and endings follow. */
const BRITISH =
  /^(?:(defen|offen|licen|preten)c(?=es?$|eless$)|(lab|fav|hon|harb|neighb|col|behavi|hum|rum|arm|flav|endeav|vap|savi)our|(cent|theat|met|lit|fib)re(?=s?$)|(program)me(?=s?$)|(cancel|travel|label|model|signal|fuel|counsel)l(?=ed$|ing$|er))/u;
/** -ise, -isation and the like, where American English has z. */
const ISE = /^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/u;
/** Words with an s in both spellings, by what stands before `is`. */
const S_IN_BOTH = new Set(
  (
    'adv advert appra bru chast circumc compr comprom conc cru dem desp dev disgu enterpr exc exerc ' +
    'expert franch improv likew lou mala merchand otherw parad porpo pra prec prem prom rev superv ' +
    'surpr telev torto treat turquo'
  ).split(' '),
);

/**
 * The American spelling of an English word, which is the one that the dictionary's glosses and the
 * word vectors know best; other words as they are.
 * @param word lower case
 */
export function americanSpelling(word: string): string {
  const ise = ISE.exec(word);
  if (ise !== null && !S_IN_BOTH.has(ise[1] ?? '')) return `${ise[1]}iz${ise[2]}`;
  return word.replace(BRITISH, (whole, ...groups) => {
    const [defence, our, re, programme, doubled] = groups as (string | undefined)[];
    if (defence !== undefined) return `${defence}s`;
    if (our !== undefined) return `${our}or`;
    if (re !== undefined) return `${re}er`;
    return programme ?? doubled ?? whole;
  });
}
