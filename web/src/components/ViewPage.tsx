import type { ReactNode } from 'react';
import './ViewPage.css';

/** A view that is one scrolling column. */
export function ViewPage({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <main className="view-page" tabIndex={0}>
      <div className="view-page-column">{children}</div>
    </main>
  );
}
