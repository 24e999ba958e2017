import { beforeAll, describe, expect, it } from 'vitest';
import { loadWordVectors } from '../../src/models/built-in/load-embedder.ts';
import { createWordAligner } from '../../src/text/align-words.ts';
import { loadLanguageTools } from '../../src/text/load-text-analyzer.ts';
import type { TextAnalyzer } from '../../src/text/text-analyzer.ts';
import type { WordVectors } from '../../src/text/word-vectors.ts';

let analyzer: TextAnalyzer;
let vectors: WordVectors;

beforeAll(async () => {
  const tools = await loadLanguageTools();
  analyzer = tools.analyzer;
  vectors = loadWordVectors(tools.lexicon);
});

const align = (query: string, passage: string) =>
  createWordAligner(analyzer.tokens(query), vectors)(analyzer.tokens(passage));

describe('aligning words', () => {
  it('gives 1 to a passage that holds every word, 0 to one without words', () => {
    expect(align('国防部长会议', '国防部长会议在青岛举行')).toBeCloseTo(1);
    expect(align('Cholpon-Ata meeting', 'a meeting in Cholpon-Ata')).toBeCloseTo(1);
    expect(align('国防部长会议', '')).toBe(0);
    expect(align('', '国防部长会议')).toBe(0);
  });

  it('sees through the language, and through words that mean nearly the same', () => {
    const query = 'Where did the defence ministers meet?';
    const answer = '国防部长会议在青岛举行，各方讨论军事合作。';
    const other = '文化和旅游部门打造更多优秀旅游项目。';
    expect(align(query, answer)).toBeGreaterThan(align(query, other) + 0.3);
    expect(align('doctor treats patient', '大夫治疗病人')).toBeGreaterThan(0.4);
  });

  it('never falls when a passage grows', () => {
    const short = '国防部长会议';
    const long = `${short}在青岛举行，旅游部门另有会晤`;
    for (const query of ['defence minister', '军事会议', 'tourism', '2025年']) {
      expect(align(query, long)).toBeGreaterThanOrEqual(align(query, short));
    }
  });
});
