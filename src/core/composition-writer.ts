import type { AnswerNotice, Composition, SentenceSupport } from './answer.ts';
import type { CompositionEvent } from './answer-event.ts';
import type { Article, Language } from './article.ts';
import { type Block, type BlockContent, citationsOf } from './block.ts';
import type { Citation } from './citation.ts';
import { CitationList } from './citation-list.ts';
import type { Span } from './span.ts';

/**
 * Writes an answer: blocks in, the events that show them out. Every composer writes through it, so
 * that ids are unique and a citation always comes before the block that shows it.
 */
export class CompositionWriter {
  readonly #language: Language;
  #citations: CitationList;
  readonly #announced = new Set<number>();
  readonly #notices: AnswerNotice[] = [];
  #blocks: Block[] = [];

  constructor(language: Language) {
    this.#language = language;
    this.#citations = new CitationList(language);
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get notices(): readonly AnswerNotice[] {
    return this.#notices;
  }

  /** @param span UTF-16 offsets on the article's body, end exclusive */
  cite(article: Article, span: Span): Citation {
    return this.#citations.cite(article, span);
  }

  /** Tells the reader something about the answer. */
  *tell(notices: readonly AnswerNotice[]): Generator<CompositionEvent> {
    for (const notice of notices) {
      this.#notices.push(notice);
      yield { type: 'notice', notice, replace: false };
    }
  }

  /**
   * Shows a block, its citations first.
   * @returns its id
   */
  *write(content: BlockContent): Generator<CompositionEvent, string> {
    const id = `b${this.#blocks.length + 1}`;
    const block: Block = { ...content, id };
    this.#blocks.push(block);
    for (const marker of citationsOf(block)) yield* this.#announce(marker);
    if ('text' in block) {
      const empty: Block = { ...block, text: '' };
      const unjudged: Block = empty.kind === 'sentence' ? { ...empty, support: null } : empty;
      yield { type: 'block-start', block: unjudged };
      yield { type: 'block-delta', id, text: block.text };
    } else {
      yield { type: 'block-start', block };
    }
    yield { type: 'block-end', id };
    if (block.kind === 'sentence' && block.support !== null) {
      const { support, isProvisional } = block;
      yield { type: 'check', id, support, isProvisional };
    }
    return id;
  }

  /** Puts the final verdict in the place of a sentence's. */
  *revise(id: string, support: SentenceSupport): Generator<CompositionEvent> {
    const at = this.#blocks.findIndex((block) => block.id === id);
    const block = this.#blocks[at];
    if (block?.kind !== 'sentence' || (block.support === support && !block.isProvisional)) return;
    this.#blocks = this.#blocks.with(at, { ...block, support, isProvisional: false });
    yield { type: 'check', id, support, isProvisional: false };
  }

  /** Forgets every block and citation, and tells the reader why they are void. */
  *startAgain(notice: AnswerNotice): Generator<CompositionEvent> {
    if (this.#blocks.length === 0) return;
    this.#blocks = [];
    this.#announced.clear();
    this.#citations = new CitationList(this.#language);
    this.#notices.push(notice);
    yield { type: 'notice', notice, replace: true };
  }

  get citations(): readonly Citation[] {
    return this.#citations.all();
  }

  /** Closes the answer; what was cited and is shown by no block is announced before. */
  *finish(
    ending: Omit<Composition, 'blocks' | 'citations' | 'notices'>,
    composer: 'extractive' | 'model' = 'extractive',
    timings?: Readonly<Record<string, number>>,
  ): Generator<CompositionEvent> {
    const citations = this.#citations.all();
    for (const { marker } of citations) yield* this.#announce(marker);
    const notices = this.#notices;
    const composition: Composition = { ...ending, blocks: this.#blocks, citations, notices };
    yield { type: 'composed', composition, composer, ...(timings && { timings }) };
  }

  *#announce(marker: number): Generator<CompositionEvent> {
    if (this.#announced.has(marker)) return;
    const citation = this.#citations.all()[marker - 1];
    if (citation === undefined) {
      throw new RangeError(`Expected a citation with marker ${marker}, got none. Cite it first.`);
    }
    this.#announced.add(marker);
    yield { type: 'citation', citation };
  }
}
