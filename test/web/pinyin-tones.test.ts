import { expect, it } from 'vitest';
import { markTones } from '../../web/src/text/pinyin-tones.ts';

it.each([
  ['Shang4 hai3', 'Shàng hǎi'],
  ['Qing1 dao3', 'Qīng dǎo'],
  ['nu:3 xing4', 'nǚ xìng'],
  ['hui4 wu4', 'huì wù'],
  ['liu2 xue2', 'liú xué'],
  ['lou2 de5', 'lóu de'],
  ['E4 luo2 si1', 'È luó sī'],
  ['er2 r5', 'ér r'],
  ['A B', 'A B'],
])('%s is %s', (numbered, marked) => {
  expect(markTones(numbered)).toBe(marked);
});
