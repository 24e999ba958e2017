import type { Jieba } from '@node-rs/jieba';
import type { SentenceToken } from '../../core/sentence.ts';

export interface TaggedWord {
  readonly word: string;
  /** jieba's part of speech. */
  readonly tag: string;
}

/**
 * Cuts Chinese text into words with jieba's part-of-speech tags; the words join to the text.
 * @param tokens of the same text, where it was cut before: Chinese words are taken from them, and
 *   what stands between is handed over without jieba's tags, in other pieces perhaps
 */
export type TagWords = (text: string, tokens?: readonly CutWord[]) => readonly TaggedWord[];

/** A word that the tokenizer cut. */
export type CutWord = Pick<SentenceToken, 'start' | 'end' | 'kind' | 'normal'>;

/** jieba's tag of what it knows nothing of. */
const UNKNOWN = 'x';

/** What jieba cuts together with the Chinese characters beside it, and the letters among it. */
const CUT_TOGETHER = asciiTable(/[A-Za-z0-9+#&._%-]/u);
const LETTER = asciiTable(/[A-Za-z]/u);

/** Words kept in memory, which is most of those that news is written in. */
const CACHE_SIZE = 50_000;

/**
 * What `jieba.tag` gives. It reads a tag off the word alone and hands every word over in an object,
 * which costs more than the cutting; so it is asked only about words not met before: by themselves,
 * or in their text where they would be cut up by themselves.
 */
export function createTagger(jieba: Jieba): TagWords {
  const known = new Map<string, TaggedWord>();

  const learn = (text: string): TaggedWord[] => {
    if (known.size >= CACHE_SIZE) known.clear();
    const words = jieba.tag(text, true);
    for (const word of words) known.set(word.word, word);
    return words;
  };

  const tagged = (word: string): TaggedWord | undefined => {
    const met = known.get(word);
    if (met !== undefined) return met;
    learn(word);
    return known.get(word);
  };

  const cutAndTag = (text: string): readonly TaggedWord[] => {
    const words: TaggedWord[] = [];
    for (const word of jieba.cut(text, true)) {
      const found = tagged(word);
      if (found === undefined) return learn(text);
      words.push(found);
    }
    return words;
  };

  return (text, tokens) => {
    if (tokens === undefined || cutsOtherwise(text, tokens)) return cutAndTag(text);
    const words: TaggedWord[] = [];
    let last = 0;
    for (const { start, end, kind, normal } of tokens) {
      for (const word of text.slice(last, start)) words.push({ word, tag: UNKNOWN });
      last = end;
      const found =
        kind === 'han' ? tagged(normal) : { word: text.slice(start, end), tag: UNKNOWN };
      if (found === undefined) return cutAndTag(text);
      words.push(found);
    }
    for (const word of text.slice(last)) words.push({ word, tag: UNKNOWN });
    return words;
  };
}

/**
 * Whether jieba might cut the Chinese words of a text differently from the tokenizer, which hands
 * it Chinese characters alone: beside a letter, with which the dictionary has words (T恤), and beside
 * digits where two lone characters stand, about which it then asks its model.
 */
function cutsOtherwise(text: string, tokens: readonly CutWord[]): boolean {
  return tokens.some(({ start, end, kind }, at) => {
    if (kind !== 'han') return false;
    // Beyond the ends of the text there is no code unit, and none of the tables has a place.
    const before = text.charCodeAt(start - 1);
    const behind = text.charCodeAt(end);
    if (CUT_TOGETHER[before] !== 1 && CUT_TOGETHER[behind] !== 1) return false;
    if (LETTER[before] === 1 || LETTER[behind] === 1) return true;
    return (
      end - start === 1 &&
      ((CUT_TOGETHER[before] === 1 && isLoneAt(tokens[at + 1], end)) ||
        (CUT_TOGETHER[behind] === 1 && endsLoneAt(tokens[at - 1], start)))
    );
  });
}

/** For each ASCII code unit 1 where a pattern matches it: reading one makes no string. */
function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, unit) =>
    pattern.test(String.fromCharCode(unit)) ? 1 : 0,
  );
}

function isLoneAt(token: CutWord | undefined, start: number): boolean {
  return token?.kind === 'han' && token.start === start && token.end === start + 1;
}

function endsLoneAt(token: CutWord | undefined, end: number): boolean {
  return token?.kind === 'han' && token.end === end && token.start === end - 1;
}
