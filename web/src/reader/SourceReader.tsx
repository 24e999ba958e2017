import { useEffect, useRef } from 'react';
import type { ArticleView } from '../../../src/core/http-views.ts';
import { getArticle } from '../api/collection.ts';
import { problemOf } from '../api/request.ts';
import { Icon } from '../components/Icon.tsx';
import { useRequest } from '../components/use-request.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import type { ReaderTarget } from '../state/route.ts';
import { formatPublished } from '../text/published-date.ts';
import { ArticleText } from './ArticleText.tsx';
import { QuoteSteps } from './QuoteSteps.tsx';
import './SourceReader.css';

/** An article beside the view, at the exact words that were cited. */
export function SourceReader({ target }: { readonly target: ReaderTarget }) {
  const messages = useMessages();
  const commands = useCommands();
  const { articleId } = target;
  const { result, error, pending } = useRequest(articleId, () => getArticle(articleId));
  const problem = problemOf(error);
  const panel = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);

  // The reader of the page comes back to the marker that they left.
  useEffect(() => {
    cameFrom.current = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    };
  }, []);

  return (
    <aside
      className="reader"
      ref={panel}
      tabIndex={-1}
      aria-label={messages.article}
      aria-busy={pending}
    >
      <div className="reader-bar">
        <QuoteSteps target={target} />
        <button
          type="button"
          className="quiet-button reader-close"
          aria-label={messages.closeArticle}
          title={messages.closeArticle}
          onClick={commands.closeReader}
        >
          <Icon name="close" />
        </button>
      </div>
      {result !== null && !pending && <ReadArticle article={result} target={target} />}
      {pending && <p className="reader-note">{messages.loading}</p>}
      {error !== null && !pending && (
        <p className="reader-note" role="alert">
          {(problem && (messages.errors[problem.code] ?? problem.title)) ?? messages.serverLost}
        </p>
      )}
    </aside>
  );
}

function ReadArticle({
  article,
  target,
}: {
  readonly article: ArticleView;
  readonly target: ReaderTarget;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const { copyOf } = article;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <div className="reader-page" tabIndex={0}>
      <article>
        <h2 className="reader-title">{article.title}</h2>
        <p className="reader-origin">
          <span>{article.outlet[language]}</span>
          <span>{formatPublished(article.publishedAt, language) ?? messages.undated}</span>
          <span>{messages.languages[article.language]}</span>
          {article.truncated && <span className="tag">{messages.excerpt}</span>}
        </p>
        {copyOf !== null && (
          <p className="reader-origin">
            {messages.reprint}
            <button
              type="button"
              className="quiet-button"
              onClick={() => commands.openReader({ articleId: copyOf, spans: [], active: 0 })}
            >
              {messages.originalArticle}
            </button>
          </p>
        )}
        {article.url !== null && /^https?:/u.test(article.url) && (
          <p className="reader-origin">
            {messages.sourcePage}
            <a href={article.url} target="_blank" rel="noopener noreferrer nofollow">
              {article.url}
            </a>
          </p>
        )}
        <div lang={languageTag(article.language)}>
          <ArticleText article={article} target={target} />
        </div>
        {article.truncated && <p className="reader-cut">{messages.excerptNote}</p>}
      </article>
    </div>
  );
}
