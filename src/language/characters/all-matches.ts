/**
 * `[...text.matchAll(pattern)]` without the copy that it makes of the pattern, which for a short text
 * costs more than the search.
 *
 * @param pattern with the flags `g` and `u`
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] !== '') continue;
    // Behind an empty match the search goes on with the next character.
    pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return matches;
}
