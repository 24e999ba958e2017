import type { Language } from '../core/article.ts';
import type {
  AnnotatedText,
  Annotator,
  DateMention,
  Sentence,
  SentenceToken,
} from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { findDates } from './dates/dates.ts';
import { findAttribution } from './discourse/attribution.ts';
import { findNegations } from './discourse/negations.ts';
import { findQuotations } from './discourse/quotations.ts';
import { type BareSentence, type Layer, type LayerName, orderLayers } from './layers.ts';
import { groupBearers } from './names/bearers.ts';
import type { NameAnalyzer } from './names/names.ts';
import { findNumbers } from './numbers/numbers.ts';
import { HEAD_REACH, readQuantity } from './numbers/quantities.ts';
import { splitByRole } from './segment/sentence-roles.ts';
import type { TextAnalyzer } from './terms/text-analyzer.ts';

/** Raise it when a change of code changes how texts are cut or which role a sentence has. */
const SPLITTING_VERSION = 1;

export interface AnnotatorDeps {
  readonly analyzer: Pick<TextAnalyzer, 'words' | 'plain' | 'fingerprint'>;
  readonly names: NameAnalyzer;
}

/** Keeps the types of a layer's reading and its needs together. */
function layer<Adds extends LayerName, Needs extends LayerName = never>(
  adds: Adds,
  needs: readonly Needs[],
  version: number,
  read: Layer<Adds, Needs>['read'],
): Layer {
  return { adds, needs, version, read: read as unknown as Layer['read'] };
}

function createLayers({ analyzer, names }: AnnotatorDeps): readonly Layer[] {
  return orderLayers([
    layer('tokens', [], 1, (_, sentences) => sentences.map(({ text }) => analyzer.words(text))),
    layer('dates', [], 1, readDates),
    layer('quotations', [], 1, (_, sentences) =>
      sentences.map(({ text }) => findQuotations(text).map(({ start, end }) => ({ start, end }))),
    ),
    layer('negations', [], 1, (_, sentences) => sentences.map(({ text }) => findNegations(text))),
    layer('quantities', ['tokens', 'dates'], 1, (_, sentences) =>
      sentences.map(({ text, tokens, dates }) =>
        findNumbers(text, dates).map((number) =>
          readQuantity(number, text, tokensFrom(tokens, number.end, HEAD_REACH)),
        ),
      ),
    ),
    layer('names', ['tokens', 'dates'], 2, (_, sentences) => readNames(sentences, names, analyzer)),
    layer('attribution', ['names', 'quotations'], 1, (_, sentences) =>
      sentences.map(({ text, language, names: found, quotations }) =>
        findAttribution(text, language, found, quotations),
      ),
    ),
  ]);
}

/** Dates are read over the whole text, because 次日 counts from a date sentences before. */
function readDates(
  { text, language, reference }: AnnotatedText,
  sentences: readonly BareSentence[],
): DateMention[][] {
  const dates = findDates(text, { language, reference });
  let next = 0;
  return sentences.map(({ start, end }) => {
    const own: DateMention[] = [];
    while (next < dates.length && (dates[next]?.start ?? 0) < start) next++;
    for (let date = dates[next]; date !== undefined && date.end <= end; date = dates[++next]) {
      own.push({ ...date, start: date.start - start, end: date.end - start });
    }
    return own;
  });
}

function readNames(
  sentences: readonly (BareSentence & Pick<Sentence, 'tokens' | 'dates'>)[],
  analyzer: NameAnalyzer,
  words: Pick<TextAnalyzer, 'plain'>,
): Sentence['names'][] {
  const found = sentences.map(({ text, language, tokens, dates }) =>
    // Names are known in Simplified characters; the offsets hold on both.
    analyzer
      .findNames(words.plain(text), language, tokens)
      // A month is part of a date, whatever its capital says.
      .filter(notWithin(dates))
      .map((name) => ({
        start: name.start,
        end: name.end,
        kind: name.kind,
        text: text.slice(name.start, name.end),
        keys: analyzer.keysOf(name),
      })),
  );
  const bearers = groupBearers(found.flat());
  let place = 0;
  return found.map((names) =>
    names.map((name) => {
      const bearer = bearers[place] ?? place;
      place++;
      return { ...name, bearer };
    }),
  );
}

/** Tells of spans in order which lie within none of others, which are in order and apart. */
function notWithin(others: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++;
    const other = others[next];
    return other === undefined || start < other.start || other.end < end;
  };
}

/** Tokens that begin at a place or at most `reach` behind it; found without reading all before. */
function tokensFrom(
  tokens: readonly SentenceToken[],
  place: number,
  reach: number,
): readonly SentenceToken[] {
  const first = firstFrom(tokens, place);
  let end = first;
  while ((tokens[end]?.start ?? Infinity) <= place + reach) end++;
  return tokens.slice(first, end);
}

/** Position of the first of spans in order that begins at a place or behind it. */
function firstFrom(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one way in which texts are read: cut into sentences, then layer by layer. */
export function createAnnotator(deps: AnnotatorDeps): Annotator {
  const layers = createLayers(deps);
  const versions = layers.map(({ adds, version }) => `${adds}${version}`).join(' ');
  return {
    fingerprint: `sentences${SPLITTING_VERSION} ${versions} ${deps.analyzer.fingerprint}`,
    annotate(source) {
      // Each layer fills one field; `orderLayers` has made sure that all are filled in the end.
      const sentences = bareSentences(source, source.language) as unknown as readonly Sentence[];
      for (const { adds, read } of layers) {
        const values = read(source, sentences);
        for (const [i, sentence] of sentences.entries()) {
          Object.assign(sentence, { [adds]: values[i] });
        }
      }
      return sentences;
    },
  };
}

function bareSentences(source: AnnotatedText, language: Language): BareSentence[] {
  return splitByRole(source).map(({ start, end, role }, index) => ({
    index,
    start,
    end,
    text: source.text.slice(start, end),
    language,
    role,
  }));
}
