import { useMessages } from '../language/messages.ts';
import './ViewPage.css';

/** Goes through a long list page by page; absent where one page holds it all. */
export function Pager({
  page,
  pageSize,
  total,
  onPage,
}: {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}) {
  const messages = useMessages();
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={messages.pages}>
      <button
        type="button"
        className="plain-button"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        {messages.previousPage}
      </button>
      <span>{messages.pageOf(page, pages)}</span>
      <button
        type="button"
        className="plain-button"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        {messages.nextPage}
      </button>
    </nav>
  );
}
