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
