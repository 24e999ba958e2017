import { Popover } from 'radix-ui';
import type { SentenceSupport } from '../../../src/core/answer.ts';
import { useMessages } from '../language/messages.ts';
import { Icon } from '../shell/Icon.tsx';
import '../shell/Dialog.css';

/** A small sign of a sentence's support; pressed, it says why. */
export function SupportMark({ support }: { readonly support: SentenceSupport }) {
  const messages = useMessages();
  const verdict = messages.support[support.verdict];
  return (
    <Popover.Root>
      <Popover.Trigger
        className="support-mark"
        data-verdict={support.verdict}
        aria-label={messages.supportOf(verdict)}
        title={verdict}
      >
        <Icon name={support.verdict} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover support-reason"
          aria-label={verdict}
          side="top"
          sideOffset={6}
          collisionPadding={12}
        >
          <strong data-verdict={support.verdict}>{verdict}</strong>
          <p>{support.reason}</p>
          {support.failed !== null && <p>{messages.failedPiece(support.failed)}</p>}
          {support.verdict !== 'supported' && <p>{messages.supportRules[support.rule]}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
