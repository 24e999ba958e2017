import type { Span } from '../../core/span.ts';

/** Regions that Chinese news writes with one character, by ISO 3166 code; some share theirs. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  中: ['CN'],
  美: ['US'],
  俄: ['RU'],
  英: ['GB'],
  法: ['FR'],
  德: ['DE'],
  日: ['JP'],
  韩: ['KR'],
  朝: ['KP'],
  印: ['IN', 'ID'],
  巴: ['PK', 'BR', 'PS'],
  伊: ['IR', 'IQ'],
  以: ['IL'],
  乌: ['UA', 'UZ'],
  土: ['TR', 'TM'],
  澳: ['AU', 'MO'],
  加: ['CA'],
  欧: ['EU'],
  越: ['VN'],
  菲: ['PH'],
  泰: ['TH'],
  蒙: ['MN'],
  哈: ['KZ'],
  吉: ['KG'],
  塔: ['TJ'],
  白: ['BY'],
  沙: ['SA'],
  埃: ['EG'],
  阿: ['AF', 'AR', 'AZ', 'AE'],
  缅: ['MM'],
  柬: ['KH'],
  马: ['MY'],
  新: ['SG', 'NZ'],
  意: ['IT'],
  西: ['ES'],
  波: ['PL'],
  叙: ['SY'],
  台: ['TW'],
  港: ['HK'],
};

const CHARACTERS = Object.keys(REGIONS).join('');
/** 中方, 印媒, 美军, 俄防长; 中印, 美日韩; 访华, 在华. */
const ABBREVIATION = new RegExp(
  `[${CHARACTERS}](?=方|媒|军|籍|企|商|资|国防|防长|外长|总统|总理|国务)|(?<![\\p{Script=Han}&&[^与和对同在驻]])[${CHARACTERS}]{2,3}(?=[^\\p{Script=Han}]|$|两国|双方|三方|边境|关系|合作|会谈|会晤|贸易|双边|是|应|在|有|之间|加强|友谊|铁杆|冲突|边界|经贸|军队|防长|外长|领导人|元首)|[${CHARACTERS}]{2}(?=两国|双方|边境|边界|关系|经贸|冲突)|(?<=[访来在驻对援涉])华(?=[\\p{P}的出参访投首]|$)|我国`,
  'gv',
);

/** A region that a Chinese text names by one character, with the countries it may be. */
export interface AbbreviatedRegion {
  readonly start: number;
  readonly end: number;
  /** ISO 3166 codes. */
  readonly codes: readonly string[];
}

/** Regions that a Chinese text names by one character (中方, 中印, 访华, 我国), in order. */
export function abbreviatedRegionMentions(text: string): readonly AbbreviatedRegion[] {
  return [...text.matchAll(ABBREVIATION)].flatMap(({ 0: abbreviation, index }) => {
    if (abbreviation === '我国' || abbreviation === '华') {
      return [{ start: index, end: index + abbreviation.length, codes: ['CN'] }];
    }
    return [...abbreviation].map((character, i) => ({
      start: index + i,
      end: index + i + 1,
      codes: REGIONS[character] ?? [],
    }));
  });
}

/** For each region that a Chinese text names by one character, what it may be. */
export function abbreviatedRegions(text: string): readonly (readonly string[])[] {
  return abbreviatedRegionMentions(text).map(({ codes }) => codes);
}

const SIDE = new RegExp(`[${CHARACTERS}](?:方|媒|军)(?!向|面|法|式|便)`, 'gu');

/** Where a text names one region by one character and a word for a side: 中方, 印媒, 俄军. */
export function findRegionSides(text: string): readonly (Span & { readonly text: string })[] {
  return Array.from(text.matchAll(SIDE), ({ index, 0: side }) => ({
    start: index,
    end: index + side.length,
    text: side,
  }));
}

/** Whether a word may be read as several regions beside each other: 巴中, 中印. */
export function isRegionAbbreviations(word: string): boolean {
  return word.length > 1 && [...word].every((character) => Object.hasOwn(REGIONS, character));
}
