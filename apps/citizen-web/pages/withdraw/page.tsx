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

/** The whole application, or only the promise (告知承诺), after which the case goes the ordinary way. */
export type Withdrawn = 'application' | 'promise'

const WORDS = {
  application: {
    path: 'withdraw',
    title: '撤回申请',
    question: '要撤回这次申请吗？',
    meaning:
      '撤回以后，这次申请就结束了，不再办理。以后还想办，要重新申请，重新计算时间。交过的材料不会丢，纸质原件请到窗口取回。',
    hint: '写一句就行，例如“暂时不开店了”。',
    keep: '不撤回，接着办',
  },
  promise: {
    path: 'withdraw-promise',
    title: '撤回承诺',
    question: '要撤回承诺，改按一般程序办吗？',
    meaning:
      '撤回以后，这次申请接着办，不用重新申请。承诺书代替的材料要补交，窗口会一次告诉您要补什么，办理时间按一般程序重新算。',
    hint: '写一句就行，例如“条件还没有全部达到”。',
    keep: '不撤回，按承诺办',
  },
} as const satisfies Record<Withdrawn, object>

export function withdrawPath(no: string, what: Withdrawn): string {
  return `/my/cases/${no}/${WORDS[what].path}`
}

export interface WithdrawProps {
  visit: Visit
  detail: CaseDetail
  requestId: string
  what?: Withdrawn
  reason?: string
  problems?: readonly Problem[]
}

export function WithdrawPage(props: WithdrawProps): VNode {
  const { visit, detail, requestId, what = 'application', reason = '', problems = [] } = props
  const words = WORDS[what]
  const { summary } = detail
  const back = `/my/cases/${summary.no}`
  return (
    <Layout
      visit={visit}
      title={`${words.title}：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title={words.question} over={summary.itemName}>
        <p>{words.meaning}</p>
      </PageHeading>
      <form method="post" action={withdrawPath(summary.no, what)} noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <LongTextField
          id="field-reason"
          name="reason"
          label="为什么撤回"
          hint={words.hint}
          required
          rows={3}
          maxLength={200}
          value={reason}
          {...errorAt(problems, 'field-reason')}
        />
        <ButtonRow>
          <LinkButton href={back}>{words.keep}</LinkButton>
          <Button tone="danger">确认撤回</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}
