import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, ClockBox, PageHeading, type Problem } from '#ui/components/index.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { HandedFiles, PaperToHandIn, type HandedFile } from './paper.tsx'
import { FirstNotice, papersAsked, promiseOf, WhyAgain } from './points.tsx'

export type { HandedFile } from './paper.tsx'

export interface SupplementProps {
  visit: Visit
  detail: CaseDetail
  requestId: string
  handed?: readonly HandedFile[]
  problems?: readonly Problem[]
}

/** The one notice shown in full, and one form that answers all of it. */
export function SupplementPage({
  visit,
  detail,
  requestId,
  handed = [],
  problems = [],
}: SupplementProps): VNode {
  const { summary, supplement } = detail
  const back = `/my/cases/${summary.no}`
  const clock = detail.clocks.find((one) => one.kind === 'supplement' && one.state === 'running')
  return (
    <Layout
      visit={visit}
      title={`补材料：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
    >
      <PageHeading
        title={`请补${supplement === undefined ? 0 : papersAsked(supplement)}样材料`}
        over={summary.itemName}
      >
        {supplement !== undefined && <p>{promiseOf(supplement)}</p>}
        {supplement?.dueDay !== undefined && <p class="guide-big">{`最晚${longDay(supplement.dueDay)}`}</p>}
      </PageHeading>
      {supplement !== undefined && <FirstNotice notice={supplement} />}
      <form method="post" action={`${back}/supplement`} encType="multipart/form-data" noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <HandedFiles handed={handed} />
        <ol class="supplement-list">
          {supplement?.lines.map((line, at) => (
            <PaperToHandIn
              key={`${line.material}-${at}`}
              line={line}
              why={<WhyAgain point={line} />}
              first={supplement.lines.findIndex((one) => one.material === line.material) === at}
              handed={handed.filter((file) => file.material === line.material)}
              {...errorAt(problems, `material-${line.material}-file`)}
            />
          ))}
        </ol>
        <p class="muted">{`拍照或传PDF、OFD文件，每个不超过${fileSize(visit.house.options.fileLimit)}。只有纸质的，可以带到${summary.acceptPlace}补。`}</p>
        <ButtonRow>
          <Button>全部补齐，提交</Button>
        </ButtonRow>
      </form>
      {clock !== undefined && (
        <div class="supplement-clock">
          <ClockBox clock={clock} />
        </div>
      )}
    </Layout>
  )
}
