import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, LinkButton } from '#ui/components/index.ts'
import { stepPath } from './progress.ts'

/**
 * How a step ends. Going back is a button of the form too: what was typed is kept on the way. Whoever came to change one answer
 * goes back to all of them.
 */
export function GoOn({
  draft,
  back = false,
  first = false,
  leave = false,
}: {
  draft: DraftView
  back?: boolean
  /** There is nothing before it. */
  first?: boolean
  /** It can be left half filled in. */
  leave?: boolean
}): VNode {
  return (
    <ButtonRow>
      <Button>{back ? '保存并回到核对' : '保存并继续'}</Button>
      {back ? (
        <LinkButton href={stepPath(draft.id, 'check')} tone="normal">
          不改了
        </LinkButton>
      ) : (
        !first && (
          <Button tone="normal" name="then" value="back">
            上一步
          </Button>
        )
      )}
      {leave && !back && (
        <Button tone="normal" name="then" value="leave">
          先保存，以后再填
        </Button>
      )}
    </ButtonRow>
  )
}
