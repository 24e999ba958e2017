import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/ingest/readers/plain-text.ts';

describe('readPlainText', () => {
  it('takes a short first line for the title and field lines for fields', () => {
    const [article] = readPlainText(
      '\n防长会达成共识\n来源：环球时报\n时间: 2025-06-26 22:46\n\n会议在青岛举行。\n作者：某人',
    ).articles;
    expect(article).toMatchObject({
      title: '防长会达成共识',
      source: '环球时报',
      publishedAt: '2025-06-26 22:46',
    });
    expect(article?.body.trim()).toBe('会议在青岛举行。\n作者：某人');
  });

  it('leaves a first sentence in the text', () => {
    const [article] = readPlainText('会议在青岛举行。\n各方达成共识。').articles;
    expect(article).toMatchObject({ title: null, body: '会议在青岛举行。\n各方达成共识。' });
  });

  it('knows a saved search page by its shape, and reads bodies of several lines', () => {
    const { articles } = readPlainText(
      [
        ...[
          '合作',
          '',
          'Search documents',
          '甲的标题',
          'Xin Hua She· 2025-07-07 15:26',
          '第一行。',
          '第二行。',
        ],
        ...['', '乙的标题', 'news flash· 2025-07-06 10:00', '乙的正文。'],
      ].join('\n'),
    );
    expect(articles).toMatchObject([
      { position: 0, title: '甲的标题', source: 'Xin Hua She', body: '第一行。\n第二行。\n' },
      { position: 1, title: '乙的标题', publishedAt: '2025-07-06 10:00', body: '乙的正文。' },
    ]);
  });
});
