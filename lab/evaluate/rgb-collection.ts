import { createHash } from 'node:crypto';
import { z } from 'zod';
import { YinzhengError } from '../../src/core/errors.ts';
import { seededRandom } from '../../src/core/random.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import type { AnswerGroups } from './accepted-answer.ts';
import { groupAcceptedAnswers } from './accepted-answer.ts';

/** A question of RGB with its own documents. */
export interface RgbQuestion {
  readonly id: string;
  readonly query: string;
  readonly language: 'zh' | 'en';
  readonly answer: AnswerGroups;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** Share of negative documents among the five that each question is answered from. */
export const NOISE_RATIOS = [0, 0.2, 0.4, 0.6, 0.8] as const;
export const DOCUMENTS_PER_QUESTION = 5;

const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  query: z.string().trim().min(1),
  answer: z.array(z.union([z.string(), z.array(z.string()).min(1)])).min(1),
  positive: z.array(z.string()),
  negative: z.array(z.string()),
});

/**
 * Reads a file in the form of RGB (J. Chen et al., "Benchmarking Large Language Models in
 * Retrieval-Augmented Generation", AAAI 2024), one JSON object a line.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseRgb(jsonLines: string, path: string): RgbQuestion[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const record = recordSchema.parse(JSON.parse(line));
      const answer = groupAcceptedAnswers(record.answer);
      return [{ ...record, answer, language: detectLanguage(record.query) }];
    } catch (cause) {
      throw new YinzhengError(
        'usage',
        `Line ${index + 1} of ${path} was expected to hold id, query, answer, positive and negative.`,
        { cause, field: '--rgb' },
      );
    }
  });
}

/**
 * Documents for one question at a noise ratio: round(5r) negatives and positives for the rest,
 * filled up from the other kind where one has too few; drawn and shuffled by the seed alone.
 * @param noise from 0 to 1; 1 draws negatives only
 */
export function drawDocuments(question: RgbQuestion, noise: number, seed: number): string[] {
  const random = seededRandom(seedOf(`${seed}/${question.id}/${noise}`));
  const negatives = shuffle(question.negative, random);
  const positives = noise === 1 ? [] : shuffle(question.positive, random);
  const wantedNegatives = Math.round(DOCUMENTS_PER_QUESTION * noise);
  const usedPositives = positives.slice(0, DOCUMENTS_PER_QUESTION - wantedNegatives);
  const usedNegatives = negatives.slice(0, DOCUMENTS_PER_QUESTION - usedPositives.length);
  const missing = DOCUMENTS_PER_QUESTION - usedPositives.length - usedNegatives.length;
  const more = positives.slice(usedPositives.length, usedPositives.length + Math.max(0, missing));
  return shuffle([...usedPositives, ...usedNegatives, ...more], random);
}

/** The seed that a key gives. */
function seedOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32LE(0);
}

/** Fisher–Yates, into a new list. */
function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [shuffled[i], shuffled[j]];
    if (a === undefined || b === undefined) continue;
    shuffled[i] = b;
    shuffled[j] = a;
  }
  return shuffled;
}
