import type { Run } from '../text/light-markdown.ts';
import { CitationMarker } from './CitationMarker.tsx';

/** Words, citation markers and links, as text and never as markup. */
export function AnswerRuns({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const key = `${index}`;
    switch (run.kind) {
      case 'marker':
        return <CitationMarker key={key} marker={run.marker} />;
      case 'code':
        return <code key={key}>{run.text}</code>;
      case 'link':
        return (
          <a key={key} href={run.href} target="_blank" rel="noopener noreferrer nofollow">
            {run.text}
          </a>
        );
      default:
        return run.strong ? (
          <strong key={key}>{run.text}</strong>
        ) : (
          <span key={key}>{run.text}</span>
        );
    }
  });
}
