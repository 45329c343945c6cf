import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  LongTextField,
  PageHeading,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export interface WithdrawProps {
  visit: Visit
  detail: CaseDetail
  requestId: string
  reason?: string
  problems?: readonly Problem[]
}

export function WithdrawPage({ visit, detail, requestId, reason = '', problems = [] }: WithdrawProps): VNode {
  const { summary } = detail
  const back = `/my/cases/${summary.no}`
  return (
    <Layout
      visit={visit}
      title={`撤回申请：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
    >
      <PageHeading title="要撤回这次申请吗？" over={summary.itemName}>
        <p>
          撤回以后，这次申请就结束了，不再办理。以后还想办，要重新申请，重新计算时间。交过的材料不会丢，纸质原件请到窗口取回。
        </p>
      </PageHeading>
      <form method="post" action={`${back}/withdraw`} noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <LongTextField
          id="field-reason"
          name="reason"
          label="为什么撤回"
          hint="写一句就行，例如“暂时不开店了”。"
          required
          rows={3}
          maxLength={200}
          value={reason}
          {...errorAt(problems, 'field-reason')}
        />
        <ButtonRow>
          <LinkButton href={back}>不撤回，接着办</LinkButton>
          <Button tone="danger">确认撤回</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}
