import { useMessages } from '../language/messages.ts';
import { useAppState } from '../state/store.ts';
import './ServerNotice.css';

/** Says that the server is away, or that the browser keeps no more history. */
export function ServerNotice() {
  const messages = useMessages();
  const reachable = useAppState((state) => state.serverReachable);
  const historyKept = useAppState((state) => state.historyKept);
  if (reachable && historyKept) return null;
  return (
    <div className="server-notice" role="alert">
      {!reachable && <p>{messages.serverLost}</p>}
      {!historyKept && <p>{messages.historyRefused}</p>}
    </div>
  );
}
