import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentenceStream } from '../../../src/answer/model/sentence-stream.ts';

function read(...pieces: string[]) {
  const stream = new SentenceStream();
  return [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()].map(
    ({ text, cited }) => [text, cited],
  );
}

const TEXT =
  '26日，会议在青岛举行。[1]董军说：“中方愿合作。双方应努力。”[2][3] 阿西夫表示[1]，增长5.2%【4】。\n- First item. [1, 2]\n- The U.S. agreed [3].';

describe('sentences of a stream', () => {
  it('gives each sentence the markers that stand in it or follow it', () => {
    expect(read(TEXT)).toEqual([
      ['26日，会议在青岛举行。', [1]],
      ['董军说：“中方愿合作。双方应努力。”', [2, 3]],
      ['阿西夫表示，增长5.2%。', [1, 4]],
      ['First item.', [1, 2]],
      ['The U.S. agreed.', [3]],
    ]);
  });

  it('gives a marker before the first sentence to it', () => {
    expect(read('[1] It was held.')).toEqual([['It was held.', [1]]]);
  });

  it('shows a sentence as soon as the next begins', () => {
    const stream = new SentenceStream();
    expect(stream.push('会议举行。[1]')).toEqual([]);
    expect(stream.push('会')).toEqual([{ lead: '', text: '会议举行。', cited: [1] }]);
  });

  it('cuts the same however the text arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (lengths) => {
        const pieces: string[] = [];
        for (let at = 0, i = 0; at < TEXT.length; i++) {
          const length = lengths[i % lengths.length] ?? 1;
          pieces.push(TEXT.slice(at, at + length));
          at += length;
        }
        expect(read(...pieces)).toEqual(read(TEXT));
      }),
    );
  });

  it('cuts any text the same, a character at a time as at once', () => {
    // Without list marks and brackets, which are read with what stands around them when they come.
    const piece = fc.constantFrom(
      '会议',
      '举行。',
      '吗？',
      'It met. ',
      'A',
      'b ',
      '[1]',
      '3.5',
      '；',
      '26日',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(read(...text)).toEqual(read(text));
      }),
    );
  });

  it('ends a sentence that has no end, and holds no more than that', () => {
    const stream = new SentenceStream();
    const sentences = Array.from({ length: 2_000 }, () => stream.push('会'.repeat(10))).flat();
    expect(sentences.length).toBeGreaterThan(3);
    for (const { text } of sentences) expect(text.length).toBeLessThan(4_100);
    const all = [...sentences, ...stream.end()].map(({ text }) => text).join('');
    expect(all).toBe('会'.repeat(20_000));
  });
});
