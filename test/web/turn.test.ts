import { describe, expect, it } from 'vitest';
import type { Answer, AnswerSentence } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Citation } from '../../src/core/citation.ts';
import { applyAnswerEvent, newTurn, type Turn } from '../../web/src/state/turn.ts';

const citation: Citation = {
  marker: 1,
  articleId: 'a',
  title: '就维护地区和平，上合防长会达成共识',
  source: '环球时报',
  publishedAt: '2025-06-26T22:46',
  language: 'zh',
  start: 0,
  end: 4,
  quote: '会议在青',
};
const sentence: AnswerSentence = {
  text: '会议在青岛。',
  citations: [1],
  support: { verdict: 'supported', reason: '原文如此。', rule: 'quoted', failed: null },
};

const turnAfter = (...events: readonly AnswerEvent[]): Turn =>
  events.reduce(applyAnswerEvent, newTurn('t', '在哪里？'));

describe('a turn as its answer arrives', () => {
  it('joins the deltas, and places each check by its index', () => {
    const turn = turnAfter(
      { type: 'delta', text: '会议在' },
      { type: 'citation', citation },
      { type: 'delta', text: '青岛。[1]' },
      { type: 'check', index: 1, sentence },
    );
    expect(turn.text).toBe('会议在青岛。[1]');
    expect(turn.sentences).toEqual([null, sentence]);
    expect(turn.citations).toEqual([citation]);
  });

  it('drops what was streamed when the server takes it back, and says why above the text', () => {
    const notice = { code: 'model-interrupted', text: '模型中断，改用摘录。' } as const;
    const turn = turnAfter(
      { type: 'delta', text: '会议可能在' },
      { type: 'citation', citation },
      { type: 'notice', notice, replace: true },
      { type: 'delta', text: '会议在青岛。' },
    );
    expect(turn.text).toBe('会议在青岛。');
    expect(turn.citations).toEqual([]);
    expect(turn.notices).toEqual([{ ...notice, beforeText: true }]);
  });

  it('keeps a late notice below the text, so that nothing read moves', () => {
    const notice = { code: 'sentences-dropped', text: '略去一句。' } as const;
    const turn = turnAfter(
      { type: 'delta', text: '会议在青岛。' },
      { type: 'notice', notice, replace: false },
    );
    expect(turn.notices).toEqual([{ ...notice, beforeText: false }]);
    expect(turn.text).toBe('会议在青岛。');
  });

  it('shows a notice once when the whole answer repeats it', () => {
    const notice = { code: 'date-range-applied', text: '按上周查找。' } as const;
    const answer = {
      id: 'x',
      language: 'zh',
      kind: 'where',
      question: '在哪里？',
      composer: 'extractive',
      answer: '会议在青岛。[1]',
      layout: 'paragraph',
      abstained: false,
      shortAnswer: null,
      sentences: [sentence],
      citations: [citation],
      conflicts: [],
      refusal: null,
      notices: [notice],
      suggestions: [],
      dateRange: null,
      passages: [],
      timings: {},
    } satisfies Answer;
    const turn = turnAfter({ type: 'notice', notice, replace: false }, { type: 'done', answer });
    expect(turn.notices).toEqual([{ ...notice, beforeText: true }]);
    expect([turn.status, turn.text]).toEqual(['done', answer.answer]);
  });
});
