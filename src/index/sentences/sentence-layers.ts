import type {
  Attribution,
  DateBasis,
  DateGranularity,
  DateMention,
  NameKind,
  Negation,
  NumberKind,
  Quantity,
  Sentence,
  SentenceName,
  SentenceRole,
  SentenceToken,
  WordKind,
} from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { NumberReader, NumberStream } from '../columns/number-stream.ts';

// The order of these lists is what the files of a snapshot hold: a new entry goes to the end, and
// the format's number up.
const ROLES: readonly SentenceRole[] = ['prose', 'headline', 'dateline', 'list-item', 'furniture'];
const WORD_KINDS: readonly WordKind[] = ['han', 'letters', 'number'];
/** The bit of a word's flags that a stop word has. */
export const STOP_WORD = 1;
const GRANULARITIES: readonly DateGranularity[] = [
  'day',
  'week',
  'month',
  'quarter',
  'half-year',
  'year',
  'decade',
  'century',
  'range',
  'vague',
];
const BASES: readonly (DateBasis | null)[] = [null, 'written', 'reference-date', 'previous-date'];
const NUMBER_KINDS: readonly NumberKind[] = [
  'cardinal',
  'ordinal',
  'percent',
  'percentage-points',
  'money',
  'fraction',
  'multiple',
];
const NAME_KINDS: readonly NameKind[] = ['person', 'place', 'organization', 'other'];

export function placeOfRole(role: SentenceRole): number {
  return placeOf(ROLES, role);
}

export function roleAt(place: number): SentenceRole {
  return entryAt(ROLES, place);
}

/** What a word is beside its normal form, as a number below 8. */
export function wordFlags({ kind, stop }: Pick<SentenceToken, 'kind' | 'stop'>): number {
  return 2 * placeOf(WORD_KINDS, kind) + (stop ? STOP_WORD : 0);
}

export function wordOfFlags(flags: number): Pick<SentenceToken, 'kind' | 'stop'> {
  return { kind: entryAt(WORD_KINDS, flags >> 1), stop: (flags & STOP_WORD) !== 0 };
}

/** The layers that are kept in the stream; tokens have columns of their own. */
export type StreamedLayers = Pick<
  Sentence,
  'dates' | 'quantities' | 'names' | 'quotations' | 'negations' | 'attribution'
>;

/** Takes a text that many sentences share: a key, a day, a unit. */
export type WriteText = (text: string) => void;

/** Gives the texts back in the order they were written. */
export type ReadText = () => string;

/** Writes layers so that `readLayers` makes the same of them. */
export function writeLayers(layers: StreamedLayers, out: NumberStream, writeText: WriteText): void {
  const { dates, quantities, names, quotations, negations, attribution } = layers;
  writeList(dates, out, (date) => writeDate(date, out, writeText));
  writeList(quantities, out, (quantity) => writeQuantity(quantity, out, writeText));
  writeList(names, out, (name) => writeName(name, out, writeText));
  writeList(quotations, out, (span) => writeSpan(span, out));
  writeList(negations, out, (negation) => writeNegation(negation, out));
  writeAttribution(attribution, out);
}

/** @param text of the sentence, which the layers are slices of */
export function readLayers(
  text: string,
  numbers: NumberReader,
  readText: ReadText,
): StreamedLayers {
  return {
    dates: readList(numbers, () => readDate(text, numbers, readText)),
    quantities: readList(numbers, () => readQuantity(text, numbers, readText)),
    names: readList(numbers, () => readName(text, numbers, readText)),
    quotations: readList(numbers, () => readSpan(numbers)),
    negations: readList(numbers, () => readNegation(numbers)),
    attribution: readAttribution(numbers),
  };
}

/** The keys of all names, in order, as `readLayers` would give them; nothing else is made. */
export function readNameKeys(numbers: NumberReader, readText: ReadText): string[] {
  for (let left = numbers.read(); left > 0; left--) {
    numbers.skip(3);
    const flags = numbers.read();
    for (const bit of DATE_TEXTS) if ((flags & (4 << bit)) !== 0) readText();
  }
  for (let left = numbers.read(); left > 0; left--) {
    numbers.skip(2);
    const flags = numbers.read();
    readText();
    for (const bit of QUANTITY_TEXTS) if ((flags & (8 << bit)) !== 0) readText();
  }
  const keys: string[] = [];
  for (let left = numbers.read(); left > 0; left--) {
    numbers.skip(4);
    for (let own = numbers.read(); own > 0; own--) keys.push(readText());
  }
  return keys;
}

/** Bits of the flags of a date, and of a quantity, that tell of a text. */
const DATE_TEXTS = [2, 3] as const;
const QUANTITY_TEXTS = [1, 2] as const;

function writeDate(date: DateMention, out: NumberStream, writeText: WriteText): void {
  const { from, to, granularity, relative, certain, basis } = date;
  writeSpan(date, out);
  out.write(placeOf(GRANULARITIES, granularity));
  // Two bits for what the date rests on, then one for each thing that is true of it.
  const flags = [relative, certain, from !== null, to !== null && to !== from, to === null];
  out.write(flags.reduce((sum, flag, bit) => sum + (flag ? 4 << bit : 0), placeOf(BASES, basis)));
  if (from !== null) writeText(from);
  if (to !== null && to !== from) writeText(to);
}

function readDate(text: string, numbers: NumberReader, readText: ReadText): DateMention {
  const { start, end } = readSpan(numbers);
  const granularity = entryAt(GRANULARITIES, numbers.read());
  const flags = numbers.read();
  const is = (bit: number) => (flags & (4 << bit)) !== 0;
  const from = is(2) ? readText() : null;
  const other = is(3) ? readText() : null;
  return {
    start,
    end,
    expression: text.slice(start, end),
    from,
    to: is(4) ? null : (other ?? from),
    granularity,
    relative: is(0),
    certain: is(1),
    basis: entryAt(BASES, flags & 3),
  };
}

function writeQuantity(quantity: Quantity, out: NumberStream, writeText: WriteText): void {
  const { value, kind, unit, head, approximate } = quantity;
  writeSpan(quantity, out);
  const flags = [approximate, unit !== null, head !== null];
  out.write(
    flags.reduce((sum, flag, bit) => sum + (flag ? 8 << bit : 0), placeOf(NUMBER_KINDS, kind)),
  );
  // A number's shortest text reads back as the same number.
  writeText(String(value));
  if (unit !== null) writeText(unit);
  if (head !== null) writeText(head);
}

function readQuantity(text: string, numbers: NumberReader, readText: ReadText): Quantity {
  const { start, end } = readSpan(numbers);
  const flags = numbers.read();
  const is = (bit: number) => (flags & (8 << bit)) !== 0;
  return {
    start,
    end,
    text: text.slice(start, end),
    value: Number(readText()),
    kind: entryAt(NUMBER_KINDS, flags & 7),
    unit: is(1) ? readText() : null,
    head: is(2) ? readText() : null,
    approximate: is(0),
  };
}

function writeName(name: SentenceName, out: NumberStream, writeText: WriteText): void {
  writeSpan(name, out);
  out.write(placeOf(NAME_KINDS, name.kind));
  out.write(name.bearer);
  writeList(name.keys, out, writeText);
}

function readName(text: string, numbers: NumberReader, readText: ReadText): SentenceName {
  const { start, end } = readSpan(numbers);
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: entryAt(NAME_KINDS, numbers.read()),
    bearer: numbers.read(),
    keys: readList(numbers, readText),
  };
}

function writeNegation(negation: Negation, out: NumberStream): void {
  writeSpan(negation, out);
  writeSpan(negation.scope, out);
  out.write(negation.hard ? 1 : 0);
}

function readNegation(numbers: NumberReader): Negation {
  const { start, end } = readSpan(numbers);
  return { start, end, scope: readSpan(numbers), hard: numbers.read() === 1 };
}

function writeAttribution(attribution: Attribution | null, out: NumberStream): void {
  out.write(attribution === null ? 0 : attribution.speaker === null ? 1 : 2);
  if (attribution === null) return;
  writeSpan(attribution.verb, out);
  writeSpan(attribution.content, out);
  if (attribution.speaker !== null) writeSpan(attribution.speaker, out);
}

function readAttribution(numbers: NumberReader): Attribution | null {
  const form = numbers.read();
  if (form === 0) return null;
  const verb = readSpan(numbers);
  const content = readSpan(numbers);
  return { speaker: form === 2 ? readSpan(numbers) : null, verb, content };
}

function writeSpan({ start, end }: Span, out: NumberStream): void {
  out.write(start);
  out.write(end - start);
}

function readSpan(numbers: NumberReader): Span {
  const start = numbers.read();
  return { start, end: start + numbers.read() };
}

function writeList<Item>(
  items: readonly Item[],
  out: NumberStream,
  write: (item: Item) => void,
): void {
  out.write(items.length);
  for (const item of items) write(item);
}

function readList<Item>(numbers: NumberReader, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = numbers.read(); left > 0; left--) items.push(read());
  return items;
}

function placeOf<Entry>(list: readonly Entry[], entry: Entry): number {
  const place = list.indexOf(entry);
  if (place < 0) throw new RangeError(`Expected one of ${list.join(', ')}, got ${String(entry)}.`);
  return place;
}

/** @throws {RangeError} where a list has no such place: the file was not written by this code */
function entryAt<Entry>(list: readonly Entry[], place: number): Entry {
  if (place >= list.length)
    throw new RangeError(`Expected a place below ${list.length}, got ${place}.`);
  return list[place] as Entry;
}
