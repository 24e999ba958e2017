import type { FoundName } from '../../core/sentence.ts';

/** Keys that mean one bearer by themselves; a bare sound is shared by too many. */
const TELLING_KEY = /^(?:region|pinyin):/u;

export interface KeyedName extends FoundName {
  readonly keys: readonly string[];
}

/**
 * Which mentions of a text name the same bearer: for each mention the place of the first one of its
 * bearer. Two are the same when their words are, when they share a key of their country or their
 * syllables, or when a person's shorter name ends or begins a longer one (王毅 in 王毅外长, Lavrov).
 */
export function groupBearers(names: readonly KeyedName[]): number[] {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return names.map((name, place) => {
    const keys = name.keys.filter((key) => TELLING_KEY.test(key));
    const part = isPersonal(name) ? partOfEarlier(name, names, place) : undefined;
    const bearer =
      byText.get(name.text) ??
      keys.map((key) => byKey.get(`${name.kind} ${key}`)).find((found) => found !== undefined) ??
      (part === undefined ? undefined : byText.get(part)) ??
      place;
    if (!byText.has(name.text)) byText.set(name.text, bearer);
    for (const key of keys) {
      if (!byKey.has(`${name.kind} ${key}`)) byKey.set(`${name.kind} ${key}`, bearer);
    }
    return bearer;
  });
}

/** How many earlier names are looked at for a longer form. */
const MAX_LOOK_BACK = 64;

function partOfEarlier(
  name: FoundName,
  names: readonly FoundName[],
  place: number,
): string | undefined {
  const words = name.text.split(/[\s·•・]+/u);
  for (let at = place - 1; at >= Math.max(0, place - MAX_LOOK_BACK); at--) {
    const earlier = names[at];
    if (earlier === undefined || !isPersonal(earlier)) continue;
    const parts = earlier.text.split(/[\s·•・]+/u);
    if (parts.length > words.length && parts.at(-1) === words.at(-1)) return earlier.text;
  }
  return undefined;
}

/** A lone surname is often of no known kind. */
function isPersonal({ kind }: FoundName): boolean {
  return kind === 'person' || kind === 'other';
}
