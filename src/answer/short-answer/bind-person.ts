import type { Sentence } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { type ContentMatch, coverageWithin } from './content-match.ts';
import { titleOf } from './role-candidates.ts';

/** Share of the question that a title must speak of to be the one asked for. */
const SAME_POST = 0.6;
/** Between a person and what is done: nothing, or what says when and that. */
const BEFORE_VERB = /^[\s]?(?:也|还|已|将|曾|于|在|并|was|has|had|also)?\s?$/u;
const BY = /^\s?(?:by|由|被)\s?(?:the )?$/u;

/**
 * Whether a person stands in the relation that is asked for: right before the verb of the question
 * (董军主持), behind "by" after it, or with the post that it names (白俄罗斯国防部长赫列宁).
 */
export function isAskedPerson(person: Span, sentence: Sentence, match: ContentMatch): boolean {
  const { text, names } = sentence;
  const places = match.words.flatMap((word) => word.places);
  const acts = places.some(
    ({ start, end }) =>
      (start >= person.end && BEFORE_VERB.test(text.slice(person.end, start))) ||
      (end <= person.start && BY.test(text.slice(end, person.start))),
  );
  if (acts) return true;
  const name = names.find(({ start }) => start === person.start);
  const title = name === undefined ? null : titleOf(name, sentence);
  return title !== null && coverageWithin(match, title) >= SAME_POST;
}
