import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { FakeVectorStore } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';

/** What the index and retrieval need of an embedder, whoever makes it. */
export interface ContractEmbeddings extends EmbeddingsInterface {
  readonly fingerprint: string;
}

const TEXTS = [
  '上海合作组织成员国国防部长会议在青岛举行。',
  'Twelve projects from eight countries were shown in Qingdao.',
  '6月25日至26日',
  'SCO',
  '26日,国防部长董军会见了印度防长辛格。The meeting took place in Qingdao.',
];

/** Runs the contract that every embedder of this project keeps. Call it within a test file. */
export function describeEmbeddings(name: string, create: () => Promise<ContractEmbeddings>): void {
  describe(`${name} embeddings keep the contract`, () => {
    it('gives one vector for each text, all of one dimension, finite and of unit length', async () => {
      const embeddings = await create();
      const vectors = await embeddings.embedDocuments([...TEXTS]);
      expect(vectors).toHaveLength(TEXTS.length);
      expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
      for (const vector of vectors) {
        expect(vector.every(Number.isFinite)).toBe(true);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    });

    it('gives plain arrays, which the vector graph insists on', async () => {
      const embeddings = await create();
      expect(Array.isArray(await embeddings.embedQuery('青岛'))).toBe(true);
      expect((await embeddings.embedDocuments(['Qingdao'])).every(Array.isArray)).toBe(true);
    });

    it('gives a text the same vector alone, among others, and from another instance', async () => {
      const [one, other] = [await create(), await create()];
      const together = await one.embedDocuments([...TEXTS]);
      for (const [position, text] of TEXTS.entries()) {
        const [alone = []] = await other.embedDocuments([text]);
        expect(distance(alone, together[position] ?? [])).toBeLessThan(1e-6);
      }
    });

    it('gives different texts different vectors', async () => {
      const vectors = await (await create()).embedDocuments([...TEXTS]);
      for (const [position, vector] of vectors.entries()) {
        for (const later of vectors.slice(position + 1)) {
          expect(distance(vector, later)).toBeGreaterThan(1e-3);
        }
      }
    });

    it('gives questions and documents the same dimension', async () => {
      const embeddings = await create();
      const question = await embeddings.embedQuery('会议在哪里举行?');
      const [document] = await embeddings.embedDocuments(['会议在青岛举行。']);
      expect(question).toHaveLength(document?.length ?? -1);
    });

    it("finds a text by itself in LangChain's own vector store", async () => {
      const store = await FakeVectorStore.fromTexts([...TEXTS], {}, await create());
      for (const text of TEXTS) {
        const [[document, similarity] = []] = await store.similaritySearchWithScore(text, 1);
        expect(document?.pageContent).toBe(text);
        expect(similarity).toBeCloseTo(1, 5);
      }
    });

    it('gives no vectors for no texts', async () => {
      expect(await (await create()).embedDocuments([])).toEqual([]);
    });

    it('has a fingerprint that stays the same', async () => {
      const [one, other] = [await create(), await create()];
      expect(one.fingerprint).toMatch(/\S/);
      expect(other.fingerprint).toBe(one.fingerprint);
    });
  });
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((component, place) => component - (b[place] ?? Number.NaN)));
}
