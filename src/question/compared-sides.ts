import type { Language } from '../core/article.ts';
import type { Span } from '../core/span.ts';

export interface ComparedSide extends Span {
  readonly text: string;
}

const A_ZH = '(?<a>[^，。？?和与跟同及、]{1,30}?)';
const SIDES: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [
    new RegExp(
      `(?:比较|对比)(?:一下)?${A_ZH}(?:和|与|跟|同|及|、)(?<b>[^，。？?]{1,30}?)(?:的|在|对|有|[，。？?]|$)`,
      'du',
    ),
    new RegExp(
      `^(?:请问)?${A_ZH}(?:和|与|跟|同|相比于?|相较于?)(?<b>[^，。？?]{1,30}?)(?:相比|之间|的|在(?!哪)|有|对|比|哪个|哪家|哪边|谁|各|分别|都|先后|[，,]|$)`,
      'du',
    ),
    /^(?:请问)?(?<a>[^，。？?]{1,24}?)(?:多|大|高|早|快|先|贵)还是(?<b>[^，。？?]{1,24}?)(?:多|大|高|早|快|先|贵)/du,
    /(?:是)?(?<a>[^，。？?是]{1,24}?)还是(?<b>[^，。？?]{1,24}?)(?=[，。？?呢啊]|$)/du,
    /^(?:请问)?(?<a>[^，。？?]{1,24}?)[、](?<b>[^，。？?]{1,24}?)(?:各|分别|都|哪个|谁)/du,
  ],
  en: [
    /\bbetween (?<a>.{1,60}?) and (?<b>.{1,60}?)(?=[?.,]|$| (?:on|in|at|regarding|about)\b)/diu,
    /\bcompare (?<a>.{1,60}?) (?:and|with|to|against|versus|vs\.?) (?<b>.{1,60}?)(?=[?.,]|$| (?:on|in|at|regarding|about)\b)/diu,
    /\bhow (?:do|does|did|is|are) (?<a>.{1,60}?) (?:differ(?:ent)? from|compared? (?:to|with)) (?<b>.{1,60}?)(?=[?.,]|$)/diu,
    /\bwhat do (?<a>.{1,60}?) and (?<b>.{1,60}?) have in common/diu,
    /^(?<a>.{1,60}?) (?:versus|vs\.?) (?<b>.{1,60}?)(?=[?.,–—-]|$)/diu,
    /\bwhich [^,:?]{1,60}[,:] (?:the )?(?<a>[^,?]{1,80}?),? or (?:the )?(?<b>[^,?]{1,80}?)(?=[?.]|$)/diu,
  ],
};

/** The two things that a question sets against each other, as it names them, or null. */
export function findComparedSides(
  question: string,
  language: Language,
): readonly [ComparedSide, ComparedSide] | null {
  for (const pattern of SIDES[language]) {
    const groups = pattern.exec(question)?.indices?.groups;
    const [a, b] = [groups?.['a'], groups?.['b']];
    if (a === undefined || b === undefined) continue;
    const side = ([start, end]: [number, number]) => ({
      start,
      end,
      text: question.slice(start, end).trim(),
    });
    return [side(a), side(b)];
  }
  return null;
}
