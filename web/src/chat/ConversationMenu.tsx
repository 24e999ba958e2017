import { ActionMenu } from '../components/ActionMenu.tsx';
import { downloadText, fileName } from '../components/download.ts';
import { Icon } from '../components/Icon.tsx';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { type Conversation, conversationLink, conversationTitle } from '../state/conversation.ts';
import { conversationAsJson, conversationAsMarkdown } from '../text/footnotes.ts';

/** What can be done with the whole conversation. */
export function ConversationMenu({ conversation }: { readonly conversation: Conversation }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const name = fileName(conversationTitle(conversation));
  return (
    <ActionMenu
      label={messages.conversationMenu}
      trigger={<Icon name="more" />}
      actions={[
        {
          label: messages.copyLink,
          onSelect: () => commands.copy(conversationLink(conversation, window.location.href)),
        },
        {
          label: messages.exportMarkdown,
          onSelect: () =>
            downloadText(`${name}.md`, conversationAsMarkdown(conversation, language)),
        },
        {
          label: messages.exportJson,
          onSelect: () => downloadText(`${name}.json`, conversationAsJson(conversation)),
        },
      ]}
    />
  );
}
