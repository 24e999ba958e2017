import type { Language } from '../../../src/core/article.ts';
import type { ArticleView } from '../../../src/core/http-views.ts';
import { getArticle } from '../api/collection.ts';
import { getCollection } from '../api/uploads.ts';
import { downloadText, fileName } from '../components/download.ts';
import { MESSAGES } from '../language/messages.ts';
import type { Turn } from '../state/turn.ts';
import { makeProof } from './proof-file.ts';

/** Hands the reader an answer with its evidence as one file. @throws as `send` */
export async function exportProof(turn: Turn, language: Language): Promise<void> {
  const ids = [...new Set(turn.citations.map(({ articleId }) => articleId))];
  const [collection, ...found] = await Promise.all([
    getCollection(),
    ...ids.map((id) => getArticle(id).catch(() => null)),
  ]);
  const articles = new Map<string, ArticleView>();
  for (const article of found) if (article !== null) articles.set(article.id, article);
  const messages = MESSAGES[language];
  const proof = makeProof({ turn, articles, collection, language, messages, madeAt: new Date() });
  downloadText(`${fileName(turn.question)}.html`, proof, 'text/html');
}
