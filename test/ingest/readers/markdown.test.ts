import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/ingest/readers/markdown.ts';

describe('readMarkdown', () => {
  it('takes fields from front matter and words without their mark-up', () => {
    const { articles, warnings } = readMarkdown(
      [
        '---',
        'title: "上合组织：新进展"',
        'source: 人民日报',
        'publishedAt: 2025-07-07 15:26',
        'url: https://example.com/a',
        '---',
        '# 上合组织：新进展',
        '',
        '**董军**在[青岛](https://example.com/q_(city))主持*会议*，见 `公报`。',
        '',
        '## 成果',
        '* 第一项 a_b_c 2*3*4',
        '> 引用的话。',
      ].join('\n'),
    );
    expect(warnings).toEqual([]);
    expect(articles).toEqual([
      {
        position: 0,
        title: '上合组织：新进展',
        source: '人民日报',
        publishedAt: '2025-07-07 15:26',
        url: 'https://example.com/a',
        body: '董军在青岛主持会议，见 公报。\n\n成果\n\n- 第一项 a_b_c 2*3*4\n\n引用的话。',
      },
    ]);
  });

  it('takes the title from the first heading when there is no front matter', () => {
    const [article] = readMarkdown('# Talks in Qingdao\n\nThe ministers met.').articles;
    expect(article).toMatchObject({ title: 'Talks in Qingdao', body: 'The ministers met.' });
  });

  it('keeps front matter that is no YAML as text, and says so', () => {
    const { articles, warnings } = readMarkdown('---\ntitle: [a\n---\n会议在青岛举行。');
    expect(articles[0]?.body).toContain('title: [a');
    expect(articles[0]?.body).toContain('会议在青岛举行。');
    expect(warnings[0]?.text).toMatch(/^The front matter was kept as text: /);
  });

  it('runs nothing that front matter asks for', () => {
    const { articles } = readMarkdown('---js\n{ title: process.exit(1) }\n---\n会议在青岛举行。');
    expect(articles[0]?.body).toContain('会议在青岛举行。');
  });

  it('takes closing marks of headings and comments away, however long their lines are', () => {
    const { articles } = readMarkdown(
      `# 会议 ##  \n## 成果 ${' '.repeat(9000)}# 二\n<!-- 不${'见'.repeat(500)} -->\n**甲** 与**乙**，他说**“好”**。** 丙`,
    );
    expect(articles[0]?.title).toBe('会议');
    expect(articles[0]?.body).toMatch(/^成果 +# 二\n\n甲 与乙，他说“好”。\*\* 丙$/u);
  });

  it('reads tables, references, footnotes, tasks, tags and entities as words', () => {
    const { articles } = readMarkdown(
      [
        'The agency published figures[^1] in its [yearly report][r] on Friday, with a <b>bold</b> claim &amp; more.',
        '',
        '| Year | 关闭次数 |',
        '| ---- | -------: |',
        '| 2024 | **12** |',
        '',
        '- [x] checked',
        '- [ ] open',
        '',
        '3. third',
        '4. fourth',
        '',
        '<div>一段<br>两行</div>',
        '',
        '```',
        'code_stays *as it is*',
        '```',
        '',
        '[r]: https://example.com/report',
        '[^1]: Counted since 1982.',
      ].join('\n'),
    );
    expect(articles[0]?.body.split('\n\n')).toEqual([
      'The agency published figures in its yearly report on Friday, with a bold claim & more.',
      'Year | 关闭次数\n2024 | 12',
      '- checked\n- open',
      '3. third\n4. fourth',
      '一段\n两行',
      'code_stays *as it is*',
      'Counted since 1982.',
    ]);
  });
});
