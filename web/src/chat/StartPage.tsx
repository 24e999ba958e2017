import type { ArticleSummary } from '../../../src/core/http-views.ts';
import { getNewestArticles } from '../api/collection.ts';
import { useRequest } from '../components/use-request.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import { formatDay, formatPublished } from '../text/published-date.ts';
import './StartPage.css';

const NEWEST = 6;

/** Before the first question: what there is to ask about. */
export function StartPage() {
  const messages = useMessages();
  const language = useLanguage();
  const health = useAppState((state) => state.health);
  const generation = health?.index?.generation ?? null;
  const { result } = useRequest(generation, (signal) => getNewestArticles(NEWEST, signal));
  const covers = health?.covers ?? null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <div className="start" tabIndex={0}>
      <div className="start-words">
        <h1>{messages.startHeading}</h1>
        <p>{messages.startNote}</p>
        {health !== null && health.index === null && <p role="alert">{messages.noIndex}</p>}
        <p className="start-collection">
          {health?.index && messages.collection(health.index.articles, health.outlets.length)}
          {covers !== null && (
            <>
              {' · '}
              {formatDay(covers.from.slice(0, 10), language)}
              {' – '}
              {formatDay(covers.to.slice(0, 10), language)}
            </>
          )}
        </p>
        <section className="start-newest">
          <h2>{messages.newest}</h2>
          <ul>
            {Array.from({ length: NEWEST }, (_, index) => {
              const article = result?.articles[index];
              return (
                <li key={article?.id ?? index}>{article && <Headline article={article} />}</li>
              );
            })}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Headline({ article }: { readonly article: ArticleSummary }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  return (
    <button
      type="button"
      onClick={() => commands.openReader({ articleId: article.id, spans: [], active: 0 })}
    >
      <span className="start-headline" lang={languageTag(article.language)}>
        {article.title}
      </span>
      <span className="start-origin">
        {article.outlet[language]}
        {' · '}
        {formatPublished(article.publishedAt, language) ?? messages.undated}
      </span>
    </button>
  );
}
