import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, ClockBox, PageHeading, UploadStatus, type Problem } from '#ui/components/index.ts'
import { uploadScript } from '#ui/components/file-choice/upload-script.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { actPath } from '../act/path.ts'
import { GivenBefore } from './given-before.tsx'
import { keepPath, PaperToHandIn, type HandedFile } from './paper.tsx'
import { FirstNotice, LAPSES, papersAsked, promiseOf, WhyAgain } from './points.tsx'

export type { HandedFile } from './paper.tsx'

export interface SupplementProps {
  visit: Visit
  detail: CaseDetail
  requestId: string
  handed?: readonly HandedFile[]
  problems?: readonly Problem[]
}

/** Where the applicant puts the form right, as long as they may. */
export function mendOf({ summary, allowed }: CaseDetail): { mend?: string } {
  const may = allowed.some(({ act, waits }) => act === MEND && waits === undefined)
  return may ? { mend: actPath(summary.no, MEND) } : {}
}

const MEND = 'correct-form'

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
      shell={{ searchInHeader: false, scripts: [uploadScript.path] }}
    >
      <PageHeading
        title={`请补${supplement === undefined ? 0 : papersAsked(supplement)}样材料`}
        over={summary.itemName}
      >
        {supplement !== undefined && <p>{promiseOf(supplement)}</p>}
        {supplement?.dueDay !== undefined && (
          <>
            <p class="guide-big">{`最晚${longDay(supplement.dueDay)}`}</p>
            <p>{LAPSES}</p>
          </>
        )}
      </PageHeading>
      {supplement !== undefined && <FirstNotice notice={supplement} />}
      <form method="post" action={`${back}/supplement`} encType="multipart/form-data" noValidate data-uploads>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <ol class="supplement-list">
          {supplement?.lines.map((line, at) => (
            <PaperToHandIn
              no={summary.no}
              key={`${line.material}-${at}`}
              line={line}
              upload={keepPath(summary.no, line.material)}
              why={<WhyAgain point={line} />}
              before={<GivenBefore detail={detail} material={line.material} />}
              {...mendOf(detail)}
              first={supplement.lines.findIndex((one) => one.material === line.material) === at}
              handed={handed.filter((file) => file.material === line.material)}
              {...errorAt(problems, `material-${line.material}-file`)}
            />
          ))}
        </ol>
        <div class="stack muted">
          <p>传好的文件替您存着，离开再回来还在。点“提交”以前，窗口看不到。</p>
          <p>{`拍照或传PDF、OFD文件，每个不超过${fileSize(visit.house.options.fileLimit)}。只有纸质的，可以带到${summary.acceptPlace}补。`}</p>
        </div>
        <UploadStatus limit={visit.house.options.fileLimit} />
        <ButtonRow>
          <Button>全部补齐，提交</Button>
          <button class="button button-normal" type="submit" name="then" value="later">
            先存着，以后再交
          </button>
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
