import { describe, expect, it } from 'vitest';
import { type AnswerFromDocuments, evaluateRgb } from '../../../lab/evaluate/rgb.ts';
import { drawDocuments, parseRgb } from '../../../lab/evaluate/rgb-collection.ts';
import type { Composition } from '../../../src/core/answer.ts';
import { YinzhengError } from '../../../src/core/errors.ts';

const LINES = [
  {
    id: 'a',
    query: '论坛在哪里开幕？',
    answer: ['沈阳'],
    positive: ['p1 沈阳', 'p2 沈阳', 'p3 沈阳', 'p4 沈阳', 'p5 沈阳', 'p6 沈阳'],
    negative: ['n1 青岛', 'n2 天津', 'n3 西安', 'n4 上海', 'n5 北京', 'n6 大连'],
  },
  {
    id: 'b',
    query: 'Who chaired the meeting?',
    answer: [['Dong Jun', '董军']],
    positive: ['p1 Dong Jun', 'p2 董军'],
    negative: ['n1 Asif', 'n2 Singh', 'n3 Belousov', 'n4 Khrenin', 'n5 Nasirzadeh'],
  },
];
const questions = parseRgb(LINES.map((line) => JSON.stringify(line)).join('\n'), 'rgb.jsonl');

/** Quotes its first document; refuses where no document is positive, with this sureness. */
const firstDocument: AnswerFromDocuments = async (_question, documents) => {
  const isAnswered = documents.some((document) => document.startsWith('p'));
  const composition: Composition = {
    outcome: isAnswered ? 'answered' : 'not-found',
    layout: 'paragraph',
    blocks: documents.slice(0, 1).map((text) => ({
      id: 'b1',
      kind: 'quote',
      placement: 'paragraph',
      heading: null,
      lead: null,
      text,
      citations: [1],
      dates: [],
      corroboration: null,
    })),
    citations: [],
    refusal: null,
    notices: [],
    suggestions: [],
  };
  return { composition, answerability: isAnswered ? 0.8 : 0.2 };
};

describe('drawing documents', () => {
  it('takes five, of which round(5r) are negatives', () => {
    const [question] = questions;
    if (question === undefined) throw new Error('no question');
    for (const [noise, negatives] of [
      [0, 0],
      [0.2, 1],
      [0.4, 2],
      [0.6, 3],
      [0.8, 4],
      [1, 5],
    ] as const) {
      const drawn = drawDocuments(question, noise, 1);
      expect(drawn).toHaveLength(5);
      expect(new Set(drawn).size).toBe(5);
      expect(drawn.filter((document) => document.startsWith('n'))).toHaveLength(negatives);
    }
  });

  it('fills up with negatives where there are too few positives', () => {
    const question = questions[1];
    if (question === undefined) throw new Error('no question');
    const drawn = drawDocuments(question, 0, 1);
    expect(drawn.filter((document) => document.startsWith('p'))).toHaveLength(2);
    expect(drawn).toHaveLength(5);
  });

  it('is decided by the seed alone', () => {
    for (const question of questions) {
      expect(drawDocuments(question, 0.4, 7)).toEqual(drawDocuments(question, 0.4, 7));
    }
    const draws = new Set(
      [1, 2, 3, 4, 5].map((seed) =>
        JSON.stringify(questions.map((q) => drawDocuments(q, 0.4, seed))),
      ),
    );
    expect(draws.size).toBeGreaterThan(1);
  });
});

describe('the report', () => {
  it('counts what is shown, what is refused, and what other thresholds would refuse', async () => {
    const report = await evaluateRgb(questions, firstDocument, 0.5, 1);
    expect(report.questions).toBe(2);
    expect(Object.keys(report.accuracy)).toEqual(['0', '0.2', '0.4', '0.6', '0.8']);
    expect(report.rejection).toBe(1);
    expect(report.falseRefusal).toBe(0);
    expect(report.accuracy['0']).toBeGreaterThanOrEqual(0.5);
    const at = (threshold: number) =>
      report.tradeOff.find((point) => Math.abs(point.threshold - threshold) < 1e-9);
    expect(at(0.1)).toMatchObject({ rejection: 0, falseRefusal: 0 });
    expect(at(0.5)).toMatchObject({ rejection: 1, falseRefusal: 0 });
    expect(at(0.9)).toMatchObject({ rejection: 1, falseRefusal: 1 });
  });

  it('says which line is not of the form', () => {
    expect(() => parseRgb('{"id":"a"}\n', 'rgb.jsonl')).toThrow(YinzhengError);
    expect(() => parseRgb('{"id":"a"}\n', 'rgb.jsonl')).toThrow(/Line 1 of rgb.jsonl/);
  });
});
