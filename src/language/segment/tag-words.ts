import type { Jieba } from '@node-rs/jieba';

export interface TaggedWord {
  readonly word: string;
  /** jieba's part of speech. */
  readonly tag: string;
}

/** Cuts Chinese text into words with jieba's part-of-speech tags; the words join to the text. */
export type TagWords = (text: string) => readonly TaggedWord[];

/** Words kept in memory, which is most of those that news is written in. */
const MOST_KEPT = 100_000;

/**
 * What `jieba.tag` gives. It reads a tag off the word alone and hands every word over in an object,
 * which costs more than the cutting; so it is asked only about words not met before: by themselves,
 * or in their text where they would be cut up by themselves.
 */
export function createTagger(jieba: Jieba): TagWords {
  const known = new Map<string, TaggedWord>();

  const learn = (text: string): TaggedWord[] => {
    if (known.size >= MOST_KEPT) known.clear();
    const words = jieba.tag(text, true);
    for (const word of words) known.set(word.word, word);
    return words;
  };

  return (text) => {
    const words: TaggedWord[] = [];
    for (const word of jieba.cut(text, true)) {
      let tagged = known.get(word);
      if (tagged === undefined) {
        learn(word);
        tagged = known.get(word);
      }
      if (tagged === undefined) return learn(text);
      words.push(tagged);
    }
    return words;
  };
}
