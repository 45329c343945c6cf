import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { Button, Dialog, DialogLink } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'

export const LOST = '填过的内容和上传的材料都会删掉，找不回来。这份草稿还没有提交，删掉不影响您以后再申请。'

/** The question of the drop page on the step itself; without scripts the link leads there. */
export function DropDraft({ visit, draft }: { visit: Visit; draft: DraftView }): VNode {
  const path = `/apply/${draft.id}/drop`
  return (
    <>
      <p>
        <DialogLink dialog="drop-draft" href={path}>
          不办了，删掉这份草稿
        </DialogLink>
      </p>
      <Dialog id="drop-draft" title="要删掉这份草稿吗？" back="不删，接着填">
        <p>{LOST}</p>
        <form method="post" action={path}>
          <CsrfField visit={visit} />
          <Button tone="danger">删掉</Button>
        </form>
      </Dialog>
    </>
  )
}
