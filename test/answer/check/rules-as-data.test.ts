import { describe, expect, it } from 'vitest';
import { FRAME_RULES, withoutFrames } from '../../../src/answer/check/frames.ts';
import { findOpposite, findOther, OPPOSITIONS } from '../../../src/answer/check/opposites.ts';
import { findRoles, ROLES } from '../../../src/language/names/roles.ts';

describe('every rule on its examples and counter-examples', () => {
  it.each(ROLES.flatMap(({ id, examples }) => examples.map((text) => [id, text] as const)))(
    '%s reads %s',
    (id, text) => expect(findRoles(text).map((role) => role.id)).toContain(id),
  );

  it.each(ROLES.flatMap(({ id, not = [] }) => not.map((text) => [id, text] as const)))(
    '%s does not read %s',
    (id, text) => expect(findRoles(text).map((role) => role.id)).not.toContain(id),
  );

  it.each(
    OPPOSITIONS.flatMap(({ id, examples }) => examples.map((pair) => [id, ...pair] as const)),
  )('%s: “%s” contradicts “%s”', (_, claim, quote) =>
    expect(findOpposite(claim, quote)).not.toBeNull(),
  );

  it.each(OPPOSITIONS.flatMap(({ id, not = [] }) => not.map((pair) => [id, ...pair] as const)))(
    '%s: “%s” does not contradict “%s”',
    (_, claim, quote) => expect(findOpposite(claim, quote)).toBeNull(),
  );

  it.each([
    ['海浪警报升级为红色', '海浪警报升级为橙色', '红色'],
    ['growers blamed frost', 'blaming drought in the south', 'frost'],
    ['The finance ministry offered it', '农业部提出', 'finance'],
    ['警报升级为橙色', '海浪警报升级为橙色', null],
    ['The police said so', 'Officials said so', null],
  ])('“%s” beside “%s” names another thing: %s', (claim, quote, other) =>
    expect(findOther(claim, quote)).toBe(other),
  );

  it.each(
    FRAME_RULES.flatMap(({ id, examples }) => examples.map((pair) => [id, ...pair] as const)),
  )('%s leaves of “%s” only “%s”', (_, sentence, rest) =>
    expect(withoutFrames(sentence)).toBe(rest),
  );
});
