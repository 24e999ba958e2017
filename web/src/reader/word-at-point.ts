import { chineseWordAt, chineseWords } from '../text/chinese-words.ts';

/** A Chinese word in a text node of the page, which a card can be placed at. */
export interface PlacedWord {
  readonly node: Text;
  readonly start: number;
  readonly word: string;
  range(): Range;
  getBoundingClientRect(): DOMRect;
}

function placeWord(node: Text, start: number, word: string): PlacedWord {
  return {
    node,
    start,
    word,
    range() {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, Math.min(node.length, start + word.length));
      return range;
    },
    getBoundingClientRect() {
      const range = this.range();
      // A word broken across lines is pointed at where it begins.
      return range.getClientRects()[0] ?? range.getBoundingClientRect();
    },
  };
}

/** The caret's place under a point; older Safari has it under its first name only. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** The Chinese word of a container under a point of the window, in CSS pixels, or null. */
export function wordAtPoint(container: Element, x: number, y: number): PlacedWord | null {
  const caret = caretAt(x, y);
  if (caret === null || !(caret.node instanceof Text) || !container.contains(caret.node)) {
    return null;
  }
  // The caret stands at the nearer edge of a character, so the one before it may be meant.
  for (const offset of [caret.offset, caret.offset - 1]) {
    const found = chineseWordAt(caret.node.data, offset);
    if (found === null) continue;
    const placed = placeWord(caret.node, found.start, found.word);
    const { left, right, top, bottom } = placed.getBoundingClientRect();
    if (left <= x && x <= right && top <= y && y <= bottom) return placed;
  }
  return null;
}

/** The Chinese word after or before another in the container's text; from its start if null. */
export function neighbouringWord(
  container: Element,
  from: PlacedWord | null,
  step: 1 | -1,
): PlacedWord | null {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const words: PlacedWord[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (const { start, word } of chineseWords(node.data)) words.push(placeWord(node, start, word));
  }
  const at = words.findIndex(({ node, start }) => node === from?.node && start === from.start);
  return words[at + step] ?? words[at] ?? null;
}
