import type { Language } from '../../core/article.ts';
import type { Span } from '../../core/span.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { SoughtTerm } from './sought-terms.ts';

/** The two things a comparison sets against each other, as the question names them. */
export interface ComparedSides {
  readonly sides: readonly [Span & { readonly text: string }, Span & { readonly text: string }];
}

const SIDES: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [
    /(?:比较|对比)(?:一下)?(?<a>[^，。？?和与跟同及、]{1,30}?)(?:和|与|跟|同|及|、)(?<b>[^，。？?]{1,30}?)(?:的|在|对|有|[，。？?]|$)/du,
    /^(?:请问)?(?<a>[^，。？?和与跟同]{1,30}?)(?:和|与|跟|同|相比于?|相较于?)(?<b>[^，。？?]{1,30}?)(?:相比|之间|的|在|有|对|哪个|谁)/du,
  ],
  en: [
    /\bbetween (?<a>.{1,60}?) and (?<b>.{1,60}?)(?=[?.,]|$| (?:on|in|at|regarding|about)\b)/diu,
    /\bcompare (?<a>.{1,60}?) (?:and|with|to|against|versus|vs\.?) (?<b>.{1,60}?)(?=[?.,]|$| (?:on|in|at|regarding|about)\b)/diu,
    /\bhow (?:do|does|did|is|are) (?<a>.{1,60}?) (?:differ(?:ent)? from|compared? (?:to|with)) (?<b>.{1,60}?)(?=[?.,]|$)/diu,
    /^(?<a>.{1,60}?) (?:versus|vs\.?) (?<b>.{1,60}?)(?=[?.,]|$)/diu,
  ],
};

/** The sides of a comparison, or null where the question does not name two. */
export function findComparedSides(question: string, language: Language): ComparedSides | null {
  for (const pattern of SIDES[language]) {
    const groups = pattern.exec(question)?.indices?.groups;
    const [a, b] = [groups?.['a'], groups?.['b']];
    if (a === undefined || b === undefined) continue;
    const side = ([start, end]: [number, number]) => ({
      start,
      end,
      text: question.slice(start, end).trim(),
    });
    return { sides: [side(a), side(b)] };
  }
  return null;
}

/**
 * Windows that speak of one side, best first: its own terms decide, those of the other side count
 * nothing.
 */
export function rankForSide(
  ranked: readonly RankedWindow[],
  terms: readonly SoughtTerm[],
  side: Span,
  other: Span,
): RankedWindow[] {
  const within = (term: SoughtTerm, span: Span) => term.start >= span.start && term.end <= span.end;
  const scored = ranked.flatMap((window) => {
    let own = 0;
    let shared = 0;
    for (const [i, term] of terms.entries()) {
      const strength = window.window.inside[i] ?? 0;
      const around = window.window.around[i] ?? 0;
      if (within(term, side)) own += term.weight * Math.max(strength, around / 2);
      else if (!within(term, other)) shared += term.weight * strength;
    }
    return own === 0 ? [] : [{ window, score: 2 * own + shared }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ window }) => window);
}
