import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CitationMarkerStream,
  type MarkedPiece,
} from '../../../src/answer/model/citation-marker-stream.ts';

/** Runs pieces through a stream; neighbouring text is joined, since its cutting means nothing. */
function parse(pieces: readonly string[]): (string | readonly number[])[] {
  const stream = new CitationMarkerStream();
  const parsed: MarkedPiece[] = [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()];
  const joined: (string | readonly number[])[] = [];
  for (const piece of parsed) {
    const last = joined.at(-1);
    if (piece.type === 'marker') joined.push(piece.numbers);
    else if (typeof last === 'string') joined[joined.length - 1] = last + piece.text;
    else joined.push(piece.text);
  }
  return joined;
}

describe('citation markers in a stream', () => {
  it.each([
    ['会议举行。[1]', ['会议举行。', [1]]],
    ['会议举行。[1][2]', ['会议举行。', [1], [2]]],
    ['held [1, 2].', ['held ', [1, 2], '.']],
    ['举行【1】，［2］', ['举行', [1], '，', [2]]],
    ['举行[1，3、4]', ['举行', [1, 3, 4]]],
    ['held [2-4].', ['held ', [2, 3, 4], '.']],
    ['note[^3]', ['note', [3]]],
    ['举行【1†来源】。', ['举行', [1], '。']],
    ['see [1](https://evil.example/x) now', ['see ', [1], ' now']],
    ['see [1](javascript:alert(1)) now', ['see ', [1], ' now']],
    ['[中国] [a1] [] [1234] 【注】', ['[中国] [a1] [] [1234] 【注】']],
    ['open at the end [1', ['open at the end [1']],
    ['an array[0][12]', ['an array', [0], [12]]],
    ['举行（段落11）。', ['举行', [11], '。']],
    ['held [Passage 12].', ['held ', [12], '.']],
    ['held (Passages 1, 2) here', ['held ', [1, 2], ' here']],
    ['举行(1)。', ['举行', [1], '。']],
    ['held¹²', ['held', [1, 2]]],
    ['五项 (2) 与 km² 不是', ['五项 (2) 与 km² 不是']],
    ['(1) 第一项。', ['(1) 第一项。']],
  ])('reads %s', (text, expected) => expect(parse([text])).toEqual(expected));

  it('reads the same however the text is cut', () => {
    const alphabet = fc.constantFrom(
      ...'[]【】［］^†,，、;-–(): 0123456789',
      '会',
      'a',
      'http',
      '[1]',
      '[1, 2]',
      '【3】',
      '[1](x)',
      '[1](x(1)y)',
      '（段落2）',
      '(Passage 3)',
      '²',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        (text, lengths) => {
          const pieces: string[] = [];
          for (let at = 0; at < text.length; ) {
            const length = lengths.next().value ?? 1;
            pieces.push(text.slice(at, at + length));
            at += length;
          }
          expect(parse(pieces)).toEqual(parse([text]));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds nothing back but what may become a marker', () => {
    const stream = new CitationMarkerStream();
    expect(stream.push('会议[')).toEqual([{ type: 'text', text: '会议' }]);
    expect(stream.push('草案]通过[1')).toEqual([{ type: 'text', text: '[草案]通过' }]);
    expect(stream.push(']。')).toEqual([
      { type: 'marker', numbers: [1] },
      { type: 'text', text: '。' },
    ]);
    expect(stream.end()).toEqual([]);
  });
});
