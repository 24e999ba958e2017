/** Milliseconds of work after which everything else on the thread gets its turn. */
const TURN = 20;

/**
 * `items.map(map)` for long lists: work beside it, and signals, come in between.
 * @throws the signal's reason when it aborts
 */
export async function mapInTurns<Item, Value>(
  items: readonly Item[],
  map: (item: Item, index: number) => Value,
  signal?: AbortSignal,
): Promise<Value[]> {
  const values: Value[] = [];
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    values.push(map(item, index));
    if (performance.now() - began < TURN) continue;
    await new Promise(setImmediate);
    signal?.throwIfAborted();
    began = performance.now();
  }
  return values;
}
