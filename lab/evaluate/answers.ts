import { z } from 'zod';
import { packPassages } from '../../src/answer/model/pack-passages.ts';
import type { AnswerKind, Composition } from '../../src/core/answer.ts';
import type { ChatModel } from '../../src/core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../../src/core/composer.ts';
import type { Passage } from '../../src/core/passage.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { parseJsonLines, passagesByText, shownPassageSchema } from './quoted-passages.ts';

const answerSchema = z.object({
  id: z.string(),
  question: z.string(),
  answer: z.string().min(1),
  passages: z.array(shownPassageSchema).min(1),
});

/** A whole answer as a model wrote it, with the passages of its prompt. */
export type WrittenAnswer = z.infer<typeof answerSchema>;

export interface AnswersReport {
  readonly answers: number;
  /**
   * Shares of the answers that are no refusals: no sentence marked, some marked, replaced by the articles'
   * own sentences.
   */
  readonly unmarked: number;
  readonly marked: number;
  readonly replaced: number;
  /** Number of refusals, which have no sentence to mark. */
  readonly refused: number;
  readonly sentences: number;
  /** Share of the supported sentences whose quotes hold all, or nearly all, of their content words. */
  readonly quotesHold: number;
}

/** What became of one answer. */
export interface AnswerOutcome {
  readonly written: WrittenAnswer;
  readonly composition: Composition;
  readonly composer: 'extractive' | 'model';
}

export interface AnswersDeps {
  /** A composer over a model that writes what it is given. */
  readonly composerOver: (model: ChatModel) => AnswerComposer;
  /** Share of a sentence's content words, from 0 to 1, that its quotes hold. */
  readonly heldShare: (sentence: string, quotes: readonly Quote[]) => number;
  readonly contextTokens: number;
  readonly today: string;
  readonly kindOf: (question: string) => AnswerKind;
}

/** Words of a passage's article that a sentence cites. */
export interface Quote {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** From here on quotes hold their sentence's words. */
const HOLDS = 0.75;

/**
 * Reads answers, one JSON object a line: `id`, `question`, `answer`, `passages`.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseAnswers(jsonLines: string, path: string): WrittenAnswer[] {
  const form = 'id, question, answer and passages';
  return parseJsonLines(jsonLines, answerSchema, { path, option: '--answers', form });
}

/** Replays every answer as if the model had written it just now. */
export async function evaluateAnswers(
  answers: readonly WrittenAnswer[],
  deps: AnswersDeps,
  onOutcome: (outcome: AnswerOutcome) => void = () => {},
): Promise<AnswersReport> {
  const counts = { unmarked: 0, marked: 0, replaced: 0, refused: 0 };
  let sentences = 0;
  let supported = 0;
  let holding = 0;
  for (const written of answers) {
    const { composition, composer, passages } = await replay(written, deps);
    onOutcome({ written, composition, composer });
    if (composition.refusal !== null) counts.refused += 1;
    else if (composer === 'extractive') counts.replaced += 1;
    else {
      const judged = composition.blocks.flatMap((block) =>
        block.kind === 'sentence' && block.support !== null
          ? [{ ...block, support: block.support }]
          : [],
      );
      const isMarked = judged.some(({ support }) => support.verdict !== 'supported');
      counts[isMarked ? 'marked' : 'unmarked'] += 1;
      for (const { text, support, citations } of judged) {
        sentences += 1;
        if (support.verdict !== 'supported') continue;
        supported += 1;
        const quotes = composition.citations
          .filter(({ marker }) => citations.includes(marker))
          .flatMap(({ articleId, start, end }) => {
            const passage = passages.find(({ article }) => article.id === articleId);
            return passage === undefined ? [] : [{ passage, start, end }];
          });
        if (deps.heldShare(text, quotes) >= HOLDS) holding += 1;
      }
    }
  }
  const share = (part: number, whole: number) =>
    whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
  return {
    answers: answers.length,
    unmarked: share(counts.unmarked, answers.length - counts.refused),
    marked: share(counts.marked, answers.length - counts.refused),
    replaced: share(counts.replaced, answers.length - counts.refused),
    refused: counts.refused,
    sentences,
    quotesHold: share(holding, supported),
  };
}

async function replay(
  { question, answer, passages: shown }: WrittenAnswer,
  { composerOver, contextTokens, today, kindOf }: AnswersDeps,
): Promise<Omit<AnswerOutcome, 'written'> & { passages: readonly Passage[] }> {
  const byText = passagesByText(shown);
  const passages = [...byText.values()];
  const packed = packPassages(passages, contextTokens);
  const numberOf = new Map(
    shown.map(({ marker, text }) => {
      const passage = byText.get(text);
      const own = packed.find((one) => passage !== undefined && one.parts.includes(passage));
      return [marker, own?.number];
    }),
  );
  const renumbered = answer.replace(/\[(\d{1,3})\]/gu, (mark, number: string) => {
    const packedNumber = numberOf.get(Number(number));
    return packedNumber === undefined ? mark : `[${packedNumber}]`;
  });
  const composer = composerOver(scriptedModel(renumbered));
  const language = detectLanguage(question);
  const request: CompositionRequest = {
    question: {
      asked: question,
      standalone: question,
      language,
      kind: kindOf(question),
    },
    retrieval: {
      passages,
      dateRange: null,
      searched: { articles: passages.length, chunks: passages.length, excluded: {} },
      nearestDates: [],
      timings: {},
    },
    filters: {},
    conversation: [],
    collection: [...new Set(passages.map(({ article }) => article))],
    today,
  };
  for await (const event of composer.compose(request)) {
    if (event.type === 'composed') {
      return { composition: event.composition, composer: event.composer, passages };
    }
  }
  throw new Error('Expected the composer to end with a composition.');
}

const PIECE = 12;

function scriptedModel(text: string): ChatModel {
  return {
    name: 'scripted',
    async *stream() {
      for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
    },
  };
}
