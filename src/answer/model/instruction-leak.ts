import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';

/** So much of the instructions, word for word, is no coincidence. In code units without space. */
const LEAK_LENGTH = 14;
const LEAK_LENGTH_LATIN = 36;

const bare = (text: string) => foldText(text).replace(/[\s\p{P}\p{S}]/gu, '');

/**
 * Whether a sentence repeats a stretch of the instructions, or the delimiter, which only someone
 * who was told to reveal them would.
 */
export function leaksInstructions(
  sentence: string,
  instructions: string,
  boundary: string,
): boolean {
  const said = bare(sentence);
  if (said.includes(bare(boundary))) return true;
  const secret = bare(instructions);
  const length = hasHan(said) ? LEAK_LENGTH : LEAK_LENGTH_LATIN;
  for (let at = 0; at + length <= said.length; at++) {
    if (secret.includes(said.slice(at, at + length))) return true;
  }
  return false;
}
