/**
 * The value at an index that must be there. Not for the innermost loops of a search: arrays of many
 * kinds pass through here, which makes it slower than a plain read.
 * @throws {RangeError} when it is not: a default in its place would silently change a result
 */
export function at<Value>(values: ArrayLike<Value>, index: number): Value {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`Expected an index below ${values.length}, got ${index}.`);
  }
  return value;
}

/**
 * The value of a key that must be there.
 * @throws {RangeError} when it is not
 */
export function valueAt<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`Expected a known key, got ${String(key)}.`);
  return value;
}

/** Of a longer list than this only distinct values are kept, and of those no more. */
const MAX_KEPT = 64;

/**
 * All values of a list of up to {@link MAX_KEPT}. Of a longer one those that differ, each where it
 * first stands; where these are still too many, the first and the last half of what is kept.
 */
export function boundDistinct<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly Value[] {
  if (values.length <= MAX_KEPT) return values;
  const byKey = new Map<string, Value>();
  for (const value of values) {
    const key = keyOf(value);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  const distinct = [...byKey.values()];
  if (distinct.length <= MAX_KEPT) return distinct;
  return [...distinct.slice(0, MAX_KEPT / 2), ...distinct.slice(-MAX_KEPT / 2)];
}
