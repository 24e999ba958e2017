import { beforeAll, describe, expect, it } from 'vitest';
import { article, openArticles, openSeeds, query, type TestCollection } from './seed-collection.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

const titlesFor = async (text: string) =>
  (await seeds.retriever.retrieve(query(text))).passages.map((passage) => passage.article.title);

describe('retrieval over the seeds', () => {
  it.each([
    ['谁主持了上合组织国防部长会议？', /防长会|防务领域/],
    ['民间友好论坛在哪里开幕？', /民间友好论坛/],
    ['旅游和文化之都候选城市', /文化和旅游项目/],
    ['土耳其与上合组织', /命运共同体/],
  ])('finds the Chinese article for %s', async (question, title) => {
    expect((await titlesFor(question))[0]).toMatch(title);
  });

  it.each([
    ["What did Pakistan's defence minister say about NATO?", /巴基斯坦防长/],
    ['Which city was nominated as tourism and culture capital?', /文化和旅游项目/],
    ['people-to-people friendship forum in Shenyang', /民间友好论坛/],
    ['Who met Dong Jun in Qingdao on June 25?', /董军会见|防长/],
  ])('finds the Chinese article for the English question %s', async (question, title) => {
    expect((await titlesFor(question)).slice(0, 2).join()).toMatch(title);
  });

  it.each([
    ['青年创新创业大赛有多少个项目？', /携手共进/],
    ['上合组织如何作出决策，需要一致同意吗？', /发展密码/],
    ['中国—中亚精神强调哪些原则？', /中国—中亚精神/],
  ])('finds the English article for the Chinese question %s', async (question, title) => {
    expect((await titlesFor(question)).slice(0, 2).join()).toMatch(title);
  });

  it('finds Traditional and full-width questions as it finds their plain forms', async () => {
    const plain = await titlesFor('上合组织国防部长会议 2025');
    expect(await titlesFor('上合組織國防部長會議　２０２５')).toEqual(plain);
  });

  it('returns exact slices of articles, best first, each with its trace', async () => {
    const { passages } = await seeds.retriever.retrieve(query('青岛 国防部长 会议'));
    expect(passages.length).toBeGreaterThan(3);
    for (const { article: found, chunk, score, trace } of passages) {
      expect(found.body.slice(chunk.start, chunk.end)).toBe(chunk.text);
      const parts = [...trace.signals, ...trace.rerank].map(({ contribution }) => contribution);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
    }
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(passages[0]?.trace.matched).toContain('青岛');
  });

  it('gives the same passages for the same question', async () => {
    const first = await seeds.retriever.retrieve(query('上海精神'));
    const second = await seeds.retriever.retrieve(query('上海精神'));
    expect(second.passages).toEqual(first.passages);
  });

  it('returns no more than asked for, and nothing for nothing in common', async () => {
    const { passages } = await seeds.retriever.retrieve(query('上合组织', { limit: 3 }));
    expect(passages).toHaveLength(3);
    const odd = await seeds.retriever.retrieve(query('？！', { limit: 3 }));
    expect(odd.passages.length).toBeLessThanOrEqual(3);
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('gone'));
    await expect(seeds.retriever.retrieve(query('上合组织'), stopped)).rejects.toThrow('gone');
  });
});

describe('filters', () => {
  it('keeps to them, and counts what each kept out', async () => {
    const { passages, searched } = await seeds.retriever.retrieve(
      query('上合组织', { filters: { language: 'en' } }),
    );
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.every(({ article: { language } }) => language === 'en')).toBe(true);
    expect(searched).toMatchObject({ articles: 10, excluded: { language: 7 } });
  });

  it('returns nothing where they match nothing', async () => {
    const { passages, searched } = await seeds.retriever.retrieve(
      query('上合组织', { filters: { source: 'The Times' } }),
    );
    expect(passages).toEqual([]);
    expect(searched.excluded).toEqual({ source: 10 });
  });
});

describe('balance of languages', () => {
  it('still shows the English article when many Chinese ones are added', async () => {
    const english = article({
      id: 'english',
      language: 'en',
      body: 'The river museum in Lisbon reopened after a flood destroyed its pottery collection.',
    });
    const chinese = Array.from({ length: 40 }, (_, i) =>
      article({ id: `chinese-${i}`, body: `第${i}号博物馆举办展览，市民前来参观博物馆的藏品。` }),
    );
    const { retriever } = await openArticles([...chinese, english], seeds.language);
    const { passages } = await retriever.retrieve(query('里斯本博物馆的陶器被洪水毁了吗？'));
    expect(passages.slice(0, 3).map((passage) => passage.article.id)).toContain('english');
  });
});

describe('titles', () => {
  it.each([
    [
      'zh',
      '喀什防洪演练',
      '敦煌防洪演练',
      '喀什的防洪演练',
      '参加人员分成三组，先后检查了堤坝和水泵。',
    ],
    [
      'en',
      'Kashgar flood drill',
      'Dunhuang flood drill',
      'the flood drill in Kashgar',
      'Three teams checked the dams and the pumps.',
    ],
  ] as const)(
    'decide between articles that say the same (%s)',
    async (language, title, other, asked, body) => {
      const articles = [
        article({ id: 'other', language, title: other, body }),
        article({ id: 'asked', language, title, body: `${body} ` }),
      ];
      const { retriever } = await openArticles(articles, seeds.language);
      const { passages } = await retriever.retrieve(query(asked));
      expect(passages[0]?.article.id).toBe('asked');
    },
  );
});

describe('reprints', () => {
  const body = '国防部长董军25日在青岛会见来华出席会议的各国国防部长，双方就防务合作交换意见。';

  it('folds them into one result that names its copies', async () => {
    const articles = [
      article({ id: 'original', body }),
      article({ id: 'reprint', body, outlet: { name: 'b', zh: '环球时报', en: 'Global Times' } }),
      article({ id: 'edited', body: `（记者 张三）${body}`, copyOf: 'original' }),
      article({ id: 'other', body: '沈阳举行民间友好论坛。' }),
    ];
    const { retriever } = await openArticles(articles, seeds.language);
    const { passages } = await retriever.retrieve(query('董军在青岛会见了谁？'));
    const [best, ...rest] = passages;
    const story = [best?.article.id, ...(best?.copies ?? []).map(({ id }) => id)];
    expect(story.sort()).toEqual(['edited', 'original', 'reprint']);
    expect(rest.every((passage) => passage.article.id === 'other')).toBe(true);
  });

  it('leaves two passages of one article apart', async () => {
    const long = `${body}\n${'会议讨论了地区安全形势与合作。'.repeat(20)}\n${'董军主持会议并讲话。'.repeat(20)}`;
    const { retriever } = await openArticles([article({ id: 'long', body: long })], seeds.language);
    const { passages } = await retriever.retrieve(query('董军会议'));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.every(({ copies }) => copies.length === 0)).toBe(true);
  });
});
