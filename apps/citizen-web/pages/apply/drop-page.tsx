import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, LinkButton, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, mattersTrail, Layout } from '../../layout.tsx'
import { LOST } from './drop-dialog.tsx'
import { draftPath } from './progress.ts'

/** Deleting cannot be taken back, so it is asked once more. */
export function DropPage({ visit, draft }: { visit: Visit; draft: DraftView }): VNode {
  return (
    <Layout visit={visit} title="删掉草稿" trail={mattersTrail}>
      <PageHeading title="要删掉这份草稿吗？" over={draft.item.name}>
        <p>{LOST}</p>
      </PageHeading>
      <form method="post" action={`/apply/${draft.id}/drop`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <LinkButton href={draftPath(draft.id)}>不删，接着填</LinkButton>
          <Button tone="danger">删掉</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}
