import { Popover } from 'radix-ui';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { filterParameters } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { Icon } from './Icon.tsx';
import { PopoverCard } from './PopoverCard.tsx';
import './ArticleFilterFields.css';

/** Narrows what is looked at by date, outlet and language, behind one button. */
export function ArticleFilterFields({
  filters,
  onChange,
}: {
  readonly filters: ArticleFilters;
  readonly onChange: (filters: ArticleFilters) => void;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const outlets = useAppState((state) => state.health?.outlets);
  const set = filterParameters(filters).length;
  const change = (name: keyof ArticleFilters, value: string): void =>
    onChange({ ...filters, [name]: value === '' ? undefined : value });
  return (
    <Popover.Root>
      <Popover.Trigger className="quiet-button" data-set={set > 0}>
        <Icon name="filter" />
        {set > 0 ? messages.filtersSet(set) : messages.filters}
      </Popover.Trigger>
      <PopoverCard
        className="filter-fields"
        aria-label={messages.filters}
        align="start"
        sideOffset={8}
        collisionPadding={12}
      >
        <label>
          {messages.from}
          <input
            className="field"
            type="date"
            max={filters.to}
            value={filters.from ?? ''}
            onChange={(event) => change('from', event.target.value)}
          />
        </label>
        <label>
          {messages.to}
          <input
            className="field"
            type="date"
            min={filters.from}
            value={filters.to ?? ''}
            onChange={(event) => change('to', event.target.value)}
          />
        </label>
        <label>
          {messages.outlet}
          <select
            className="field"
            value={filters.source ?? ''}
            onChange={(event) => change('source', event.target.value)}
          >
            <option value="">{messages.anyOutlet}</option>
            {outlets?.map((outlet) => (
              <option key={outlet.name} value={outlet.name}>
                {outlet[language]} ({outlet.articles})
              </option>
            ))}
          </select>
        </label>
        <label>
          {messages.articleLanguage}
          <select
            className="field"
            value={filters.language ?? ''}
            onChange={(event) => change('language', event.target.value)}
          >
            <option value="">{messages.anyLanguage}</option>
            <option value="zh">{messages.languages.zh}</option>
            <option value="en">{messages.languages.en}</option>
          </select>
        </label>
        <button
          type="button"
          className="plain-button"
          disabled={set === 0}
          onClick={() => onChange({})}
        >
          {messages.clearFilters}
        </button>
      </PopoverCard>
    </Popover.Root>
  );
}
