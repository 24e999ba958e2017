import type { CompositionEvent } from '../core/answer-event.ts';
import type { Language } from '../core/article.ts';
import type { AnswerComposer, CompositionRequest } from '../core/composer.ts';
import { writeDays } from '../language/dates/write-date.ts';
import { createSummaryParts, type EventServiceParts } from './event-parts.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { type BriefPlan, type BriefSection, planBrief } from './summary/plan-brief.ts';
import { refuseSummary } from './summary/refuse-summary.ts';
import { suggestSummaries } from './summary/suggest-summaries.ts';
import { type SummarySubject, topicSubject } from './summary/summary-subject.ts';
import { writeBrief } from './summary/write-brief.ts';
import { datedSentences, groupHappenings, weigh } from './timeline/timeline-entries.ts';
import { topicOfQuestion } from './topic.ts';

/** Rows of a timeline in chat; the timeline itself has them all. */
const MAX_ROWS = 20;

/** Answers questions of the kinds `summary` and `timeline` in that form, from what was retrieved. */
export function createBriefComposer(parts: EventServiceParts): AnswerComposer {
  const summaryParts = createSummaryParts(parts);
  return {
    async *compose(request: CompositionRequest): AsyncGenerator<CompositionEvent> {
      const { question, retrieval, signal } = request;
      const { language, kind, standalone } = question;
      signal?.throwIfAborted();
      const index = parts.currentIndex();
      const events = index.events;
      const topic = topicOfQuestion(standalone);
      const subject = await topicSubject(topic, retrieval, index, language, summaryParts, signal);
      const isTimeline = kind === 'timeline';
      const plan = subject.brief === null ? null : planOf(subject, language, isTimeline);
      if (plan === null || plan.sections.length === 0) {
        const reason = EVENT_PHRASES[language].nothingOnTopic(topic);
        const code = subject.nothing === 'filters' ? 'filters-exclude-all' : 'not-in-articles';
        yield* refuseSummary({ code, reason, missing: [topic] }, index, events, language);
        return;
      }
      yield* writeBrief(plan, language, parts.checker, {
        layout: isTimeline ? 'timeline' : 'brief',
        suggestions: suggestSummaries(subject, events, language),
        notices: subject.notices,
      });
    },
  };
}

function planOf(
  subject: SummarySubject,
  language: Language,
  isTimeline: boolean,
): BriefPlan | null {
  if (subject.brief === null) return null;
  if (!isTimeline) return planBrief(subject.brief, language, 'standard');
  const happenings = groupHappenings(datedSentences(subject.brief.sentences), language);
  const matter = new Set(
    [...happenings].sort((a, b) => weigh(b, false) - weigh(a, false)).slice(0, MAX_ROWS),
  );
  const sections = new Map<string, BriefSection>();
  for (const happening of happenings) {
    if (!matter.has(happening)) continue;
    const { sentence, date, others } = happening;
    const heading = writeDays(date.from, date.to, language);
    const line = { sentence, start: 0, end: sentence.text.length, others, label: null, aid: null };
    const known = sections.get(heading);
    const days = { from: date.from, to: date.to };
    sections.set(heading, { heading, days, lines: [...(known?.lines ?? []), line] });
  }
  return { sections: [...sections.values()], year: null, ledgers: [], differences: [] };
}
