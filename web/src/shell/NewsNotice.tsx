import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import './NewsNotice.css';

/** Tells that the articles changed while the page was open; what is on it is of the new ones. */
export function NewsNotice() {
  const messages = useMessages();
  const commands = useCommands();
  const added = useAppState((state) => state.news);
  return (
    <div role="status" className="news-notice-place">
      {added !== 0 && (
        <p className="news-notice">
          {added > 0 ? messages.newArticles(added) : messages.fewerArticles(-added)}
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              commands.dismissNews();
              commands.show({ name: 'sources' });
            }}
          >
            {messages.showArticles}
          </button>
          <button
            type="button"
            className="quiet-button"
            aria-label={messages.close}
            onClick={commands.dismissNews}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
