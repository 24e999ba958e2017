import type {
  Answer,
  AnswerSentence,
  Composition,
  Conflict,
  SentenceSupport,
  ShortAnswer,
} from './answer.ts';
import type { Language } from './article.ts';
import { type Block, isStatement } from './block.ts';
import { renderBlocks } from './block-markdown.ts';

const QUOTED: Readonly<Record<Language, string>> = {
  zh: '与引文逐字相符。',
  en: 'Word for word as in the source.',
};

/** What clients get that do not read blocks: the same answer as Markdown, sentences and figures. */
export function viewBlocks(
  composition: Pick<Composition, 'blocks' | 'citations' | 'outcome'>,
  language: Language,
): Pick<Answer, 'answer' | 'abstained' | 'shortAnswer' | 'sentences' | 'conflicts'> {
  const { blocks, citations, outcome } = composition;
  return {
    answer: renderBlocks(blocks, citations, language),
    abstained: outcome === 'not-found',
    shortAnswer: shortAnswerOf(blocks),
    sentences: sentencesOf(blocks, language),
    conflicts: conflictsOf(blocks),
  };
}

/** The short answer among blocks, or null. */
export function shortAnswerOf(blocks: readonly Block[]): ShortAnswer | null {
  const short = blocks.find((block) => block.kind === 'short-answer');
  return short === undefined
    ? null
    : { text: short.text, original: short.original, citations: short.citations };
}

/** Every statement that was judged or is a quote, in order. */
export function sentencesOf(blocks: readonly Block[], language: Language): AnswerSentence[] {
  const headings = new Map(
    blocks.flatMap((block) => (block.kind === 'heading' ? [[block.id, block.text] as const] : [])),
  );
  const quoted: SentenceSupport = {
    verdict: 'supported',
    reason: QUOTED[language],
    rule: 'quoted',
    failed: null,
  };
  return blocks.filter(isStatement).flatMap((block): AnswerSentence[] => {
    const support = block.kind === 'sentence' ? block.support : quoted;
    if (support === null) return [];
    const { text, citations, dates, corroboration } = block;
    const group = block.kind === 'timeline-entry' ? block.days : headings.get(block.heading ?? '');
    return [
      {
        text,
        citations,
        support,
        ...(group === undefined ? {} : { group }),
        ...(dates.length === 0 ? {} : { dates }),
        ...(corroboration === null ? {} : { corroboration }),
      },
    ];
  });
}

function conflictsOf(blocks: readonly Block[]): Conflict[] {
  return blocks.flatMap((block) =>
    block.kind === 'conflict' ? [{ about: block.about, statements: block.statements }] : [],
  );
}
