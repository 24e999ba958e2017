import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLightMarkdown, type Run } from '../../web/src/text/light-markdown.ts';
import { placeSentences } from '../../web/src/text/sentence-placement.ts';

const shown = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'marker' ? `[${run.marker}]` : run.text)).join('');

/** The text of each sentence as it was found, its markers included. */
function found(text: string, sentences: readonly string[]): (string | undefined)[] {
  const segments = placeSentences(
    parseLightMarkdown(text, false, () => true),
    sentences,
  ).flat();
  return sentences.map((_, index) => {
    const own = segments.filter(({ sentence }) => sentence === index);
    return own.length === 0 ? undefined : own.map(({ runs }) => shown(runs)).join('|');
  });
}

describe('placing checked sentences in the answer', () => {
  it('gives a sentence its markers, before and after its full stop', () => {
    expect(
      found('会议在青岛举行[1]。论坛在沈阳开幕。[2][3] 此外另有安排。', [
        '会议在青岛举行。',
        '论坛在沈阳开幕。',
      ]),
    ).toEqual(['会议在青岛举行[1]。', '论坛在沈阳开幕。[2][3]']);
  });

  it('takes the quotation mark between a quoted sentence and its marker along', () => {
    expect(found('新华社：“会议在青岛举行。” [1]（当日：7月7日）', ['会议在青岛举行。'])).toEqual([
      '会议在青岛举行。” [1]',
    ]);
  });

  it('finds sentences through bold, line breaks and list marks', () => {
    expect(
      found('# 要点\n- **青岛**：部长\n会晤。[1]\n- The forum\nopened. [2]', [
        '青岛：部长会晤。',
        'The forum opened.',
      ]),
    ).toEqual(['青岛：部长', 'The forum'].map((start) => expect.stringContaining(start)));
  });

  it('tells two sentences with the same words apart by their order', () => {
    expect(found('他来了。[1]他来了。[2]', ['他来了。', '他来了。'])).toEqual([
      '他来了。[1]',
      '他来了。[2]',
    ]);
  });

  it('leaves out a sentence that is not in the text yet', () => {
    expect(found('他来了。', ['他来了。', '他走了。'])).toEqual(['他来了。', undefined]);
  });

  it('never loses or repeats a character', () => {
    const piece = fc.constantFrom('他来了。', 'He left. ', '[1]', '**要点**', '\n', '- 一', ' ');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (parts, sentences) => {
        const blocks = parseLightMarkdown(parts.join(''), false, () => true);
        const placed = placeSentences(blocks, sentences);
        expect(placed.map((segments) => segments.map(({ runs }) => shown(runs)).join(''))).toEqual(
          blocks.map(({ runs }) => shown(runs)),
        );
      }),
    );
  });
});
