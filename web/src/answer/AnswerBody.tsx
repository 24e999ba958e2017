import { memo, type ReactNode, useMemo } from 'react';
import type { Block, ShortAnswerBlock, StatementBlock } from '../../../src/core/block.ts';
import { languageTag } from '../language/browser-language.ts';
import { type ArrangedBlocks, arrangeBlocks } from './arrange-blocks.ts';
import { CitationMarkers } from './CitationMarkers.tsx';
import { Quote } from './Quote.tsx';
import { Conflict, Ledger } from './SourcesDiffer.tsx';
import { WrittenSentence } from './WrittenSentence.tsx';
import './AnswerBody.css';

/** The blocks of an answer, each as what it is. Grows only at its end. */
export const AnswerBody = memo(function AnswerBody({
  blocks,
  isComparison = false,
}: {
  readonly blocks: readonly Block[];
  /** Whether what stands under its headings is shown side by side. */
  readonly isComparison?: boolean;
}) {
  const arranged = useMemo(() => arrangeBlocks(blocks), [blocks]);
  if (!isComparison) return <div className="answer-body">{arranged.map(showGroup)}</div>;
  const first = arranged.findIndex(isHeading);
  const before = first < 0 ? arranged : arranged.slice(0, first);
  const columns: ArrangedBlocks[][] = [];
  for (const group of first < 0 ? [] : arranged.slice(first)) {
    if (isHeading(group)) columns.push([group]);
    else columns.at(-1)?.push(group);
  }
  return (
    <div className="answer-body">
      {before.map(showGroup)}
      {columns.length > 0 && (
        <div className="answer-columns">
          {columns.map((groups, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns only grow
            <section key={index} className="answer-column">
              {groups.map(showGroup)}
            </section>
          ))}
        </div>
      )}
    </div>
  );
});

const isHeading = (group: ArrangedBlocks): boolean =>
  group.kind === 'single' && group.block.kind === 'heading';

function showGroup(group: ArrangedBlocks): ReactNode {
  if (group.kind === 'single') return <SingleBlock key={group.block.id} block={group.block} />;
  const [first] = group.blocks;
  const key = first?.id;
  if (group.kind === 'list') {
    return (
      <ul key={key}>
        {group.blocks.map((block) => (
          <li key={block.id}>
            <Statement block={block} />
          </li>
        ))}
      </ul>
    );
  }
  const isProse = group.blocks.every(({ kind }) => kind === 'sentence');
  if (isProse) return <p key={key}>{group.blocks.flatMap(inProse)}</p>;
  return group.blocks.map((block) => <Statement key={block.id} block={block} />);
}

function Statement({ block }: { readonly block: StatementBlock }) {
  switch (block.kind) {
    case 'sentence':
      return <WrittenSentence block={block} />;
    case 'quote':
      return <Quote {...block} />;
    case 'timeline-entry':
      return (
        <Quote
          {...block}
          lead={{ text: block.days, strong: true }}
          dates={block.dates.filter(({ written }) => written !== block.days)}
        />
      );
  }
}

function SingleBlock({ block }: { readonly block: Exclude<Block, StatementBlock> }) {
  switch (block.kind) {
    case 'short-answer':
      return <ShortAnswer block={block} />;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'conflict':
      return <Conflict block={block} />;
    case 'ledger':
      return <Ledger block={block} />;
    case 'refusal':
      return <p className="refusal-explanation">{block.text}</p>;
    case 'possible':
      return <p className="possible-lead-in">{block.text}</p>;
  }
}

function ShortAnswer({
  block: { text, original, citations },
}: {
  readonly block: ShortAnswerBlock;
}) {
  const lang = /\p{Script=Han}/u.test(text) ? languageTag('zh') : undefined;
  return (
    <p className="short-answer">
      <strong lang={lang}>{text}</strong>
      {original !== null && (
        <span className="short-answer-original" lang={languageTag('zh')}>
          {original}
        </span>
      )}
      <CitationMarkers markers={citations} />
    </p>
  );
}

/** English sentences are parted by a space, Chinese ones by nothing. */
function inProse(block: StatementBlock, index: number): ReactNode[] {
  const statement = <Statement key={block.id} block={block} />;
  const isParted = index > 0 && !/^\p{Script=Han}/u.test(block.text);
  return isParted ? [' ', statement] : [statement];
}
