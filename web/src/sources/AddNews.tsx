import { type DragEvent, useRef, useState } from 'react';
import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { BroughtFiles } from './BroughtFiles.tsx';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import { PasteNews } from './PasteNews.tsx';
import './Sources.css';

/** Ways to bring news: drop it, choose it, or paste it. */
export default function AddNews() {
  const messages = useMessages();
  const commands = useCommands();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isPasting, setIsPasting] = useState(false);

  const onDrop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setIsOver(false);
    commands.bring(await droppedFiles(event.dataTransfer));
  };
  const choose = (input: HTMLInputElement): void => {
    commands.bring(chosenFiles(input.files));
    input.value = '';
  };
  return (
    <div className="add-news">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it do the same */}
      <div
        className="drop-zone"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <p>{messages.dropNews}</p>
        <div className="drop-zone-actions">
          <button type="button" className="plain-button" onClick={() => files.current?.click()}>
            <Icon name="plus" />
            {messages.chooseFiles}
          </button>
          <button type="button" className="plain-button" onClick={() => folder.current?.click()}>
            {messages.chooseFolder}
          </button>
          <button
            type="button"
            className="plain-button"
            aria-expanded={isPasting}
            onClick={() => setIsPasting(!isPasting)}
          >
            {messages.pasteText}
          </button>
        </div>
        <p className="drop-zone-kinds">{messages.newsKinds}</p>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={messages.chooseFiles}
          onChange={(event) => choose(event.target)}
        />
        <input
          ref={(input) => {
            folder.current = input;
            input?.setAttribute('webkitdirectory', '');
          }}
          type="file"
          hidden
          aria-label={messages.chooseFolder}
          onChange={(event) => choose(event.target)}
        />
      </div>
      {isPasting && <PasteNews onDone={() => setIsPasting(false)} />}
      <BroughtFiles />
    </div>
  );
}
