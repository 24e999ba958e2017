import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, parseLightMarkdown } from '../../web/src/text/light-markdown.ts';

const parse = (text: string, { open = false, markers = [1, 2] } = {}): Block[] =>
  parseLightMarkdown(text, open, (marker) => markers.includes(marker));

const shown = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({ runs }) =>
      runs.map((run) => (run.kind === 'marker' ? `<${run.marker}>` : run.text)),
    )
    .join('');

const strong = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ runs }) =>
    runs.flatMap((run) => (run.kind === 'text' && run.strong ? [run.text] : [])),
  );

describe('the light Markdown of answers', () => {
  it.each([
    ['会议在**青岛**，**“上海精神”**。', ['青岛', '“上海精神”']],
    ['**提名：**乔尔蓬阿塔', ['提名：']],
    ['The **culture ministers** met.', ['culture ministers']],
  ])('shows bold beside any punctuation: %s', (text, bold) => {
    expect(strong(parse(text))).toEqual(bold);
    expect(shown(parse(text))).toBe(text.replaceAll('**', ''));
  });

  it('shows bold from its opening while the rest has not arrived, and never a lone star', () => {
    expect(strong(parse('在**青岛', { open: true }))).toEqual(['青岛']);
    expect(shown(parse('在**青岛*', { open: true }))).toBe('在青岛');
    expect(shown(parse('在**青岛'))).toBe('在**青岛');
  });

  it('takes a number in brackets for a marker only where the answer has that citation', () => {
    expect(shown(parse('青岛[1]，见[9]。'))).toBe('青岛<1>，见[9]。');
  });

  it('reads headings, quotations and lists, and joins the lines of a paragraph', () => {
    const blocks = parse('# 要点\n- 一\n  - 二\n1. 三\n2、四\n\n> 引\n甲\n乙');
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['bullet', 0],
      ['bullet', 1],
      ['number', 0],
      ['number', 0],
      ['quotation', 0],
      ['paragraph', 0],
    ]);
    expect(shown(blocks.slice(-1))).toBe('甲\n乙');
  });

  it('does not take a decimal or a date at the start of a line for a list', () => {
    expect(parse('5.2% of visitors').map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(parse('2025. 新的一年').map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it('shows the address of a link, whatever its words claim', () => {
    const [block] = parse('[the bank](https://evil.example/a) and https://example.org/b.');
    const links = block?.runs.filter((run) => run.kind === 'link');
    expect(links?.map(({ text, href }) => [text, href])).toEqual([
      ['https://evil.example/a', 'https://evil.example/a'],
      ['https://example.org/b', 'https://example.org/b'],
    ]);
  });

  it('makes no link of any scheme but http', () => {
    for (const text of ['[x](javascript:alert(1))', '[x](data:text/html,1)', '<a href="x">y</a>']) {
      const kinds = parse(text).flatMap(({ runs }) => runs.map(({ kind }) => kind));
      expect(kinds).not.toContain('link');
      expect(shown(parse(text))).toBe(text);
    }
  });

  it('never throws, and the text so far only grows while it streams', () => {
    const pieces = fc.constantFrom(
      '青岛',
      '**',
      '[1]',
      '[',
      '\n',
      '- ',
      '# ',
      'a ',
      '。',
      '`',
      '>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (let end = 0; end <= text.length; end += 1) parse(text.slice(0, end), { open: true });
        expect(shown(parse(text)).length).toBeLessThanOrEqual(text.length + 2 * parts.length);
      }),
    );
  });
});
