import type { Article, Language } from '../core/article.ts';
import type { Sentence, SentencesOf } from '../core/sentence.ts';
import { ANSWER_PHRASES } from './answer-phrases.ts';

const MOST = 3;
const MAX_TITLE_LENGTH = 60;
/** Marks that the title would have to be quoted in, and so cannot hold. */
const NESTED = { zh: /[《》]/u, en: /[“”"]/u } as const;
/** Opening sentences of an article, which name what it is about. */
const OPENING = 3;

/**
 * Questions that these articles can answer, in the reader's language: about the article by its
 * title, and about who and what it names most. Articles earlier in the list come first.
 */
export function suggestQuestions(
  articles: Iterable<Article>,
  language: Language,
  sentencesOf: SentencesOf,
): string[] {
  const phrases = ANSWER_PHRASES[language];
  const questions: string[] = [];
  const named = new Set<string>();
  for (const article of articles) {
    if (questions.length >= MOST) break;
    const title = article.title.trim();
    const isShown =
      title !== '' && title.length <= MAX_TITLE_LENGTH && !NESTED[language].test(title);
    const name =
      article.language === language ? leadingName(openingOf(sentencesOf(article))) : null;
    if (name !== null && !named.has(name)) {
      named.add(name);
      questions.push(phrases.aboutName(name));
    } else if (isShown) {
      questions.push(phrases.aboutTitle(title));
    }
  }
  return [...new Set(questions)].slice(0, MOST);
}

function openingOf(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ role }) => role === 'prose').slice(0, OPENING);
}

/** The person or body that an article's opening names more than once, or null. */
function leadingName(opening: readonly Sentence[]): string | null {
  const counts = new Map<string, number>();
  for (const { text: name, kind } of opening.flatMap(({ names }) => names)) {
    if (kind === 'person' || kind === 'organization') {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [best] = [...counts].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
