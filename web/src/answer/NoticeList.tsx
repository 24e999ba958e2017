import type { AnswerNotice } from '../../../src/core/answer.ts';
import './AnswerSection.css';

/** What the reader must know about how the answer came to be. */
export function NoticeList({ notices }: { readonly notices: readonly AnswerNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className="notice-list">
      {notices.map(({ code, text }) => (
        <li key={`${code} ${text}`}>{text}</li>
      ))}
    </ul>
  );
}
