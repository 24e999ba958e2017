import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/ingest/readers/html.ts';

const paragraphs = [
  '新华社青岛7月7日电，上海合作组织各成员国将以即将举办的峰会为契机，打造更多优秀的文化和旅游项目。',
  '当日，文化部长第二十二次会晤、旅游部门领导人会议分别在青岛举行，中方作为轮值主席国主持会议。',
  '与会代表一致认为，近年来各成员国在文化和旅游领域的合作日益紧密，推动交流提质增效。',
];

describe('readHtml', () => {
  it('reads the main text of a page and what it says of itself', () => {
    const page = `<!doctype html><html><head><title>新闻 - 某网站</title>
      <meta property="og:title" content="上合组织将打造更多项目">
      <meta property="og:site_name" content="新华网">
      <meta property="article:published_time" content="2025-07-07T15:26:00+08:00">
      <link rel="canonical" href="https://example.com/a.html"></head>
      <body><nav><ul><li><a href="/">首页</a></li><li><a href="/b">登录</a></li></ul></nav>
      <article><h1>上合组织将打造更多项目</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>
      <script>alert('不应出现')</script><footer>版权所有</footer></body></html>`;
    const [article] = readHtml(page).articles;
    expect(article).toMatchObject({
      title: '上合组织将打造更多项目',
      source: '新华网',
      publishedAt: '2025-07-07T15:26:00+08:00',
      url: 'https://example.com/a.html',
    });
    expect(article?.body).toContain(paragraphs.join('\n'));
    expect(article?.body).not.toMatch(/不应出现|登录|版权/);
  });

  it('reads schema.org data where there are no meta tags, and passes malformed data over', () => {
    const [article] = readHtml(`<html><body>
      <script type="application/ld+json">{broken</script>
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Talks in Qingdao",
      "datePublished":"2025-07-07","publisher":{"name":"Xinhua"}}]}</script>
      <p>The ministers met.</p></body></html>`).articles;
    expect(article).toMatchObject({
      title: 'Talks in Qingdao',
      source: 'Xinhua',
      publishedAt: '2025-07-07',
      body: 'The ministers met.',
    });
  });

  it('reads a bare fragment with its entities', () => {
    const [article] = readHtml('<p>Peace &amp; trade</p><p>第二段<br>换行</p>').articles;
    expect(article?.body).toBe('Peace & trade\n第二段\n换行');
  });

  it('reads blocks that are never closed, and none of what is hidden', () => {
    const [article] = readHtml(
      '<ul><li>第一<li>第二 &lt;b&gt;</ul><style>p{}</style><noscript>无</noscript><p>末<b>段</b>',
    ).articles;
    expect(article?.body).toBe('第一\n第二 <b>\n末段');
  });
});
