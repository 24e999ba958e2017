import type { ChatModel } from '../../core/chat-model.ts';
import type { ChatMessage } from '../../core/composer.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import { quoteForPrompt } from './plain-text.ts';
import { REWRITE_RULES } from './prompts/rewrite-prompt.ts';

export interface QuestionRewriterParts {
  readonly chatModel: ChatModel;
  readonly analyzer: TextAnalyzer;
  /** Told of each failure of the model, with its cause. */
  readonly reportFailure?: ((error: unknown) => void) | undefined;
}

const MAX_QUESTION_LENGTH = 300;
const MAX_TURN_LENGTH = 600;
const MAX_TURNS = 6;
const ANSWER_TOKENS = 120;
/** Share of the rewritten question's content words that the conversation must already hold. */
const KNOWN_WORDS = 0.7;

/**
 * Rewrites a follow-up with the model so that it stands alone. Resolves to null, for the caller to
 * go by its own rules, when the model fails or writes anything but such a question: another
 * language, several lines, words that were never spoken of.
 */
export function createQuestionRewriter({
  chatModel,
  analyzer,
  reportFailure = () => {},
}: QuestionRewriterParts): (
  messages: readonly ChatMessage[],
  signal: AbortSignal | undefined,
) => Promise<string | null> {
  return async (messages, signal) => {
    const question = messages.at(-1)?.content.trim() ?? '';
    const earlier = messages.slice(0, -1).slice(-MAX_TURNS);
    if (question === '' || earlier.length === 0) return null;
    const language = detectLanguage(question);
    const turns = [...earlier, { role: 'user', content: question }].map(
      ({ role, content }) => `${role}: ${quoteForPrompt(content).slice(0, MAX_TURN_LENGTH)}`,
    );
    let written = '';
    try {
      const pieces = chatModel.stream({
        messages: [
          { role: 'system', content: REWRITE_RULES[language] },
          { role: 'user', content: turns.join('\n') },
        ],
        maxTokens: ANSWER_TOKENS,
        temperature: 0,
        signal,
      });
      for await (const piece of pieces) {
        written += piece;
        if (written.length > MAX_QUESTION_LENGTH) return null;
      }
    } catch (error) {
      signal?.throwIfAborted();
      reportFailure(error);
      return null;
    }
    const rewritten = written.trim().replace(/^["“'‘「]|["”'’」]$/gu, '');
    const isQuestion = rewritten !== '' && !rewritten.includes('\n');
    const sameLanguage = !/\p{L}/u.test(question) || detectLanguage(rewritten) === language;
    if (!isQuestion || !sameLanguage) return null;
    const spoken = messages.map(({ content }) => content).join('\n');
    return isMadeOf(rewritten, spoken, analyzer) ? rewritten : null;
  };
}

/** Whether a text brings in no number and few words that another does not hold. */
function isMadeOf(text: string, spoken: string, analyzer: TextAnalyzer): boolean {
  const known = new Set(analyzer.tokens(spoken).map(({ normal }) => normal));
  const words = analyzer.tokens(text).filter(({ stop }) => !stop);
  const isKnown = (word: string) => known.has(word) || spoken.includes(word);
  if (words.some(({ normal }) => /^\d/.test(normal) && !isKnown(normal))) return false;
  const share = words.filter(({ normal }) => isKnown(normal)).length / Math.max(1, words.length);
  return share >= KNOWN_WORDS;
}
