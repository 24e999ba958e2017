import type { Language } from '../../core/article.ts';
import type { SummaryLength } from '../../core/news-event.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { createTurns } from '../turns.ts';
import { type BriefLine, type BriefPlan, type BriefSection, planBrief } from './plan-brief.ts';
import type { EventBrief } from './summary-subject.ts';

const SIZES: Readonly<Record<SummaryLength, { readonly events: number; readonly lines: number }>> =
  {
    brief: { events: 4, lines: 0 },
    standard: { events: 6, lines: 2 },
    full: { events: 12, lines: 4 },
  };

/** A period, told by its events: one line on each, then each with its own findings. */
export async function planPeriod(
  events: readonly EventBrief[],
  language: Language,
  length: SummaryLength,
  signal: AbortSignal | undefined,
): Promise<BriefPlan> {
  const size = SIZES[length];
  const turns = createTurns(signal);
  const core: BriefLine[] = [];
  const sections: BriefSection[] = [];
  for (const event of events.slice(0, size.events)) {
    await turns.next();
    const plan = planBrief(event, language, 'standard');
    const [first, ...rest] = plan.sections[0]?.lines ?? [];
    if (first === undefined) continue;
    core.push(first);
    const others = [...rest, ...plan.sections.slice(1, 4).flatMap(({ lines }) => lines)];
    const lines = others.filter(({ label }) => label === null).slice(0, size.lines);
    if (lines.length > 0) sections.push({ heading: event.title, lines });
  }
  return {
    sections: [{ heading: EVENT_PHRASES[language].core, lines: core }, ...sections],
    year: null,
    ledgers: [],
    differences: [],
  };
}
