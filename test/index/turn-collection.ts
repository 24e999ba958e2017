import { type Collection, collectionOf } from './sample-collection.ts';

/** So many that some hundred vectors are enough for a graph. */
export const DIMENSIONS = 1_024;

/** A collection whose every article names it, so that a mixture of two would be seen. */
export function turnCollection(name: 'even' | 'odd', size: number): Collection {
  return collectionOf(
    Array.from({ length: size }, (_, number) => ({
      title: `${name} ${size}`,
      body: `${name} ${number}:上海合作组织成员国国防部长会议在青岛举行,第${number * 31}号公报。`,
    })),
  );
}
