import { lazy, Suspense } from 'react';
import type { Health } from '../../../src/core/application.ts';
import type { NewsStory } from '../../../src/core/news-event.ts';
import { getNewestStories } from '../api/collection.ts';
import { TitleAid, TitleAids } from '../components/TitleAid.tsx';
import { useRequest } from '../components/use-request.ts';
import { eventDates, eventName, nameIn } from '../events/event-name.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatRoute } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { formatDay } from '../text/published-date.ts';
import { QuestionBox } from './QuestionBox.tsx';
import { QuestionList } from './Suggestions.tsx';
import { useStarterQuestions } from './use-starter-questions.ts';
import './StartPage.css';

const AddNews = lazy(() => import('../sources/AddNews.tsx'));

const STORIES = 5;
/** Newest ones that the shown are chosen from. */
const LOOKED_AT = 50;
const QUESTIONS = 6;

/** Before the first question: the box to ask in, what can be asked, and what there is. */
export function StartPage() {
  const messages = useMessages();
  const health = useAppState((state) => state.health);
  const generation = health?.index?.generation ?? null;
  const stories = useRequest(generation, (signal) => getNewestStories(LOOKED_AT, signal));
  const starters = useStarterQuestions();
  // All of it at once, so that nothing moves once it stands.
  const isKnown = stories.result !== null && starters.isKnown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <div className="start" tabIndex={0}>
      <div className="start-column">
        <h1>{messages.startHeading}</h1>
        <p className="start-note">{messages.startNote}</p>
        <QuestionBox key="box" conversation={null} />
        {health !== null && health.index === null && <EmptyCollection />}
        {health !== null && isKnown && (
          <>
            {(starters.questions.length > 0 || !starters.complete) && (
              <section className="start-questions" data-complete={starters.complete}>
                <h2>{messages.startQuestions}</h2>
                <QuestionList
                  questions={starters.questions.slice(0, QUESTIONS).map(({ text }) => text)}
                />
              </section>
            )}
            <CollectionLine health={health} />
            <NewestStories stories={worthShowing(stories.result?.stories ?? [])} />
          </>
        )}
      </div>
    </div>
  );
}

/** An index without articles invites to bring some. */
function EmptyCollection() {
  const messages = useMessages();
  const uploads = useAppState((state) => state.collection?.uploads);
  if (uploads !== true) return <p role="alert">{messages.noIndex}</p>;
  return (
    <section className="start-empty">
      <h2>{messages.emptyCollection}</h2>
      <Suspense fallback={<p>{messages.loading}</p>}>
        <AddNews />
      </Suspense>
    </section>
  );
}

/** What is in here, in one line. */
function CollectionLine({ health }: { readonly health: Health }) {
  const messages = useMessages();
  const language = useLanguage();
  const { covers, index, languages, outlets } = health;
  if (index === null) return null;
  const parts = [messages.collection(index.articles, outlets.length)];
  if (covers !== null) {
    const [from, to] = [covers.from.slice(0, 10), covers.to.slice(0, 10)];
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    parts.push(`${formatDay(from, language)} – ${formatDay(to, language)}${messages.days(days)}`);
  }
  parts.push(languages.map((each) => messages.languages[each]).join(messages.and));
  return <p className="start-collection">{parts.join(' · ')}</p>;
}

function NewestStories({ stories }: { readonly stories: readonly NewsStory[] }) {
  const messages = useMessages();
  const language = useLanguage();
  if (stories.length === 0) return null;
  return (
    <section className="start-newest">
      <h2>{messages.newest}</h2>
      <TitleAids titles={stories.map((story) => eventName(story, language).title)}>
        <ul>
          {stories.map((story) => (
            <li key={story.id}>
              <StoryLink story={story} />
            </li>
          ))}
        </ul>
      </TitleAids>
    </section>
  );
}

/** The newest of known days, those of more than one outlet where there are enough of them. */
function worthShowing(stories: readonly NewsStory[]): readonly NewsStory[] {
  const dated = stories.filter(({ from }) => from !== null);
  const shared = dated.filter(({ outlets }) => outlets.length > 1);
  const [best] = [shared, dated, stories].filter(({ length }) => length >= STORIES);
  return (best ?? stories).slice(0, STORIES);
}

/** A story by its title, and in the reader's language when, where and by how many it is told. */
function StoryLink({ story }: { readonly story: NewsStory }) {
  const messages = useMessages();
  const language = useLanguage();
  const { title, lang } = eventName(story, language);
  const view = { name: 'events', event: story.id, query: '', filters: {} } as const;
  const places = story.places.slice(0, 2).map((place) => nameIn(place, language));
  const origin = [
    eventDates(story) ?? messages.undatedEvent,
    ...places,
    messages.reports(story.articleIds.length, story.outlets.length),
  ];
  return (
    <a href={formatRoute({ view, reader: null })}>
      <span className="start-headline" lang={lang}>
        {title}
      </span>
      <TitleAid title={title} />
      <span className="start-origin">{origin.join(' · ')}</span>
    </a>
  );
}
