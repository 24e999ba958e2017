import { memo, type ReactNode, useMemo } from 'react';
import type { Turn } from '../state/turn.ts';
import { parseLightMarkdown } from '../text/light-markdown.ts';
import { placeSentences, type Segment } from '../text/sentence-placement.ts';
import { AnswerRuns } from './AnswerRuns.tsx';
import { AnswerSentence } from './AnswerSentence.tsx';
import './AnswerBody.css';

interface PlacedBlock {
  readonly kind: 'paragraph' | 'heading' | 'quotation' | 'bullet' | 'number';
  readonly level: number;
  readonly segments: readonly Segment[];
}

/** Items that follow each other share one list. */
function groupLists(blocks: readonly PlacedBlock[]): PlacedBlock[][] {
  const groups: PlacedBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isItem = block.kind === 'bullet' || block.kind === 'number';
    if (isItem && last?.[0]?.kind === block.kind) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** The words of a segment that frame sentences and are not one. */
const textOf = (segment: Segment | undefined): string =>
  segment === undefined || segment.sentence !== null
    ? ''
    : segment.runs.map((run) => (run.kind === 'marker' ? '' : run.text)).join('');

/** A paragraph of nothing but bold words, which stands above a group of sentences. */
const isGroupHeading = ({ kind, segments }: PlacedBlock): boolean =>
  kind === 'paragraph' &&
  segments.every(({ runs }) => runs.every((run) => run.kind === 'text' && run.strong));

/** An opening paragraph that is nothing but bold words and their markers. */
const isShortAnswer = ({ segments }: PlacedBlock): boolean =>
  segments.some(({ runs }) => runs.some(({ kind }) => kind === 'marker')) &&
  segments.every(({ runs }) =>
    runs.every(
      (run) => run.kind === 'marker' || ('strong' in run && (run.strong || !run.text.trim())),
    ),
  );

/** The answer's text, each checked sentence in it with its support. Grows only at its end. */
export const AnswerBody = memo(function AnswerBody({ turn }: { readonly turn: Turn }) {
  const open = turn.status === 'answering';
  const groups = useMemo(() => {
    const markers = new Set(turn.citations.map(({ marker }) => marker));
    const blocks = parseLightMarkdown(turn.text, open, (marker) => markers.has(marker));
    const placed = placeSentences(
      blocks,
      turn.sentences.map((sentence) => sentence?.text ?? ''),
    );
    return groupLists(
      blocks.map(({ kind, level }, index) => ({ kind, level, segments: placed[index] ?? [] })),
    );
  }, [turn.text, turn.citations, turn.sentences, open]);

  const content = ({ segments }: PlacedBlock): ReactNode =>
    segments.map(({ sentence, runs }, index) => {
      const next = segments[index + 1];
      const checked = sentence === null ? null : turn.sentences[sentence];
      // biome-ignore lint/suspicious/noArrayIndexKey: text grows at its end, so places are stable
      if (!checked) return <AnswerRuns key={index} runs={runs} />;
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      return <AnswerSentence key={index} sentence={checked} runs={runs} after={textOf(next)} />;
    });

  return (
    <div className="answer-body">
      {groups.map((group, index) => {
        const [first] = group;
        if (first === undefined) return null;
        const items = group.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={at} data-level={item.level}>
            {content(item)}
          </li>
        ));
        if (isGroupHeading(first)) {
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <h3 key={index}>{content(first)}</h3>;
        }
        switch (first.kind) {
          // biome-ignore-start lint/suspicious/noArrayIndexKey: as above
          case 'heading':
            return <h3 key={index}>{content(first)}</h3>;
          case 'quotation':
            return <blockquote key={index}>{content(first)}</blockquote>;
          case 'bullet':
            return <ul key={index}>{items}</ul>;
          case 'number':
            return <ol key={index}>{items}</ol>;
          default:
            return (
              <p key={index} data-short={index === 0 && isShortAnswer(first)}>
                {content(first)}
              </p>
            );
          // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
        }
      })}
    </div>
  );
});
