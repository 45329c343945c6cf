import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  PageHeading,
  SchemaFields,
  UploadStatus,
  type Problem,
} from '#ui/components/index.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import { uploadScript } from '#ui/components/file-choice/upload-script.ts'
import { longDay } from '#ui/format/day.ts'
import { fileSize } from '#ui/format/quantity.ts'
import type { FormValues, RegionOption } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { PaperToHandIn, type HandedFile } from '../supplement/paper.tsx'

export type OfferedAct = CaseDetail['allowed'][number]

/** Acts with a page of their own. */
const OWN_PAGES = new Set(['supply', 'withdraw', 'withdraw-commitment'])

/** What the applicant may do beyond the usual: each is asked on a page of its own. */
export function offeredActs({ allowed }: CaseDetail): OfferedAct[] {
  return allowed.filter(({ act, waits }) => waits === undefined && !OWN_PAGES.has(act))
}

export function actPath(no: string, act: string): string {
  return `/my/cases/${no}/acts/${act}`
}

export interface ActPageProps {
  visit: Visit
  detail: CaseDetail
  act: OfferedAct
  requestId: string
  values?: FormValues
  handed?: readonly HandedFile[]
  problems?: readonly Problem[]
}

/** One act of the applicant, asked in plain words: what it means, what it wants, and a way back. */
export function ActPage(props: ActPageProps): VNode {
  const { visit, detail, act, requestId, values = {}, handed = [], problems = [] } = props
  const { summary } = detail
  const back = `/my/cases/${summary.no}`
  const fields = [...(act.fields ?? [])]
  const regions: RegionOption[] = []
  return (
    <Layout
      visit={visit}
      title={`${act.title}：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
      shell={{ scripts: [fieldsScript.path, uploadScript.path] }}
    >
      <PageHeading title={act.title} over={summary.itemName}>
        {act.until !== undefined && <p>{`最晚${longDay(act.until)}。`}</p>}
        {act.help !== undefined && <p>{act.help}</p>}
        {act.lawful !== undefined && <p class="muted">{act.lawful}</p>}
      </PageHeading>
      <form
        method="post"
        action={actPath(summary.no, act.act)}
        encType="multipart/form-data"
        noValidate
        data-uploads
      >
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <SchemaFields
          schema={{ title: act.title, fields }}
          values={{ ...startsOf(act), ...values }}
          errors={fields.flatMap(({ name }) => {
            const { error } = errorAt(problems, `field-${name}`)
            return error === undefined ? [] : [{ field: name, message: error }]
          })}
          regions={regions}
        />
        {act.papers !== undefined && (
          <>
            <ol class="supplement-list">
              {act.papers.map((paper) => (
                <PaperToHandIn
                  no={summary.no}
                  key={paper.material}
                  line={paper}
                  first
                  handed={handed.filter((file) => file.material === paper.material)}
                  {...errorAt(problems, `material-${paper.material}-file`)}
                />
              ))}
            </ol>
            <p class="muted">{`拍照或传PDF、OFD文件，每个不超过${fileSize(visit.house.options.fileLimit)}。只有纸质的，可以带到${summary.acceptPlace}交。`}</p>
          </>
        )}
        {act.papers !== undefined && <UploadStatus limit={visit.house.options.fileLimit} />}
        <ButtonRow>
          {act.tone === 'danger' ? (
            <>
              <LinkButton href={back}>先不办，回到办件</LinkButton>
              <Button tone="danger">{`确认${act.title}`}</Button>
            </>
          ) : (
            <>
              <Button>{`确认${act.title}`}</Button>
              <LinkButton href={back}>先不办，回到办件</LinkButton>
            </>
          )}
        </ButtonRow>
      </form>
    </Layout>
  )
}

function startsOf({ fields = [] }: OfferedAct): FormValues {
  return Object.fromEntries(fields.flatMap(({ name, start }) => (start === undefined ? [] : [[name, start]])))
}
