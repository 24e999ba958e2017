/** Divisions of a country, from the largest down, which Chinese places end in. */
const DIVISIONS = ['省', '市', '县', '区', '州', '郡', '镇', '乡', '村'];
const ISLANDS_AND_WATERS = ['岛', '港', '河', '湖', '山', '海', '湾'];

/** One character that a kind of place is called by, as a suffix; for use inside a pattern. */
export const CHINESE_PLACE_SUFFIX = `(?:${[...DIVISIONS, ...ISLANDS_AND_WATERS].join('|')})`;

/** A Chinese word that is nothing but a kind of place, as it stands behind the place's name. */
export const CHINESE_PLACE_KIND = new RegExp(
  `^(?:${[
    ...DIVISIONS,
    ...ISLANDS_AND_WATERS,
    ...['江', '路', '街', '府', '群岛', '半岛', '海峡', '地区'],
  ].join('|')})$`,
  'u',
);

/** A Chinese word of three characters and more that ends in a kind of place: 沈阳市. */
export const CHINESE_PLACE_WORD = new RegExp(
  `(?<=..)(?:${[...DIVISIONS, '路', '街', '岛'].join('|')})$`,
  'u',
);

/** Words in lower case that end the English name of a place. */
export const ENGLISH_PLACE_ENDINGS: ReadonlySet<string> = new Set([
  ...['city', 'province', 'county', 'state', 'states', 'district', 'river', 'lake', 'lakes'],
  ...['sea', 'ocean', 'bay', 'gulf', 'strait', 'mountain', 'mountains', 'island', 'islands'],
  ...['peninsula', 'desert', 'valley', 'street', 'avenue', 'road', 'bridge', 'airport'],
  ...['station', 'park', 'square', 'region', 'republic', 'kingdom'],
]);

/** Words in lower case that open one: `North Macedonia`, `Lake Geneva`. */
export const ENGLISH_PLACE_OPENINGS: ReadonlySet<string> = new Set([
  ...['north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western', 'central'],
  ...['mount', 'lake', 'cape', 'fort', 'port', 'san', 'santa', 'st', 'saint', 'new'],
]);

/** Words in a dictionary's gloss of a name that say that it is a place's. */
export const GLOSSED_PLACE =
  /\b(?:capital|city|town|province|district|county|river|lake|island|peninsula|mountain|sea|port|prefecture|municipality)\b/iu;
