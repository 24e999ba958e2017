/**
 * The memory of all arrays in a message, to be handed over to another thread instead of copied. The
 * sender cannot use them afterwards. Memory that threads share is not among it.
 */
export function ownedBuffers(message: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
      return;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(message);
  return [...buffers];
}
