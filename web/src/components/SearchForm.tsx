import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import { useMessages } from '../language/messages.ts';
import { MAIN_FIELD } from '../shell/shortcuts.ts';
import { ArticleFilterFields } from './ArticleFilterFields.tsx';
import './ViewPage.css';

/** Words to look for, and the filters beside them. Use the query as its key. */
export function SearchForm({
  label,
  placeholder,
  query,
  filters,
  isFocused = false,
  onSearch,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly filters: ArticleFilters;
  /** Whether the field takes the focus when it appears. */
  readonly isFocused?: boolean;
  readonly onSearch: (query: string, filters: ArticleFilters) => void;
}) {
  const messages = useMessages();
  const [text, setText] = useState(query);
  const field = useRef<HTMLInputElement>(null);
  // On a touch screen the focus would raise the keyboard over the page.
  useEffect(() => {
    if (isFocused && window.matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [isFocused]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSearch(text.trim(), filters);
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <input
          ref={field}
          className="field"
          type="search"
          {...MAIN_FIELD}
          aria-label={label}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="strong-button">
          {messages.searchButton}
        </button>
        <ArticleFilterFields
          filters={filters}
          onChange={(changed) => onSearch(text.trim(), changed)}
        />
      </form>
    </search>
  );
}
