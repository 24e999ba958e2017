import { z } from 'zod';
import type { SentenceSupport } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { ChatModel } from '../../core/chat-model.ts';
import type { ArticleSpan } from '../article-span.ts';
import { explainSecondReading } from '../check/support-reason.ts';
import { maskInjection } from '../prompt-injection.ts';
import { approximateTokens } from './approximate-tokens.ts';
import type { JudgedBlock, JudgedSentence } from './draft-answer.ts';
import { quoteForPrompt } from './plain-text.ts';
import { VERIFY_RULES } from './prompts/verify-prompt.ts';

/** A sentence with the words that it rests on, as the model is to read them. */
export interface VerifiedPair {
  /** Place of the sentence in the answer. */
  readonly index: number;
  readonly sentence: string;
  readonly words: readonly string[];
}

export interface SecondReading {
  readonly verdict: 'supported' | 'contradicted' | 'not-stated';
  /** Words of the sentence that do not hold, or ''. */
  readonly words: string;
}

/** What a second reading found and cost. */
export interface Verification {
  /** By the sentence's index; null where the model failed, was late or wrote what cannot be read. */
  readonly readings: ReadonlyMap<number, SecondReading> | null;
  readonly milliseconds: number;
  /** Approximate tokens sent and received. */
  readonly tokens: number;
}

export interface VerifierDeps {
  readonly chatModel: ChatModel;
  /** Milliseconds that the whole reading may take. */
  readonly timeoutMs: number;
  /** Told of a failure of the model, with its cause. */
  readonly reportFailure?: ((error: unknown) => void) | undefined;
  readonly drawBoundary?: (() => string) | undefined;
}

export type Verify = (
  pairs: readonly VerifiedPair[],
  language: Language,
  signal: AbortSignal | undefined,
) => Promise<Verification>;

const TOKENS_A_PAIR = 60;
const MAX_LENGTH = 20_000;

const responseSchema = z.object({
  verdicts: z.array(
    z.object({
      n: z.coerce.number().int(),
      verdict: z
        .string()
        .transform((verdict) => verdict.toLowerCase().replace(/[\s_]+/gu, '-'))
        .pipe(z.enum(['supported', 'contradicted', 'not-stated'])),
      words: z.string().nullish(),
    }),
  ),
});

/**
 * Has a model read an answer once more: one call with numbered pairs. Whatever goes wrong with the call leaves
 * `readings` null; only the caller's own abort is thrown.
 */
export function createVerifier({
  chatModel,
  timeoutMs,
  reportFailure,
  drawBoundary,
}: VerifierDeps): Verify {
  return async (pairs, language, signal) => {
    const started = performance.now();
    const boundary = drawBoundary?.() ?? `pair-${crypto.randomUUID().slice(0, 8)}`;
    const messages = [
      { role: 'system' as const, content: VERIFY_RULES[language](boundary) },
      {
        role: 'user' as const,
        content: pairs.map((pair, i) => show(pair, i, boundary)).join('\n'),
      },
    ];
    const deadline = AbortSignal.timeout(timeoutMs);
    let written = '';
    try {
      const pieces = chatModel.stream({
        messages,
        maxTokens: TOKENS_A_PAIR * (pairs.length + 2),
        temperature: 0,
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      });
      for await (const piece of pieces) {
        written += piece;
        if (written.length > MAX_LENGTH || deadline.aborted) break;
      }
    } catch (thrown) {
      signal?.throwIfAborted();
      // The rules' verdicts stand, and the answer says that nobody read it again.
      reportFailure?.(thrown);
      written = '';
    }
    signal?.throwIfAborted();
    const sent = messages.reduce((sum, { content }) => sum + approximateTokens(content), 0);
    return {
      readings: deadline.aborted ? null : readVerdicts(written, pairs),
      milliseconds: performance.now() - started,
      tokens: sent + approximateTokens(written),
    };
  };
}

function show({ sentence, words }: VerifiedPair, place: number, boundary: string): string {
  const quotes = words.map((quote) => quoteForPrompt(quote)).join('\n');
  return `<${boundary} ${place + 1}>\nsentence: ${quoteForPrompt(sentence)}\nwords: ${quotes}\n</${boundary}>`;
}

function readVerdicts(
  written: string,
  pairs: readonly VerifiedPair[],
): ReadonlyMap<number, SecondReading> | null {
  const object = /\{[\s\S]*\}/u.exec(written)?.[0];
  if (object === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(object);
  } catch {
    return null;
  }
  const parsed = responseSchema.safeParse(json);
  if (!parsed.success) return null;
  const readings = new Map<number, SecondReading>();
  for (const { n, verdict, words } of parsed.data.verdicts) {
    const pair = pairs[n - 1];
    if (pair === undefined) continue;
    const named = words?.trim() ?? '';
    readings.set(pair.index, { verdict, words: pair.sentence.includes(named) ? named : '' });
  }
  return readings.size === 0 ? null : readings;
}

/** Rules whose "no" a model cannot overrule: figures, dates, names, negation and quotations are read off. */
const VETO: ReadonlySet<SentenceSupport['rule']> = new Set([
  'citation',
  'number',
  'date',
  'quotation',
  'name',
  'negation',
]);

/** How much of an article around a doubted quote the model is shown, in UTF-16 units on each side. */
const DOUBTED_WINDOW = 300;

/** A sentence with the words that it cites; with more of what stands around them where the rules doubt it. */
export function pairToVerify(
  index: number,
  { text, support }: Pick<JudgedBlock, 'text' | 'support'>,
  cited: readonly ArticleSpan[],
): VerifiedPair {
  const window = support.verdict === 'supported' ? 0 : DOUBTED_WINDOW;
  const words = cited.map(({ article, start, end }) =>
    maskInjection(article.body.slice(Math.max(0, start - window), end + window)),
  );
  return { index, sentence: text, words };
}

/** Whether a sentence is worth a second reading: words quoted letter for letter need none. */
export function needsSecondReading({ support, citations }: JudgedSentence): boolean {
  const isVetoed = support.verdict !== 'supported' && VETO.has(support.rule);
  return citations.length > 0 && support.rule !== 'quoted' && !isVetoed;
}

/** A sentence's support after the second reading. */
export function afterSecondReading(
  support: SentenceSupport,
  { verdict, words }: SecondReading,
  language: Language,
): SentenceSupport {
  const isVetoed = support.verdict !== 'supported' && VETO.has(support.rule);
  if (isVetoed || support.rule === 'quoted') return support;
  const told = explainSecondReading(verdict, words, language);
  const failed = words === '' ? null : words;
  if (verdict === 'supported') {
    if (support.verdict === 'supported') return support;
    return { verdict: 'supported', rule: 'second-reading', reason: told, failed: null };
  }
  // Where the two readings differ, the sentence is in doubt; it is called unsupported by both alone.
  const grave =
    support.verdict === 'unsupported' ||
    (support.verdict === 'partly' && verdict === 'contradicted');
  return {
    verdict: grave ? 'unsupported' : 'partly',
    rule: 'second-reading',
    reason: told,
    failed,
  };
}
