import type { z } from 'zod';
import { YinzhengError } from '../core/errors.ts';

/** Most faults of a request that one error lists. */
const LISTED_FAULTS = 3;

/**
 * Checks a body or a query against its form.
 * @throws {YinzhengError} `invalid-request`, naming the field at fault and what was expected
 */
export function readRequest<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(describeIssue);
  const detail = faults
    .slice(0, LISTED_FAULTS)
    .map(({ field, problem }) => (field === '' ? `${problem}.` : `"${field}": ${problem}.`))
    .join(' ');
  const field = faults[0]?.field ?? '';
  throw new YinzhengError('invalid-request', detail, field === '' ? {} : { field });
}

function describeIssue(issue: z.core.$ZodIssue): { field: string; problem: string } {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return { field: fieldName([...issue.path, key]), problem: 'this field is not known' };
  }
  return { field: fieldName(issue.path), problem: issue.message };
}

/** `messages[0].content`, as one would write it in JavaScript. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
