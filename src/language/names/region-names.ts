import type { SentenceName } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';

/** A country, territory or union by its ISO 3166 code, as CLDR names it in both languages. */
export interface RegionNames {
  /** Code of a whole name in either language, case-insensitive; null when it names no region. */
  codeOf(name: string): string | null;
  /** Length of the longest Chinese region name that starts here, 0 when none does. */
  lengthAt(text: string, start: number): number;
}

const NOT_REGIONS = new Set(['XA', 'XB', 'ZZ', 'EZ', 'QO', 'UN']);

/** Keys of the country that Chinese names need no word for. */
const CHINA: ReadonlySet<string> = new Set(
  ['CN', 'HK', 'MO', 'TW'].map((code) => `region:${code}`),
);

/** Whether the keys of a name make it one of a country other than China. */
export function isAbroad({ keys }: Pick<SentenceName, 'keys'>): boolean {
  return keys.some((key) => key.startsWith('region:') && !CHINA.has(key));
}

/** Names in common use beside those of CLDR. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ['U.S.', 'USA', 'U.S.A.', 'America', 'United States of America', '美利坚合众国'],
  GB: ['U.K.', 'Britain', 'Great Britain', '联合王国', '大不列颠', '英国'],
  CN: ['PRC', "People's Republic of China", '中华人民共和国'],
  RU: ['Russian Federation', '俄罗斯联邦', '俄国'],
  KP: ['DPRK', '北韩'],
  KR: ['Republic of Korea', '南韩', '大韩民国'],
  AE: ['UAE', 'Emirates', '阿联酋'],
  BA: ['波黑', 'Bosnia and Herzegovina'],
  BD: ['孟加拉'],
  CD: ['DR Congo', 'DRC', 'Democratic Republic of the Congo', '民主刚果'],
  CG: ['Congo', 'Republic of the Congo', '刚果'],
  CI: ['Ivory Coast', "Cote d'Ivoire", '象牙海岸'],
  CV: ['Cabo Verde'],
  CZ: ['Czech Republic', '捷克共和国'],
  ID: ['印尼'],
  KG: ['吉尔吉斯', 'Kyrgyz Republic'],
  LA: ['寮国'],
  MK: ['Macedonia', '马其顿'],
  NL: ['Holland'],
  NZ: ['纽西兰'],
  PS: ['Palestine', '巴勒斯坦'],
  SA: ['沙特'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey', 'Turkiye'],
  VA: ['Vatican'],
};

/** Peoples and adjectives that no rule makes from the region's name. */
const ADJECTIVES: Readonly<Record<string, readonly string[]>> = {
  AR: ['Argentine'],
  BE: ['Belgian'],
  BR: ['Brazilian'],
  BY: ['Belarusian', 'Belarussian'],
  CA: ['Canadian'],
  CH: ['Swiss'],
  CN: ['Chinese'],
  CZ: ['Czech'],
  DE: ['German', 'Germans'],
  DK: ['Danish', 'Danes'],
  EG: ['Egyptian'],
  ES: ['Spanish', 'Spaniard'],
  FI: ['Finnish', 'Finns'],
  FR: ['French'],
  GB: ['British', 'Briton', 'Britons'],
  GR: ['Greek', 'Greeks'],
  HU: ['Hungarian'],
  IE: ['Irish'],
  IQ: ['Iraqi'],
  IS: ['Icelandic'],
  IT: ['Italian'],
  JP: ['Japanese'],
  KG: ['Kyrgyz'],
  KR: ['South Korean'],
  KP: ['North Korean'],
  MM: ['Burmese'],
  MX: ['Mexican'],
  NL: ['Dutch'],
  NO: ['Norwegian'],
  PE: ['Peruvian'],
  PH: ['Filipino', 'Philippine'],
  PL: ['Polish', 'Poles'],
  PT: ['Portuguese'],
  SA: ['Saudi'],
  SE: ['Swedish', 'Swedes'],
  TH: ['Thai'],
  TR: ['Turkish', 'Turks'],
  UA: ['Ukrainian'],
  VN: ['Vietnamese'],
};

/** `Uzbekistan` → `Uzbekistani`, `Uzbek`; `Russia` → `Russian`; `Iran` → `Iranian`. */
function regularAdjectives(name: string): string[] {
  if (/\s/u.test(name)) return [];
  if (name.endsWith('istan')) return [`${name}i`, name.slice(0, -5)];
  if (name.endsWith('stan')) return [`${name}i`];
  if (name.endsWith('a')) return [`${name}n`, `${name}ns`, `${name.slice(0, -1)}ian`];
  if (/(?:n|l|t|r)$/u.test(name)) return [`${name}ian`, `${name}ians`, `${name}i`, `${name}ese`];
  return [];
}

/** `Bosnia & Herzegovina` and `Myanmar (Burma)` in all the forms they are written in. */
function variants(name: string): string[] {
  const plain = name.replace(/ ?[(（].*[)）]/gu, '');
  const inner = /[(（]([^)）]{3,})[)）]/u.exec(name)?.[1];
  const forms = [name, plain, ...(inner === undefined ? [] : [inner])];
  return forms.flatMap((form) => [
    form,
    form.replace(/&/gu, 'and').replace(/\bSt\./gu, 'Saint'),
    form.normalize('NFD').replace(/\p{M}/gu, ''),
  ]);
}

/** 吉尔吉斯共和国, 沙特王国: a country's name in full. */
const FULL_STYLE = /(?<=\p{Script=Han}{2})(?:伊斯兰|人民|联邦|民主)*(?:共和国|王国|联邦)$/u;

function normalize(name: string): string {
  return name.toLowerCase().replace(/^the /u, '').replace(/’/gu, "'").trim();
}

/** Reads the names of all regions from the platform's own CLDR data. Deterministic per platform. */
export function createRegionNames(): RegionNames {
  const codes = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = normalize(name);
    if (key !== '' && !codes.has(key)) codes.set(key, code);
  };
  const displays = (['zh-Hans', 'en'] as const).flatMap((locale) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames([locale], { type: 'region', style }),
    ),
  );
  const regions = regionCodes();
  for (const code of regions) {
    for (const display of displays)
      for (const form of variants(display.of(code) ?? '')) add(form, code);
    for (const name of OTHER_NAMES[code] ?? []) add(name, code);
  }
  for (const code of regions) {
    for (const adjective of ADJECTIVES[code] ?? []) add(adjective, code);
    for (const adjective of regularAdjectives(displays[2]?.of(code) ?? '')) add(adjective, code);
  }

  const chineseByFirst = new Map<number, string[]>();
  for (const name of codes.keys()) {
    if (!hasHan(name[0] ?? '')) continue;
    const first = name.charCodeAt(0);
    const known = chineseByFirst.get(first);
    if (known === undefined) chineseByFirst.set(first, [name]);
    else known.push(name);
  }
  for (const names of chineseByFirst.values()) names.sort((a, b) => b.length - a.length);

  return {
    codeOf: (name) =>
      codes.get(normalize(name)) ?? codes.get(normalize(name.replace(FULL_STYLE, ''))) ?? null,
    lengthAt: (text, start) =>
      chineseByFirst.get(text.charCodeAt(start))?.find((name) => text.startsWith(name, start))
        ?.length ?? 0,
  };
}

/** Codes of today's regions: CLDR also knows aliases (UK) and former ones (SU). */
function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => {
      if (NOT_REGIONS.has(code) || display.of(code) === undefined) return false;
      return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
    });
}
