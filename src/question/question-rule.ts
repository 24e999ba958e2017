import type { AnswerKind } from '../core/answer.ts';
import type { AnswerType } from './question-form.ts';

/** What a question wants done, beside an answer. */
export type QuestionRequest =
  | 'answer'
  /** Says hello, or asks what the program can do. */
  | 'help'
  /** Asks for news without naming a matter. */
  | 'newest'
  /** Asks what happened in a stretch of time. */
  | 'day';

/** One way of asking, as data. Of a language's rules the first whose pattern matches decides. */
export interface QuestionRule {
  /** Unique within its language. */
  readonly id: string;
  readonly kind: AnswerKind;
  readonly expects: AnswerType;
  /** Several things are asked for. */
  readonly many?: boolean;
  readonly request?: QuestionRequest;
  /**
   * Whether the noun beside the words that ask may set another type of answer: 什么职务 is a post,
   * 什么主题 a title.
   */
  readonly typedByNoun?: boolean;
  /** What the answer is counted in, in both languages, where the question need not say it. */
  readonly units?: readonly string[];
  /**
   * Source of a regular expression in which `{name}` stands for a word class of the language. The
   * whole match are the words that ask; group `unit` is what the answer is counted in.
   */
  readonly pattern: string;
  /** Questions that this rule decides. */
  readonly examples: readonly string[];
  /** Questions that look like it and are decided by another one. */
  readonly not: readonly string[];
}

/** A rule with its pattern compiled. */
export interface CompiledRule extends QuestionRule {
  readonly matcher: RegExp;
}

/** Word classes of a language: alternatives of a regular expression, by name. */
export type WordClasses = Readonly<Record<string, string>>;

/**
 * Compiles rules over the word classes of their language.
 * @throws RangeError where a pattern names a class that there is none of
 */
export function compileRules(
  rules: readonly QuestionRule[],
  classes: WordClasses,
): readonly CompiledRule[] {
  return rules.map((rule) => ({
    ...rule,
    matcher: new RegExp(expandClasses(rule.pattern, classes), 'giu'),
  }));
}

/** A pattern's source with its word classes written out. */
export function expandClasses(pattern: string, classes: WordClasses): string {
  return pattern.replace(/\{([a-z][A-Za-z]+)\}/gu, (_, name: string) => {
    const words = classes[name];
    if (words === undefined) throw new RangeError(`Expected a known word class, got "${name}".`);
    return `(?:${expandClasses(words, classes)})`;
  });
}
