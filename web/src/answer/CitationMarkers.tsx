import { CitationMarker } from './CitationMarker.tsx';

/** The markers of one claim, kept on the line of its last characters. */
export function CitationMarkers({ markers }: { readonly markers: readonly number[] }) {
  return (
    <span className="citation-markers">
      {markers.map((marker) => (
        <CitationMarker key={marker} marker={marker} />
      ))}
    </span>
  );
}
