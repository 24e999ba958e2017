import { useAppState } from '../state/store.ts';
import './Announcer.css';

/** Tells screen readers what happened; the streamed text itself is silent. */
export function Announcer() {
  const { text, at, shown } = useAppState((state) => state.announcement);
  return (
    <div className="announcer" role="status" aria-live="polite">
      <span key={at} className={shown ? 'announcement' : 'visually-hidden'}>
        {text}
      </span>
    </div>
  );
}
