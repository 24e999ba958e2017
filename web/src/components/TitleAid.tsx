import { createContext, type ReactNode, useContext } from 'react';
import { getTextAid } from '../api/collection.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useRequest } from './use-request.ts';
import './TitleAid.css';

const TitleAidContext = createContext<ReadonlyMap<string, readonly string[]>>(new Map());

const isForeign = (title: string, language: 'zh' | 'en'): boolean =>
  /\p{Script=Han}/u.test(title) !== (language === 'zh');

/** Asks once what the titles of a list mean, for the lines below them. */
export function TitleAids({
  titles,
  children,
}: {
  readonly titles: readonly string[];
  readonly children: ReactNode;
}) {
  const language = useLanguage();
  const foreign = titles
    .filter((title) => isForeign(title, language))
    .map((title) => title.slice(0, 400));
  const key = foreign.length === 0 ? null : JSON.stringify([language, foreign]);
  const { result } = useRequest(key, async (signal) => {
    const glosses = await getTextAid(foreign, language, signal);
    return new Map(foreign.map((title, index) => [title, glosses[index] ?? []]));
  });
  return <TitleAidContext value={result ?? NONE}>{children}</TitleAidContext>;
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** What the words of a title mean, below it, where its reader may not read them. */
export function TitleAid({ title }: { readonly title: string }) {
  const messages = useMessages();
  const language = useLanguage();
  const glosses = useContext(TitleAidContext).get(title.slice(0, 400));
  if (!isForeign(title, language)) return null;
  return (
    <span className="title-aid" title={messages.readingAid}>
      {glosses?.join(' · ')}
    </span>
  );
}
