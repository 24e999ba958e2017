import { Popover } from 'radix-ui';
import type { SentenceSupport } from '../../../src/core/answer.ts';
import { Icon } from '../components/Icon.tsx';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { useMessages } from '../language/messages.ts';

/** A small sign of a sentence's support; pressed, it says why. */
export function SupportMark({
  support,
  isProvisional,
}: {
  readonly support: SentenceSupport;
  readonly isProvisional: boolean;
}) {
  const messages = useMessages();
  const verdict = messages.support[support.verdict];
  return (
    <Popover.Root>
      <Popover.Trigger
        className="support-mark"
        data-verdict={support.verdict}
        data-provisional={isProvisional}
        aria-label={messages.supportOf(verdict)}
        title={verdict}
      >
        <Icon name={support.verdict} />
      </Popover.Trigger>
      <PopoverCard
        className="support-reason"
        aria-label={verdict}
        side="top"
        sideOffset={6}
        collisionPadding={12}
      >
        <strong data-verdict={support.verdict}>{verdict}</strong>
        <p>{support.reason}</p>
        {isProvisional && <p>{messages.provisional}</p>}
        {support.failed !== null && <p>{messages.failedPiece(support.failed)}</p>}
        {support.verdict !== 'supported' && <p>{messages.supportRules[support.rule]}</p>}
      </PopoverCard>
    </Popover.Root>
  );
}
