import { ownText } from './own-text.ts';

/**
 * A pure function of one string that keeps its answers, at most twice `limit` of them, so that
 * memory stays bounded however long the process runs. Answers live in two generations: when the
 * young one is full it becomes the old one, and what is asked for again moves back. Frequent
 * words of a text therefore stay, and rare ones go.
 */
export function memoize<Value>(
  compute: (key: string) => Value,
  limit: number,
): (key: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (key) => {
    const recent = young.get(key);
    if (recent !== undefined) return recent;
    const earlier = old.get(key);
    const own = ownText(key);
    const answer = earlier === undefined ? compute(own) : earlier;
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(own, answer);
    return answer;
  };
}
