import type { AnswerKind } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { ModelMessage } from '../../core/chat-model.ts';
import { maskInjection } from '../prompt-injection.ts';
import type { PackedPassage } from './pack-passages.ts';
import { quoteForPrompt } from './plain-text.ts';
import { ANSWER_FORMS, ANSWER_RULES, LANGUAGE_REMINDERS } from './prompts/answer-prompt.ts';

export interface PromptParts {
  readonly question: string;
  readonly language: Language;
  readonly kind: AnswerKind;
  readonly today: string;
  readonly passages: readonly PackedPassage[];
  /** A word that no article can hold, since it is drawn for this request. */
  readonly boundary: string;
}

/** The instructions, which never hold a word of an article. */
export function systemPrompt(language: Language, boundary: string): string {
  return ANSWER_RULES[language](boundary);
}

/**
 * Messages for one answer: instructions in the system message; passages, delimited, and then the
 * question in the user message. `wrongLanguage` adds a reminder for the second try.
 */
export function buildPrompt(parts: PromptParts, wrongLanguage = false): ModelMessage[] {
  const { question, language, kind, today, passages, boundary } = parts;
  const blocks = passages.map((packed) => showPassage(packed, language, boundary));
  const [asks, day] = language === 'zh' ? ['问题', '今天'] : ['Question', 'Today'];
  const form = ANSWER_FORMS[language][kind];
  const lines = [
    ...blocks,
    `${day}: ${today}`,
    `${asks}: ${question}`,
    ...(form === undefined ? [] : [form]),
    ...(wrongLanguage ? [LANGUAGE_REMINDERS[language]] : []),
  ];
  return [
    { role: 'system', content: systemPrompt(language, boundary) },
    { role: 'user', content: lines.join('\n\n') },
  ];
}

function showPassage(packed: PackedPassage, language: Language, boundary: string): string {
  const [first] = packed.parts;
  if (first === undefined) return '';
  const { article } = first;
  const published = article.publishedAt?.slice(0, 10) ?? '';
  const heading = [article.title, article.outlet[language], published]
    .map((part) => quoteForPrompt(maskInjection(part)).replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join(' | ');
  return `<${boundary} ${packed.number}>\n${heading}\n${quoteForPrompt(packed.text)}\n</${boundary}>`;
}
