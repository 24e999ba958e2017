import type { AnswerType } from '../../question/question-form.ts';
import type { ShortAnswerFeatures } from './find-short-answer.ts';
import { SURENESS_MODEL } from './sureness-model.ts';

/** Sureness from which a short answer is shown. */
export const MIN_SHORT_ANSWER_CONFIDENCE: number = SURENESS_MODEL.threshold;

/** Types of answer that are told apart: a date is found more surely than a name. */
export const TYPE_GROUPS = ['date', 'person', 'place', 'name', 'number', 'list', 'role'] as const;
export type TypeGroup = (typeof TYPE_GROUPS)[number];

/** The group of a type of answer. */
export function groupOfType(type: AnswerType, many: boolean): TypeGroup {
  if (many) return 'list';
  switch (type) {
    case 'date':
    case 'person':
    case 'place':
    case 'role':
      return type;
    case 'identity':
      return 'role';
    case 'venue':
      return 'place';
    case 'enumeration':
      return 'list';
    case 'count':
    case 'quantity':
    case 'money':
    case 'percentage':
    case 'duration':
    case 'ordinal':
      return 'number';
    default:
      return 'name';
  }
}

/** What the model reads, by name: the features, two products of them, and the group of the type. */
export function modelInputs(
  features: ShortAnswerFeatures,
  group: TypeGroup,
): Readonly<Record<string, number>> {
  return {
    ...features,
    coverageNear: features.coverage * features.nearness,
    leadFirst: features.lead * features.rank,
    leadSentence: features.lead * features.sentence,
    ...Object.fromEntries(TYPE_GROUPS.map((one) => [one, one === group ? 1 : 0])),
  };
}

const WEIGHTS: Readonly<Record<string, number>> = SURENESS_MODEL.weights;

/** Probability, from 0 to 1, that words are the answer, given what speaks for them. */
export function surenessOf(features: ShortAnswerFeatures, group: TypeGroup): number {
  let logit: number = SURENESS_MODEL.intercept;
  for (const [name, value] of Object.entries(modelInputs(features, group))) {
    logit += (WEIGHTS[name] ?? 0) * value;
  }
  return 1 / (1 + Math.exp(-logit));
}
