import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/core/composer.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { findNumbers } from '../../src/language/numbers/numbers.ts';
import { createQuestionReader } from '../../src/question/read-question.ts';
import { standaloneQuestion } from '../../src/question/standalone-question.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';
import { ask, TODAY } from '../answer/seed-pipeline.ts';
import { findGrowth } from './growth.ts';
import { ADVERSARIAL_TEXTS } from './texts.ts';

/** UTF-16 units of the longest question that is answered. */
const MAX_QUESTION_LENGTH = 4000;
/** Milliseconds for a machine that does ten other things. */
const timeout = 900_000;

type Tools = Awaited<ReturnType<typeof loadLanguageTools>>;
let tools: Tools;

beforeAll(async () => {
  tools = await loadLanguageTools();
});

/** All that is read of a question by itself, before and after the search. */
function readQuestion(text: string): void {
  const { analyzer, annotator, lexicon, names } = tools;
  const language = detectLanguage(text);
  // A reader of its own each time: one that remembers would not read at all.
  const read = createQuestionReader({
    annotator,
    plain: (words) => analyzer.plain(words),
    names,
    isCommonEnglish: lexicon.isCommonEnglish,
  });
  read(analyzer.plain(text), TODAY);
  findNumbers(text);
  names.nameKeys(text, language);
  analyzer.conceptGroups(text);
  analyzer.analyzeText(text, language);
}

const user = (content: string): ChatMessage => ({ role: 'user', content });
const FOLLOW_UPS = ['Where is he?', '那伊朗呢？', '这次会议？'];

/** The text as the turn before, as the answer before and as the question that follows. */
function readConversation(text: string): void {
  for (const question of FOLLOW_UPS) {
    const turns = [user(text), { role: 'assistant', content: text } as const, user(question)];
    standaloneQuestion(turns, tools);
  }
  standaloneQuestion([user('Who is Khawaja Asif?'), user(text)], tools);
}

/** Those that differ in what the search and the sentences it finds are asked for. */
const SEARCHED = ADVERSARIAL_TEXTS.filter(({ name }) =>
  /distinct|^"(?:万|个|第一|一|百分之|one |US\$1 |哪座城市|http:\/\/a\.|<script>|2025年|Ana|习近平|《》|the meeting ) …"$/u.test(
    name,
  ),
);

describe('a question of any length up to the limit', { timeout }, () => {
  it('is read in time that grows with its length alone', async () => {
    expect(ADVERSARIAL_TEXTS.length).toBeGreaterThan(300);
    expect(await findGrowth(ADVERSARIAL_TEXTS, readQuestion, MAX_QUESTION_LENGTH)).toEqual([]);
  });

  it('is joined to its conversation in time that grows with its length alone', async () => {
    expect(await findGrowth(ADVERSARIAL_TEXTS, readConversation, MAX_QUESTION_LENGTH)).toEqual([]);
  });

  it('is answered in time that grows with its length alone', async () => {
    expect(SEARCHED.length).toBeGreaterThan(20);
    const answer = async (text: string) => {
      await ask(text);
    };
    expect(await findGrowth(SEARCHED, answer, MAX_QUESTION_LENGTH)).toEqual([]);
  });
});
