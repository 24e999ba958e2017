import { describe, expect, it } from 'vitest';
import { FRAME_RULES, withoutFrames } from '../../../src/answer/check/frames.ts';
import { areOpposed, findOpposite, OPPOSITIONS } from '../../../src/answer/check/opposites.ts';
import { hasHan } from '../../../src/language/characters/scripts.ts';
import { loadThesaurus } from '../../../src/language/dictionary/thesaurus.ts';
import { stemEnglish } from '../../../src/language/morphology/stems.ts';
import { findRoles, ROLES } from '../../../src/language/names/roles.ts';

const NO_ANTONYMS = { areAntonyms: () => false };
const wordOf = (word: string) => ({ normal: hasHan(word) ? word : stemEnglish(word) });

describe('every rule on its examples and counter-examples', () => {
  it.each(ROLES.flatMap(({ id, examples }) => examples.map((text) => [id, text] as const)))(
    '%s reads %s',
    (id, text) => expect(findRoles(text).map((role) => role.id)).toContain(id),
  );

  it.each(ROLES.flatMap(({ id, not = [] }) => not.map((text) => [id, text] as const)))(
    '%s does not read %s',
    (id, text) => expect(findRoles(text).map((role) => role.id)).not.toContain(id),
  );

  it.each(OPPOSITIONS.map((sides) => sides.map((words) => words.split(' '))))(
    'opposes every word of %s to every word of the other sides, and to none of its own',
    (...sides) => {
      for (const [i, words] of sides.entries()) {
        for (const [j, others] of sides.entries()) {
          const opposed = words.flatMap((one) =>
            others.map((two) => areOpposed(wordOf(one), wordOf(two), NO_ANTONYMS)),
          );
          expect(new Set(opposed)).toEqual(new Set([i !== j]));
        }
      }
    },
  );

  it.each([
    ['出口上升', '出口下降', '上升'],
    ['出口上升', '出口增加', null],
    ['单边主义得到遏制', '单边主义逆流滋长', '遏制'],
    ['The ministry granted the loans', 'The ministry rejected the request', 'granted'],
    ['渡轮停止运营', 'The ferry resumed service', '停止'],
    ['most escaped damage', 'most were unharmed', null],
  ])('“%s” beside “%s” says the opposite with %s', (claim, quote, opposite) =>
    expect(findOpposite(claim, quote)).toBe(opposite),
  );

  it('takes opposites from WordNet, by synonyms as well', () => {
    const thesaurus = loadThesaurus();
    expect(areOpposed(wordOf('alive'), wordOf('dead'), thesaurus)).toBe(true);
    expect(areOpposed(wordOf('alive'), wordOf('table'), thesaurus)).toBe(false);
  });

  it.each(
    FRAME_RULES.flatMap(({ id, examples }) => examples.map((pair) => [id, ...pair] as const)),
  )('%s leaves of “%s” only “%s”', (_, sentence, rest) =>
    expect(withoutFrames(sentence)).toBe(rest),
  );
});
