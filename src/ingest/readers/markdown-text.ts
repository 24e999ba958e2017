import type { Emphasis, Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { htmlToText } from './html.ts';

/** The words of a Markdown text without its mark-up, and its first heading apart. */
export interface MarkdownText {
  /** The words of the heading that the text opens with, or null. */
  readonly heading: string | null;
  /** Blocks in lines of their own, blank lines between them; list items keep their dash or number. */
  readonly text: string;
}

/** What may be mark-up; in a text without it every word stands for itself. */
const ANY_MARK =
  /[*_~`[<&\\|>]|^[ \t]*(?:[-+][ \t]|\d{1,9}[.)][ \t])|^(?: {4}|\t)|^ {0,3}(?:#|[-=]+[ \t]*$)|https?:/mu;
const PLAIN_HEADING = /^\s*#[ \t]+(?=[^ \t\n])([^\n#]+)(?:\n|$)/u;

/** UTF-16 units beyond which a text is not parsed: a long article has a fiftieth of that. */
const MAX_LENGTH = 1_000_000;
/** Marks in a paragraph, and quotations and lists within each other, that parsing takes too long for. */
const MAX_MARKS = 300;
const MAX_NESTING = 16;
const MAX_INDENT = 48;
const MARKS = /[*_~[\]()<`]+/gu;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*/u;

/**
 * Whether a text is what people write: the parser's time grows with the square of the marks in a
 * paragraph, and with that of lists within lists.
 */
export function isParsable(markdown: string): boolean {
  if (markdown.length > MAX_LENGTH) return false;
  let marks = 0;
  for (const line of markdown.split('\n')) {
    const [containers] = CONTAINERS.exec(line) ?? [''];
    const levels = containers.match(/>|[-*+.)]/gu)?.length ?? 0;
    const indent = line.length - line.trimStart().length;
    if (levels > MAX_NESTING || indent > MAX_INDENT) return false;
    marks = line.trim() === '' ? 0 : marks + (line.match(MARKS)?.length ?? 0);
    if (marks > MAX_MARKS) return false;
  }
  return true;
}

/**
 * Reads Markdown with tables, task lists and footnotes, as GitHub writes it; emphasis also where it
 * touches Chinese punctuation.
 */
export function markdownToText(markdown: string): MarkdownText {
  const [opening = '', plainHeading = null] = PLAIN_HEADING.exec(markdown) ?? [];
  const rest = markdown.slice(opening.length);
  if (!ANY_MARK.test(plainHeading ?? '') && !ANY_MARK.test(rest)) {
    return { heading: plainHeading?.trim() ?? null, text: rest.trim() };
  }
  const root = fromMarkdown(markdown, {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const blocks = (nodes: readonly Nodes[]) => blockTexts(nodes, markdown).join('\n\n');
  const [first, ...others] = root.children;
  const opensWithHeading = first?.type === 'heading' && first.depth === 1;
  return {
    heading: opensWithHeading ? inlineText(first, markdown).trim() : null,
    text: blocks(opensWithHeading ? others : root.children),
  };
}

function blockTexts(nodes: readonly Nodes[], source: string): string[] {
  return nodes.map((node) => blockText(node, source)).filter((text) => text.trim() !== '');
}

function blockText(node: Nodes, source: string): string {
  switch (node.type) {
    case 'table':
      return tableText(node, source);
    case 'list':
      return node.children
        .map(({ children }, index) => {
          const mark = node.ordered === true ? `${(node.start ?? 1) + index}.` : '-';
          return `${mark} ${blockTexts(children, source).join('\n')}`;
        })
        .join('\n');
    case 'html':
      return htmlToText(node.value);
    case 'blockquote':
    case 'footnoteDefinition':
      return blockTexts(node.children, source).join('\n');
    default:
      return inlineText(node, source);
  }
}

/** A row in a line, its cells apart. */
function tableText({ children: rows }: Table, source: string): string {
  return rows
    .map(({ children: cells }) => cells.map((cell) => inlineText(cell, source).trim()).join(' | '))
    .join('\n');
}

/** The words of what stands within a line; tags in it, and marks of footnotes, have none. */
function inlineText(node: Nodes, source: string): string {
  switch (node.type) {
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
    case 'footnoteReference':
      return '';
    case 'break':
      return '\n';
  }
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map((child) => inlineText(child, source)).join('');
  return node.type === 'emphasis' && isProduct(node, source) ? `*${text}*` : text;
}

/** Whether a star stands between two figures, as in `2*3*4`. */
function isProduct({ position }: Emphasis, source: string): boolean {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  return (
    source.charAt(start) === '*' &&
    /\d/u.test(source.charAt(start - 1)) &&
    /\d/u.test(source.charAt(end))
  );
}
