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
        body: '董军在青岛主持会议，见 公报。\n\n成果\n- 第一项 a_b_c 2*3*4\n引用的话。',
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
      `# 会议 ##  \n## 成果 ${' '.repeat(9000)}# 二\n<!-- 不${'见'.repeat(500)} -->**甲** 与__乙__，** 丙`,
    );
    expect(articles[0]?.title).toBe('会议');
    expect(articles[0]?.body).toMatch(/^成果 +# 二\n甲 与乙，\*\* 丙$/u);
  });
});
