import { copyFile, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { encodeGb18030 } from './encode-gb18030.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-ingest-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

const story = (name: string) => ({
  title: `${name}的会议`,
  source: '新华社',
  publishedAt: '2025-07-07',
  text: `${name}的会议在青岛举行，${name}的代表出席并发言，各方就${name}的合作交换意见。`,
});

describe('ingestPaths', () => {
  it('reads every kind of file, in nested folders, in the order of their paths', async () => {
    await write(
      'b/deep/er/a.md',
      '---\ntitle: 甲\nsource: 人民日报\ndate: 2025-07-01\n---\n甲的会议在北京举行。',
    );
    await write('a.txt', '乙的会议\n来源：新华社\n日期：2025年7月2日\n\n乙的会议在上海举行。');
    await write('c.json', JSON.stringify({ articles: [story('丙'), story('丁')] }));
    await write('d.jsonl', `${JSON.stringify(story('戊'))}\n\n${JSON.stringify(story('己'))}\n`);
    await write('e.jsonl.gz', gzipSync(JSON.stringify(story('庚'))));
    await write('f.HTML', `<title>辛</title><p>${story('辛').text.repeat(3)}</p>`);
    await write('.hidden.txt', '看不见的文章在这里。');
    const { articles, skipped, filesRead } = await ingestPaths([folder]);
    expect(skipped).toEqual([]);
    expect(filesRead).toBe(6);
    expect(
      articles.map(({ origin, title }) => `${origin.path}:${origin.position} ${title}`),
    ).toEqual([
      'a.txt:0 乙的会议',
      'b/deep/er/a.md:0 甲',
      'c.json:0 丙的会议',
      'c.json:1 丁的会议',
      'd.jsonl:0 戊的会议',
      'd.jsonl:1 己的会议',
      'e.jsonl.gz:0 庚的会议',
      'f.HTML:0 辛',
    ]);
    expect(articles.slice(0, 3).map(({ publishedAt }) => publishedAt)).toEqual([
      '2025-07-02',
      '2025-07-01',
      '2025-07-07',
    ]);
  });

  it('finds nothing in an empty folder, and says when there is no such path', async () => {
    expect((await ingestPaths([folder])).articles).toEqual([]);
    const nowhere = path.join(folder, 'nowhere');
    const { skipped } = await ingestPaths([path.relative(process.cwd(), nowhere)]);
    expect(skipped).toMatchObject([{ path: nowhere, code: 'unreadable' }]);
  });

  it('reports each bad file with its reason and reads the rest', async () => {
    await write('0-good.json', JSON.stringify(story('甲')));
    await write('binary.txt', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1));
    await write('broken.json', '{"title": "甲", ');
    await write('empty.md', '');
    await write('blank.txt', ' \n\n\u3000 ');
    await write('photo.png', Uint8Array.of(0x89, 0x50));
    await write('wordless.json', JSON.stringify({ title: '甲', text: '……' }));
    await write('koi8.txt', Uint8Array.from(Array.from({ length: 64 }, (_, i) => 0xc0 + (i % 32))));
    await mkdir(path.join(folder, 'folder.md'));
    await symlink(path.join(folder, 'gone'), path.join(folder, 'dangling.txt'));
    await write(
      'list.jsonl',
      `[1]\n"x"\n{"text": "${story('乙').text}"\n${JSON.stringify(story('丙'))}`,
    );
    await write('z-good.txt', '丁的会议\n\n丁的会议在北京举行。');
    const { articles, skipped, filesRead } = await ingestPaths([folder]);
    expect(articles.map(({ title }) => title)).toEqual(['甲的会议', '丙的会议', '丁的会议']);
    expect(filesRead).toBe(4);
    expect(
      Object.fromEntries(
        skipped.map(({ path: name, position, code }) => [
          position === null ? name : `${name}:${position}`,
          code,
        ]),
      ),
    ).toEqual({
      'binary.txt': 'binary',
      'broken.json': 'malformed',
      'empty.md': 'empty',
      'blank.txt': 'empty',
      'photo.png': 'unsupported-type',
      'wordless.json:0': 'no-body',
      'koi8.txt': 'unknown-encoding',
      'dangling.txt': 'unreadable',
      'list.jsonl:0': 'malformed',
      'list.jsonl:1': 'malformed',
      'list.jsonl:2': 'malformed',
    });
    for (const { reason } of skipped) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it('skips a line of 50 MB and keeps the lines around it', async () => {
    const file = await open(path.join(folder, 'long.jsonl'), 'w');
    await file.write(`${JSON.stringify(story('甲'))}\n{"text": "`);
    for (let megabyte = 0; megabyte < 50; megabyte++) await file.write('a'.repeat(2 ** 20));
    await file.write(`"}\n${JSON.stringify(story('乙'))}\n`);
    await file.close();
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.map(({ origin, title }) => [origin.position, title])).toEqual([
      [0, '甲的会议'],
      [2, '乙的会议'],
    ]);
    expect(skipped).toMatchObject([{ path: 'long.jsonl', position: 1, code: 'too-large' }]);
  });

  it('keeps the lines before a compressed file breaks off', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) =>
      JSON.stringify(story(`第${i * i}号`)),
    ).join('\n');
    const whole = gzipSync(lines);
    await write('cut.jsonl.gz', whole.subarray(0, whole.length / 2));
    await write('no.jsonl.gz', 'not compressed at all');
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.length).toBeGreaterThan(100);
    expect(skipped).toMatchObject([
      { path: 'cut.jsonl.gz', position: null, code: 'unreadable' },
      { path: 'no.jsonl.gz', position: null, code: 'unreadable' },
    ]);
  });

  it('reads text with mark-up in a field as a page', async () => {
    await write(
      'a.json',
      JSON.stringify({ text: '<p>会议在<b>青岛</b>举行。</p><p>各方达成共识。</p>' }),
    );
    await write('b.json', JSON.stringify({ text: '第一段见<a href="x">公报</a>。\n第二段在后。' }));
    const { articles } = await ingestPaths([folder]);
    expect(articles.map(({ body }) => body)).toEqual([
      '会议在青岛举行。\n各方达成共识。',
      '第一段见公报。\n第二段在后。',
    ]);
  });

  it('survives a page nested a hundred thousand deep', async () => {
    await write('deep.html', `${'<div>'.repeat(100_000)}会议。`);
    await write('good.txt', '会议在青岛举行。');
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.map(({ origin }) => origin.path)).toEqual(['good.txt']);
    expect(skipped).toMatchObject([{ path: 'deep.html', code: 'malformed' }]);
  });

  it('skips a file and an article beyond the limits set', async () => {
    await write('large.txt', '会议。'.repeat(1000));
    await write('long.json', JSON.stringify({ text: '会议。'.repeat(100) }));
    const { skipped } = await ingestPaths([folder], { maxFileBytes: 5000, maxArticleLength: 200 });
    expect(skipped).toMatchObject([
      { path: 'large.txt', position: null, code: 'too-large' },
      { path: 'long.json', position: 0, code: 'too-large' },
    ]);
  });

  it('reads GB18030 and says so', async () => {
    await write(
      'gb.txt',
      encodeGb18030('会议的消息\n\n上海合作组织成员国的会议在青岛举行，各方达成共识。'),
    );
    const { articles, warnings } = await ingestPaths([folder]);
    expect(articles[0]?.body).toBe('上海合作组织成员国的会议在青岛举行，各方达成共识。');
    expect(warnings.map(({ text }) => text)).toContain('Read as GB18030, since it is not UTF-8.');
  });

  it('keeps an article without a date, or with one it cannot read, and warns', async () => {
    await write(
      'a.json',
      JSON.stringify([{ text: story('甲').text }, { ...story('乙'), publishedAt: 'soon' }]),
    );
    const { articles, warnings } = await ingestPaths([folder]);
    expect(articles.map(({ publishedAt }) => publishedAt)).toEqual([null, null]);
    expect(warnings).toEqual([
      { path: 'a.json', position: 0, text: 'No date of publication is given.' },
      { path: 'a.json', position: 1, text: 'The date of publication was not understood: soon' },
    ]);
  });

  it('names an article without a title by its first sentence', async () => {
    await write('a.json', JSON.stringify({ text: '会议在青岛举行。各方达成共识。' }));
    const { articles } = await ingestPaths([folder]);
    expect(articles[0]?.title).toBe('会议在青岛举行。');
  });

  it('leaves a duplicate file out and says of what', async () => {
    await write('a.json', JSON.stringify(story('甲')));
    await copyFile(path.join(folder, 'a.json'), path.join(folder, 'b.json'));
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.map(({ origin }) => origin.path)).toEqual(['a.json']);
    expect(skipped).toEqual([
      {
        path: 'b.json',
        position: 0,
        title: '甲的会议',
        code: 'duplicate',
        reason: 'The same article as number 1 in a.json.',
      },
    ]);
  });

  it('keeps a reprint by another outlet, linked to the one published first', async () => {
    const later = { ...story('甲'), source: '辽宁日报', publishedAt: '2025-07-09' };
    await write('a.json', JSON.stringify([later, story('甲'), story('乙乙乙乙乙')]));
    const { articles, nearDuplicates, skipped } = await ingestPaths([folder]);
    const [reprint, original, other] = articles;
    expect(skipped).toEqual([]);
    expect(reprint?.copyOf).toBe(original?.id);
    expect(original?.copyOf).toBeNull();
    expect(other?.copyOf).toBeNull();
    expect(nearDuplicates).toEqual([
      { articleId: reprint?.id, copyOf: original?.id, similarity: 1 },
    ]);
  });

  it('is not caught in a loop of links', async () => {
    await write('sub/a.json', JSON.stringify(story('甲')));
    await symlink(folder, path.join(folder, 'sub', 'up'));
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles).toHaveLength(1);
    expect(skipped).toEqual([]);
  });

  it('keeps ids when a body is edited or an article moves, and gives others to other articles', async () => {
    const idsOf = async (stories: readonly object[]) => {
      await write('a.json', JSON.stringify(stories));
      const { articles } = await ingestPaths([folder]);
      return articles.map(({ id }) => id);
    };
    const [first, second] = await idsOf([story('甲'), story('乙')]);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    const edited = { ...story('甲'), text: `${story('甲').text}后有更新。` };
    expect(await idsOf([story('乙'), edited])).toEqual([second, first]);
    const twins = await idsOf([
      story('甲'),
      { ...story('甲'), text: '同题而不同文的另一篇报道。' },
    ]);
    expect(new Set(twins).size).toBe(2);
  });

  it('tells how far it is', async () => {
    await write('a.json', JSON.stringify(story('甲')));
    await write('b.txt', '');
    const seen: string[] = [];
    await ingestPaths([folder], { onProgress: (done, all) => seen.push(`${done}/${all}`) });
    expect(seen).toEqual(['1/2', '2/2']);
  });

  it('leaves a bad article out with its file and place, and reads the others', async () => {
    const deep = { title: '深', text: `${'<div>'.repeat(6000)}会议。${'</div>'.repeat(6000)}` };
    await write('list.json', JSON.stringify([story('甲'), deep, story('乙')]));
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.map(({ title }) => title)).toEqual(['甲的会议', '乙的会议']);
    expect(skipped).toMatchObject([
      { path: 'list.json', position: 1, title: '深', code: 'malformed' },
    ]);
    expect(skipped[0]?.reason).toContain('nested more than');
  });

  it('skips a page of any deeply nested elements, and a value nested in lists', async () => {
    await write('quotes.html', `${'<blockquote>'.repeat(2000)}会议。`);
    await write('lists.json', `{"text": ${'['.repeat(3000)}"会议"${']'.repeat(3000)}}`);
    await write('good.txt', '会议在青岛举行。');
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles.map(({ origin }) => origin.path)).toEqual(['good.txt']);
    expect(skipped.map(({ path: name }) => name).sort()).toEqual(['lists.json', 'quotes.html']);
  });

  it('reads compressed JSON, up to the size that a file may have', async () => {
    await write('a.json.gz', gzipSync(JSON.stringify([story('甲')])));
    await write('bomb.json.gz', gzipSync(' '.repeat(100_000)));
    await write('cut.json.gz', gzipSync(JSON.stringify([story('乙')])).subarray(0, 40));
    const { articles, skipped } = await ingestPaths([folder], { maxFileBytes: 50_000 });
    expect(articles.map(({ title }) => title)).toEqual(['甲的会议']);
    expect(skipped).toMatchObject([
      { path: 'bomb.json.gz', position: null, code: 'too-large' },
      { path: 'cut.json.gz', position: null, code: 'unreadable' },
    ]);
  });

  it('reads lines up to a number and a size of them, and keeps what it has read', async () => {
    const lines = Array.from({ length: 50 }, (_, i) => JSON.stringify(story(`第${i}场`)));
    await write('many.jsonl.gz', gzipSync(lines.join('\n')));
    const byNumber = await ingestPaths([folder], { maxLines: 20 });
    expect(byNumber.articles).toHaveLength(20);
    expect(byNumber.skipped).toMatchObject([{ position: null, code: 'too-large' }]);
    await write('empty.jsonl.gz', gzipSync('\n'.repeat(3_000_000)));
    const bySize = await ingestPaths([folder], { maxUnpackedBytes: 1_000_000 });
    expect(bySize.articles).toHaveLength(50);
    expect(bySize.skipped).toMatchObject([{ path: 'empty.jsonl.gz', code: 'too-large' }]);
  });

  it('records the first thousand bad lines of a file, and counts the others', async () => {
    await write('bad.jsonl', `${'[]\n'.repeat(1500)}${JSON.stringify(story('甲'))}\n`);
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles).toHaveLength(1);
    expect(skipped).toHaveLength(1001);
    expect(skipped.at(-1)?.reason).toContain('500 more lines');
  });

  it('names a file whose name is no UTF-8 for what it is', async () => {
    const name = Buffer.concat([
      Buffer.from(`${folder}/`),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('.txt'),
    ]);
    await writeFile(name, '会议在青岛举行。');
    await write('good.txt', '乙的会议在青岛举行。');
    const { articles, skipped } = await ingestPaths([folder]);
    expect(articles).toHaveLength(1);
    expect(skipped).toMatchObject([{ code: 'unreadable' }]);
    expect(skipped[0]?.reason).toMatch(/no valid UTF-8/);
  });

  it('follows links within the folder, and names those that lead out of it', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'yinzheng-outside-'));
    try {
      await writeFile(path.join(outside, 'secret.txt'), '别处的文章在这里。');
      await write('in/a.txt', '甲的会议在青岛举行。');
      await symlink(path.join(folder, 'in', 'a.txt'), path.join(folder, 'b.txt'));
      await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'c.txt'));
      await symlink(outside, path.join(folder, 'd'));
      const { articles, skipped } = await ingestPaths([folder]);
      expect(articles.map(({ body }) => body)).toEqual(['甲的会议在青岛举行。']);
      const unread = skipped.filter(({ code }) => code === 'unreadable');
      expect(unread.map(({ path: name }) => name)).toEqual(['c.txt', 'd']);
      expect(unread[0]?.reason).toContain('leads out of the folder');
      const linked = await ingestPaths([path.join(folder, 'd')]);
      expect(linked.articles).toHaveLength(1);
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it.each([
    'javascript:alert(1)',
    ' JaVa\tscript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'https://user:secret@example.com/a',
    '//user:secret@example.com/a',
  ])('leaves out the address %j, and says so', async (url) => {
    await write('a.json', JSON.stringify({ ...story('甲'), url }));
    const { articles, warnings } = await ingestPaths([folder]);
    expect(articles).toMatchObject([{ url: null }]);
    expect(warnings.map(({ text }) => text).join()).toContain('Its address was left out');
    expect(warnings.map(({ text }) => text).join()).not.toContain('secret');
  });

  it('keeps addresses of the web', async () => {
    const urls = ['https://example.com/新闻?a=1#b', 'http://[::1]/a', '/news/1.html'];
    await write('a.json', JSON.stringify(urls.map((url, i) => ({ ...story(`第${i}场`), url }))));
    const { articles } = await ingestPaths([folder]);
    expect(articles.map(({ url }) => url)).toEqual(urls);
  });
});
