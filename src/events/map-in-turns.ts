import { createTurns } from './turns.ts';

/**
 * `items.map(map)` for long lists: work beside it, and signals, come in between.
 * @throws the signal's reason when it aborts
 */
export async function mapInTurns<Item, Value>(
  items: readonly Item[],
  map: (item: Item, index: number) => Value,
  signal?: AbortSignal,
): Promise<Value[]> {
  const turns = createTurns(signal);
  const values: Value[] = [];
  for (const [index, item] of items.entries()) {
    values.push(map(item, index));
    await turns.next();
  }
  return values;
}
