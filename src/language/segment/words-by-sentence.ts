import type { Token } from '../terms/text-analyzer.ts';
import { splitSentences } from './sentences.ts';

/**
 * Content words of each sentence of a text, in order, in their normal form.
 * @param tokens of the text, in order
 */
export function wordsBySentence(text: string, tokens: readonly Token[]): string[][] {
  let next = 0;
  return splitSentences(text).map(({ end }) => {
    const words: string[] = [];
    for (let token = tokens[next]; token !== undefined && token.start < end; token = tokens[next]) {
      if (!token.stop) words.push(token.normal);
      next++;
    }
    return words;
  });
}
