import { DropdownMenu } from 'radix-ui';
import { useLanguage, useMessages } from '../language/messages.ts';
import { downloadText } from '../shell/download.ts';
import { Icon } from '../shell/Icon.tsx';
import { useCommands } from '../state/commands.ts';
import { type Conversation, conversationLink, conversationTitle } from '../state/conversation.ts';
import { conversationAsJson, conversationAsMarkdown } from '../text/footnotes.ts';
import '../shell/Dialog.css';

/** A title as the name of a file. */
const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\s]+/gu, ' ')
    .trim()
    .slice(0, 60) || 'conversation';

/** What can be done with the whole conversation. */
export function ConversationMenu({ conversation }: { readonly conversation: Conversation }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const name = fileName(conversationTitle(conversation));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="quiet-button"
        aria-label={messages.conversationMenu}
        title={messages.conversationMenu}
      >
        <Icon name="more" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={messages.conversationMenu}
        >
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => commands.copy(conversationLink(conversation, window.location.href))}
          >
            {messages.copyLink}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() =>
              downloadText(`${name}.md`, conversationAsMarkdown(conversation, language))
            }
          >
            {messages.exportMarkdown}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => downloadText(`${name}.json`, conversationAsJson(conversation))}
          >
            {messages.exportJson}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
