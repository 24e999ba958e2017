import type { SyntheticEvent } from 'react';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';

/** A form for an article that is on no file: its text, and what is known of it. */
export function PasteNews({ onDone }: { readonly onDone: () => void }) {
  const messages = useMessages();
  const commands = useCommands();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    const text = field('text');
    if (text === '') return;
    const title = field('title') || text.slice(0, 40);
    const article = {
      title: field('title'),
      source: field('source'),
      publishedAt: field('publishedAt'),
      url: field('url'),
      text,
    };
    const content = new Blob([JSON.stringify(article)], { type: 'application/json' });
    commands.bring([{ name: `${title.replace(/[\\/\s]+/gu, ' ')}.json`, content }]);
    onDone();
  };
  return (
    <form className="paste-news" onSubmit={submit}>
      <label className="paste-news-text">
        {messages.pastedText}
        {/* biome-ignore lint/a11y/noAutofocus: the reader has just asked to paste here */}
        <textarea className="field" name="text" rows={8} required autoFocus />
      </label>
      <label>
        {messages.pastedTitle}
        <input className="field" name="title" />
      </label>
      <label>
        {messages.outlet}
        <input className="field" name="source" />
      </label>
      <label>
        {messages.pastedDate}
        <input className="field" name="publishedAt" type="date" />
      </label>
      <label>
        {messages.pastedAddress}
        <input className="field" name="url" type="url" />
      </label>
      <div className="paste-news-actions">
        <button type="button" className="plain-button" onClick={onDone}>
          {messages.cancel}
        </button>
        <button type="submit" className="strong-button">
          {messages.addText}
        </button>
      </div>
    </form>
  );
}
