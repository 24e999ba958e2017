const KINDS = { space: 1, han: 2, latin: 3, digit: 4, other: 5 } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Latin letters that a token holds. */
const LETTERS = 5;

/** What is known of each UTF-16 code unit; 0 where nothing is yet. */
const known = new Uint8Array(2 ** 16);

/**
 * About how many tokens a model counts in a text, on the high side. Byte-pair vocabularies of
 * multilingual models give a Chinese character 0.6 to 1.1 tokens and an English word some 1.3
 * (one for each four letters); digits go in threes at best, marks one by one.
 *
 * The thread that listens counts whole conversations: it looks at each code unit once.
 */
export function approximateTokens(text: string): number {
  let [han, latin, digits, other, letters] = [0, 0, 0, 0, 0];
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    const kind = known[unit] || learnKind(unit);
    if (kind === KINDS.latin) {
      if (letters % LETTERS === 0) latin += 1;
      letters += 1;
      continue;
    }
    letters = 0;
    if (kind === KINDS.han) han += 1;
    else if (kind === KINDS.digit) digits += 1;
    else if (kind === KINDS.other) other += 1;
  }
  return Math.ceil(han * 1.1 + latin * 1.1 + digits * 0.7 + other);
}

function learnKind(unit: number): Kind {
  const kind = kindOf(unit);
  known[unit] = kind;
  return kind;
}

function kindOf(unit: number): Kind {
  // A pair of surrogates counts by its first half, and planes 2 and 3 are Chinese.
  if (unit >= 0xdc00 && unit <= 0xdfff) return KINDS.space;
  if (unit >= 0xd800 && unit <= 0xdbff)
    return unit >= 0xd840 && unit < 0xd8c0 ? KINDS.han : KINDS.other;
  const character = String.fromCharCode(unit);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return KINDS.han;
  if (/\p{Script=Latin}/u.test(character)) return KINDS.latin;
  if (/\d/u.test(character)) return KINDS.digit;
  return /\s/u.test(character) ? KINDS.space : KINDS.other;
}
