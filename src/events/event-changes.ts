import type { Article, Language } from '../core/article.ts';
import { CitationList } from '../core/citation-list.ts';
import type { EventChange, EventChanges, NewsEvent } from '../core/news-event.ts';
import { reportsEvent } from './detection/event-verbs.ts';
import { type Difference, findDifference } from './differences.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { facetOf } from './facets.ts';
import { mapInTurns } from './map-in-turns.ts';
import { readingNotices, readScope } from './read-scope.ts';
import {
  compareReported,
  type ReportedSentence,
  type SentenceReader,
} from './reported-sentence.ts';
import { isAlike, SAME_MATTER } from './sentence-similarity.ts';
import { findTolls, type TollCount, type TollSeries } from './tolls.ts';
import { createTurns } from './turns.ts';

export interface ChangesRequest {
  readonly event: NewsEvent;
  readonly articles: readonly Article[];
  /** Articles published before this day are the earlier ones; null: each against those before it. */
  readonly since: string | null;
  readonly language: Language;
  readonly readSentences: SentenceReader;
  readonly signal?: AbortSignal | undefined;
}

/** More than these are no answer to what has changed. */
const MAX_CHANGES = 12;
/** Sentences of an article in which its news stands. */
const MAX_PLACE = 8;

/**
 * What the later articles of an event alter of what the earlier ones said, and then what they add,
 * the weightiest first; at most twelve.
 * @throws the signal's reason when it aborts
 */
export async function findEventChanges(request: ChangesRequest): Promise<EventChanges> {
  const { event, articles, since, language, readSentences, signal } = request;
  const citations = new CitationList(language);
  const phrases = EVENT_PHRASES[language];
  const read = await readScope(articles, readSentences, signal);
  const sentences = read.sentences
    .filter(({ cut, place }) => !cut && place < MAX_PLACE)
    .sort(compareReported);
  const first = sentences[0]?.article.publishedAt ?? null;
  const isLater = ({ article: { publishedAt } }: ReportedSentence): boolean => {
    if (publishedAt === null) return false;
    return since === null ? publishedAt !== first : publishedAt.slice(0, 10) >= since;
  };
  const earlier = sentences.filter((sentence) => !isLater(sentence));
  const later = sentences.filter(isLater);
  const alterations = [
    ...findTolls(sentences).flatMap((series) => tollChange(series)),
    ...(await otherDifferences()),
  ].slice(0, MAX_CHANGES);
  const added = (await additions()).slice(0, MAX_CHANGES - alterations.length);
  const notices = readingNotices(read.articles.length, read.leftOut, language);
  return { event, since, changes: [...alterations, ...added], notices };

  /** The last count that was known before, against the newest. */
  function tollChange({ toll, counts }: TollSeries): EventChange[] {
    const newest = counts.at(-1);
    if (newest === undefined || !isLater(newest.sentence)) return [];
    const before = counts.findLast((count) =>
      since === null ? count !== newest : !isLater(count.sentence),
    );
    if (before === undefined) return [];
    return [
      alteration(
        phrases.tolls[toll],
        before.sentence,
        newest.sentence,
        writtenCount(before),
        writtenCount(newest),
      ),
    ];
  }

  async function otherDifferences(): Promise<EventChange[]> {
    const known = new Set<string>();
    const against = since === null ? sentences : earlier;
    const found = await mapInTurns(later, differencesOf, signal);
    return found.flat();

    function differencesOf(sentence: ReportedSentence): EventChange[] {
      if (sentence.quantities.length === 0 && sentence.dates.length === 0) return [];
      let difference: Difference | null = null;
      for (const one of against) {
        if (one.article.id === sentence.article.id || compareReported(one, sentence) >= 0) continue;
        const found = findDifference(one, sentence);
        if (found === null || !isChange(found)) continue;
        difference = found;
        break;
      }
      if (difference === null) return [];
      const { kind, about, firstValue, secondValue } = difference;
      const label = about ?? (kind === 'figure' ? phrases.figure : phrases.date);
      const key = `${label} ${secondValue}`;
      if (known.has(key)) return [];
      known.add(key);
      return [alteration(label, difference.first, difference.second, firstValue, secondValue)];
    }
  }

  function alteration(
    label: string,
    before: ReportedSentence,
    after: ReportedSentence,
    from: string,
    to: string,
  ): EventChange {
    return {
      kind: 'alters',
      about: phrases.fromTo(label, from, to),
      later: citations.cite(after.article, after),
      earlier: citations.cite(before.article, before),
    };
  }

  /** New matters, told by most sources first. */
  async function additions(): Promise<EventChange[]> {
    const groups: { readonly first: ReportedSentence; sources: Set<string> }[] = [];
    const turns = createTurns(signal);
    for (const sentence of later) {
      await turns.next();
      if (!isInformative(sentence)) continue;
      if (earlier.some((one) => isAlike(one, sentence, SAME_MATTER))) continue;
      const same = groups.find((group) => isAlike(group.first, sentence, SAME_MATTER));
      if (same === undefined) {
        groups.push({ first: sentence, sources: new Set([sentence.article.id]) });
      } else same.sources.add(sentence.article.id);
    }
    const last = sentences.at(-1)?.article.publishedAt?.slice(0, 10) ?? null;
    return groups
      .sort((a, b) => b.sources.size - a.sources.size || a.first.place - b.first.place)
      .map(({ first: sentence }) => {
        const person = sentence.names.find(({ kind }) => kind === 'person')?.text ?? null;
        const facet = facetOf(sentence, { from: event.from, last });
        return {
          kind: 'adds' as const,
          about: DENIAL[sentence.language].test(sentence.text)
            ? phrases.denial
            : phrases.newStatement(facet, person),
          later: citations.cite(sentence.article, sentence),
          earlier: null,
        };
      });
  }
}

/** Corrections and denials are named as such. */
const DENIAL: Readonly<Record<Language, RegExp>> = {
  zh: /否认|澄清|辟谣|更正|不属实|不实|并非|撤回/u,
  en: /\b(?:den(?:y|ies|ied)|correct(?:ed|ion)|retract\w*|clarif\w+|untrue)\b/iu,
};

function writtenCount({ sentence, start, end }: TollCount): string {
  return sentence.text.slice(start, end);
}

/** A figure that another outlet gives for the same day is a dispute, and no change. */
function isChange({ first, second }: Difference): boolean {
  return (
    (first.article.publishedAt?.slice(0, 10) ?? '') <
    (second.article.publishedAt?.slice(0, 10) ?? '')
  );
}

/** A sentence that tells a fact: a name, a figure, a day, or that something happened. */
function isInformative({ text, language, dates, quantities, names }: ReportedSentence): boolean {
  return (
    dates.some(({ from }) => from !== null) ||
    quantities.length > 0 ||
    reportsEvent(text, language) ||
    names.some(({ kind }) => kind === 'person')
  );
}
