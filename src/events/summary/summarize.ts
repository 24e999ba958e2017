import type { AnswerEvent, CompositionEvent } from '../../core/answer-event.ts';
import type { SummaryRequest } from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { streamAnswer } from '../../core/stream-answer.ts';
import type { SummaryParts } from '../event-parts.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { planBrief } from './plan-brief.ts';
import { planPeriod } from './plan-period.ts';
import { refuseSummary } from './refuse-summary.ts';
import { suggestSummaries } from './suggest-summaries.ts';
import {
  findSummarySubject,
  requireSummaryRequest,
  type SummarySubject,
} from './summary-subject.ts';
import { writeBrief } from './write-brief.ts';

/**
 * A cited summary of an event, a topic or a period, in the same events as an answer.
 * @throws {YinzhengError} `event-not-found`, `inverted-range`, `invalid-request`, before the first event
 */
export function summarize(
  request: SummaryRequest,
  parts: SummaryParts,
): AsyncIterable<AnswerEvent> {
  const index = parts.currentIndex();
  requireSummaryRequest(request, index);
  const { language, signal } = request;
  return streamAnswer({
    id: parts.newId(),
    model: parts.prose?.model ?? null,
    signal,
    async understand() {
      const subject = await findSummarySubject(request, index, parts);
      return { subject, language, kind: 'summary', standalone: subject.question };
    },
    async find({ subject }) {
      const { brief, dateRange, timings } = subject;
      return { passages: brief === null ? [] : subject.passages, dateRange, timings };
    },
    compose: ({ subject }) => compose(subject, request, index, parts),
  });
}

async function* compose(
  subject: SummarySubject,
  request: SummaryRequest,
  index: SearchIndex,
  parts: SummaryParts,
): AsyncGenerator<CompositionEvent> {
  const { language, length, topic, from = null, to = null, signal } = request;
  const events = index.events;
  if (subject.brief === null) {
    const phrases = EVENT_PHRASES[language];
    const reason =
      subject.nothing === 'topic'
        ? ({
            code: 'not-in-articles',
            reason: phrases.nothingOnTopic(topic ?? ''),
            missing: [topic ?? ''],
          } as const)
        : ({
            code: 'no-articles-in-dates',
            reason: phrases.nothingInPeriod(from, to),
            missing: [],
          } as const);
    yield* refuseSummary(reason, index, events, language);
    return;
  }
  if (parts.prose !== undefined) {
    const { question, passages, dateRange, timings } = subject;
    yield* parts.prose.compose({
      question: { asked: question, standalone: question, language, kind: 'summary' },
      retrieval: {
        passages,
        dateRange,
        searched: { articles: index.articles.length, chunks: index.chunks.length, excluded: {} },
        nearestDates: [],
        timings,
      },
      filters: { from: request.from, to: request.to },
      conversation: [],
      collection: index.articles,
      today: parts.today(),
      signal,
    });
    return;
  }
  const plan =
    subject.events === null
      ? planBrief(subject.brief, language, length)
      : await planPeriod(subject.events, language, length, signal);
  yield* writeBrief(plan, language, parts.checker, {
    layout: 'brief',
    suggestions: suggestSummaries(subject, events, language),
    notices: subject.notices,
  });
}
