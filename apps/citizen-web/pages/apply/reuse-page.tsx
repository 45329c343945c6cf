import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, PageHeading, SummaryList } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'

/** 您上次填过这些: what is kept is shown before anything is filled in, and nothing is without a yes. */
export function ReusePage({ visit, draft }: { visit: Visit; draft: DraftView }): VNode {
  return (
    <Layout
      visit={visit}
      title={`用以前填过的内容吗？${draft.item.name}`}
      trail={[...homeTrail, { text: draft.item.name, href: `/items/${draft.item.id}` }]}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="您上次填过这些，这次用来预填吗？" over={`申请：${draft.item.name}`}>
        <p>用的话，申请表里会先替您填上，每一处都可以改。不用也没关系，自己填就行。</p>
      </PageHeading>
      <SummaryList rows={draft.reusable.map(({ label, text }) => ({ label, content: text }))} />
      <form method="post" action={`/apply/${draft.id}/reuse`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <Button name="use" value="yes">
            用，替我填上
          </Button>
          <Button tone="normal" name="use" value="no">
            不用，我自己填
          </Button>
        </ButtonRow>
      </form>
      <p class="muted">
        这些是您以前同意保存的。想看、想删，到<a href="/my/data">我的数据</a>。
      </p>
    </Layout>
  )
}
