import type { z } from 'zod';

/** Where an answer is not as it should be, as one would write it: `data[0].embedding`. */
export function describePlace({ issues }: z.ZodError): string {
  const path = issues[0]?.path ?? [];
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
  return place === '' ? 'its top' : `"${place}"`;
}
