import { useState } from 'react';
import type { NewsSource } from '../../../src/core/uploads.ts';
import { getArticles, getSources } from '../api/uploads.ts';
import { Pager } from '../components/Pager.tsx';
import { RequestState } from '../components/RequestState.tsx';
import { TitleAid, TitleAids } from '../components/TitleAid.tsx';
import { useRequest } from '../components/use-request.ts';
import { ViewPage } from '../components/ViewPage.tsx';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import { formatDay, formatPublished } from '../text/published-date.ts';
import AddNews from './AddNews.tsx';
import './Sources.css';

const PAGE_SIZE = 20;

/** Where the articles come from, the way to bring more, and all of them. */
export default function SourcesView() {
  const messages = useMessages();
  const collection = useAppState((state) => state.collection);
  return (
    <ViewPage>
      <h1 className="view-heading">{messages.sourcesHeading}</h1>
      {collection?.uploads === true && (
        <>
          <AddNews />
          <SourceList />
        </>
      )}
      {collection?.uploads === false && <p className="origin-line">{messages.uploadsOff}</p>}
      <AllArticles />
    </ViewPage>
  );
}

function SourceList() {
  const messages = useMessages();
  const generation = useAppState((state) => state.collection?.generation ?? '');
  const changes = useAppState(({ brought }) => brought.map(({ state }) => state).join(' '));
  const { result, error, pending, retry } = useRequest(`${generation} ${changes}`, getSources);
  if (result === null) return <RequestState pending={pending} error={error} onRetry={retry} />;
  return (
    <section className="source-list">
      <h2>{messages.sourcesList}</h2>
      {result.sources.length === 0 && <p className="origin-line">{messages.noSources}</p>}
      <ul>
        {result.sources.map((source) => (
          <SourceRow key={`${source.kind} ${source.id}`} source={source} />
        ))}
      </ul>
    </section>
  );
}

function SourceRow({ source }: { readonly source: NewsSource }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const { addedAt, articles, covers, id, kind, name, remarks } = source;
  const isIndexed = articles > 0;
  const facts = [
    isIndexed ? messages.articleCount(articles) : messages.notIndexedYet,
    !isIndexed
      ? null
      : covers === null
        ? messages.undated
        : [...new Set([covers.from, covers.to])]
            .map((day) => formatDay(day.slice(0, 10), language))
            .join(' – '),
    addedAt === null
      ? messages.operatorFolder
      : messages.addedAt(formatDay(addedAt.slice(0, 10), language)),
  ];
  return (
    <li className="source-row">
      <span className="brought-name">{name}</span>
      <span className="source-facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      {kind === 'upload' && id !== null && (
        <button
          type="button"
          className="quiet-button"
          aria-label={messages.removeSource(name)}
          onClick={() => commands.removeUpload(id)}
        >
          {messages.remove}
        </button>
      )}
      {remarks.length > 0 && (
        <ul className="brought-remarks" lang="en">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function AllArticles() {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const generation = useAppState((state) => state.health?.index?.generation ?? null);
  const [page, setPage] = useState(1);
  const { result, error, pending, retry } = useRequest(
    generation === null ? null : `${generation} ${page}`,
    (signal) => getArticles(page, PAGE_SIZE, signal),
  );
  if (generation === null) return null;
  return (
    <section className="all-articles">
      <h2>{messages.allArticles}</h2>
      {result === null ? (
        <RequestState pending={pending} error={error} onRetry={retry} />
      ) : (
        <>
          <TitleAids titles={result.articles.map(({ title }) => title)}>
            <ul>
              {result.articles.map((article) => (
                <li key={article.id} className="all-articles-row">
                  <button
                    type="button"
                    onClick={() =>
                      commands.openReader({ articleId: article.id, spans: [], active: 0 })
                    }
                  >
                    <span className="all-articles-title" lang={languageTag(article.language)}>
                      {article.title}
                    </span>
                    <TitleAid title={article.title} />
                    <span className="origin-line">
                      {article.outlet[language]}
                      {' · '}
                      {formatPublished(article.publishedAt, language) ?? messages.undated}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </TitleAids>
          <Pager page={page} pageSize={PAGE_SIZE} total={result.total} onPage={setPage} />
        </>
      )}
    </section>
  );
}
