import type { Language } from './article.ts';
import type { Block, BlockEvent, StatementBlock } from './block.ts';
import { isStatement } from './block.ts';
import type { Citation } from './citation.ts';

const WORDS = {
  zh: {
    attribution: (source: string, day: string | null) =>
      `${source}${day === null ? '' : `（${day}）`}：`,
    dateNote: (expression: string, days: string) => `（${expression}：${days}）`,
    conflict: (about: string, statements: string) => `来源说法不一（${about}）：${statements}。`,
    stated: (value: string, origin: string) => `${value}（${origin}）`,
    original: (text: string) => `（${text}）`,
    comma: '，',
    semicolon: '；',
    entry: (days: string) => `**${days}**：`,
    betweenSentences: '',
    unsupported: '〔报道中没有依据〕',
  },
  en: {
    attribution: (source: string, day: string | null) =>
      `${source}${day === null ? '' : ` (${day})`}: `,
    dateNote: (expression: string, days: string) => ` (${expression}: ${days})`,
    conflict: (about: string, statements: string) => `Sources differ on ${about}: ${statements}.`,
    stated: (value: string, origin: string) => `${value} (${origin})`,
    original: (text: string) => ` (${text})`,
    comma: ', ',
    semicolon: '; ',
    entry: (days: string) => `**${days}**: `,
    betweenSentences: ' ',
    unsupported: ' [not supported by the articles]',
  },
} as const satisfies Record<Language, object>;

const DAY = { dateStyle: 'long', timeZone: 'UTC' } as const;
/** How readers of each language write a day. */
const DAYS = {
  zh: new Intl.DateTimeFormat('zh-CN', DAY),
  en: new Intl.DateTimeFormat('en-US', DAY),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

/** How a citation's number is written behind the words it stands for. */
export type WriteMarker = (marker: number) => string;

const inBrackets: WriteMarker = (marker) => `[${marker}]`;

/** Blocks as light Markdown with `[n]` markers. */
export function renderBlocks(
  blocks: readonly Block[],
  citations: readonly Citation[],
  language: Language,
  writeMarker: WriteMarker = inBrackets,
): string {
  const stream = new MarkdownStream(language, writeMarker);
  for (const citation of citations) stream.cite(citation);
  return blocks
    .map((block) => {
      const text = 'text' in block ? block.text : '';
      const started = stream.push({ type: 'block-start', block });
      const shown = stream.push({ type: 'block-delta', id: block.id, text });
      const ended = stream.push({ type: 'block-end', id: block.id });
      const support = block.kind === 'sentence' ? block.support : null;
      const { id } = block;
      return (
        started +
        shown +
        ended +
        (support === null ? '' : stream.push({ type: 'check', id, support, isProvisional: false }))
      );
    })
    .join('');
}

/**
 * The same, while blocks arrive: however they come in pieces, what it gives joins to what
 * `renderBlocks` makes of them.
 */
export class MarkdownStream {
  readonly #language: Language;
  readonly #writeMarker: WriteMarker;
  readonly #citations = new Map<number, Citation>();
  #previous: Block | null = null;
  #current: Block | null = null;

  constructor(language: Language, writeMarker: WriteMarker = inBrackets) {
    this.#language = language;
    this.#writeMarker = writeMarker;
  }

  /** Makes a citation known, before the block that shows its marker. */
  cite(citation: Citation): void {
    this.#citations.set(citation.marker, citation);
  }

  /** Forgets what was written: what follows begins a new text. */
  restart(): void {
    this.#previous = null;
    this.#current = null;
  }

  /** What one event adds to the text. */
  push(event: BlockEvent): string {
    switch (event.type) {
      case 'block-start': {
        this.#current = event.block;
        return this.#separator(event.block) + this.#opening(event.block);
      }
      case 'block-delta':
        return escapeMarkdown(event.text);
      case 'block-end': {
        const block = this.#current;
        if (block === null) return '';
        this.#previous = block;
        this.#current = null;
        return this.#closing(block);
      }
      case 'check':
        // Whoever reads Markdown sees the text and nothing else.
        return event.support.verdict === 'unsupported' ? WORDS[this.#language].unsupported : '';
    }
  }

  #separator(block: Block): string {
    const previous = this.#previous;
    if (previous === null) return '';
    if (!isStatement(block)) return '\n\n';
    if (block.placement === 'run-on') return WORDS[this.#language].betweenSentences;
    const isNextItem =
      block.placement === 'item' &&
      isStatement(previous) &&
      previous.placement !== 'paragraph' &&
      previous.heading === block.heading;
    return isNextItem ? '\n' : '\n\n';
  }

  #opening(block: Block): string {
    switch (block.kind) {
      case 'short-answer':
      case 'heading':
        return '**';
      case 'sentence':
      case 'quote':
      case 'timeline-entry': {
        const item = block.placement === 'item' ? '- ' : '';
        return `${item}${this.#lead(block)}${this.#isFramed(block) ? '“' : ''}`;
      }
      case 'conflict':
        return this.#conflict(block.about, block.statements);
      case 'ledger':
        return this.#ledger(block.about, block.rows);
      default:
        return '';
    }
  }

  #closing(block: Block): string {
    const words = WORDS[this.#language];
    switch (block.kind) {
      case 'short-answer': {
        const { original, citations } = block;
        return `**${original === null ? '' : words.original(escapeMarkdown(original))}${this.#marks(citations)}`;
      }
      case 'heading':
        return '**';
      case 'sentence':
      case 'quote':
      case 'timeline-entry': {
        const { citations, dates } = block;
        // What stands in front of a timeline's entry needs no note behind it.
        const days = block.kind === 'timeline-entry' ? block.days : null;
        const notes =
          block.kind === 'sentence'
            ? []
            : dates
                .filter(({ written }) => written !== days)
                .map(({ expression, written }) => words.dateNote(expression, written));
        return `${this.#isFramed(block) ? '”' : ''}${this.#marks(citations)}${[...new Set(notes)].join('')}`;
      }
      default:
        return '';
    }
  }

  /** Words before a quote: what is ours, and whose the quote is where its language is another. */
  #lead(block: StatementBlock): string {
    const words = WORDS[this.#language];
    if (block.kind === 'timeline-entry') return words.entry(block.days) + this.#attribution(block);
    if (block.kind !== 'quote') return '';
    const { lead } = block;
    if (lead === null) return this.#attribution(block);
    const text = escapeMarkdown(lead.text);
    return lead.strong ? `**${text}** · ${this.#attribution(block)}` : text;
  }

  #isFramed(block: StatementBlock): boolean {
    if (block.kind === 'sentence') return false;
    return (block.kind === 'quote' && block.lead !== null) || this.#attribution(block) !== '';
  }

  #attribution({ citations: [marker] }: StatementBlock): string {
    const cited = marker === undefined ? undefined : this.#citations.get(marker);
    if (cited === undefined || cited.language === this.#language || cited.source === '') return '';
    return WORDS[this.#language].attribution(cited.source, this.#day(cited.publishedAt));
  }

  #conflict(
    about: string,
    statements: readonly { readonly value: string; readonly citation: number }[],
  ): string {
    const words = WORDS[this.#language];
    const stated = statements.map(({ value, citation }) => {
      const cited = this.#citations.get(citation);
      const origin = [cited?.source, this.#day(cited?.publishedAt ?? null)].filter(Boolean);
      const text = escapeMarkdown(value);
      return `${origin.length === 0 ? text : words.stated(text, origin.join(words.comma))}${this.#marks([citation])}`;
    });
    return words.conflict(escapeMarkdown(about), stated.join(words.semicolon));
  }

  #ledger(
    about: string,
    rows: readonly {
      readonly value: string;
      readonly who: string;
      readonly asOf: string | null;
      readonly citation: number;
    }[],
  ): string {
    const lines = rows.map(({ value, who, asOf, citation }) => {
      const origin = [who, this.#day(asOf)].filter((part) => part !== null && part !== '');
      return `- ${[value, ...origin].map((part) => escapeMarkdown(part ?? '')).join(' · ')}${this.#marks([citation])}`;
    });
    return [`**${escapeMarkdown(about)}**\n`, ...lines].join('\n');
  }

  #marks(markers: readonly number[]): string {
    return markers.length === 0 ? '' : ` ${markers.map(this.#writeMarker).join('')}`;
  }

  #day(publishedAt: string | null): string | null {
    if (publishedAt === null) return null;
    const time = Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(time)) return null;
    return DAYS[this.#language].format(time);
  }
}

/** Keeps words of an article from being read as emphasis, a link, a citation or a tag. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<>]/gu, '\\$&');
}
