import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
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
import { stillMissing } from '../case/still-missing.ts'
import { PaperToHandIn, type HandedFile } from '../supplement/paper.tsx'
import { actPath } from './path.ts'

export { actPath } from './path.ts'

export type OfferedAct = CaseDetail['allowed'][number]

/** Acts with a page of their own. */
const OWN_PAGES = new Set(['supply', 'withdraw', 'withdraw-commitment'])

/** What the applicant may do beyond the usual: each is asked on a page of its own. */
export function offeredActs({ allowed }: CaseDetail): OfferedAct[] {
  return allowed.filter(({ act, waits }) => waits === undefined && !OWN_PAGES.has(act))
}

/** Nothing is asked for: the applicant hands in what they like. */
export function anyWillDo({ papers = [] }: OfferedAct): boolean {
  return papers.length > 0 && papers.every(({ optional }) => optional)
}

/** Where a paper handed in unasked leads: to the case, which says that it has come in. */
export function receivedPath(no: string): string {
  return `/my/cases/${no}?received`
}

/** Where a form that was put right leads: to the case, which says what is kept now. */
export function correctedPath(no: string): string {
  return `/my/cases/${no}?corrected`
}

export interface ActPageProps {
  visit: Visit
  detail: CaseDetail
  act: OfferedAct
  requestId: string
  /** What was chosen on the page before, by name of its field. */
  chosen?: Readonly<Record<string, string>>
  values?: FormValues
  handed?: readonly HandedFile[]
  problems?: readonly Problem[]
}

/** One act of the applicant, asked in plain words: what it means, what it wants, and a way back. */
export function ActPage(props: ActPageProps): VNode {
  const { visit, detail, act, requestId, chosen = {}, values = {}, problems = [] } = props
  const { summary } = detail
  const back = `/my/cases/${summary.no}`
  const fields = [...(act.fields ?? [])]
  const regions: RegionOption[] = []
  const [wanted, others] = missingFirst(detail, act)
  const title = titleOf(act, wanted)
  const questions = (
    <SchemaFields
      schema={{ title: act.title, fields }}
      values={{ ...startsOf(act), ...values }}
      errors={fields.flatMap(({ name }) => {
        const { error } = errorAt(problems, `field-${name}`)
        return error === undefined ? [] : [{ field: name, message: error }]
      })}
      regions={regions}
    />
  )
  return (
    <Layout
      visit={visit}
      title={`${title}：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
      shell={{ searchInHeader: false, scripts: [fieldsScript.path, uploadScript.path] }}
    >
      <PageHeading title={title} over={summary.itemName}>
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
        {Object.entries(chosen).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {wanted.length === 0 && questions}
        {act.papers !== undefined && (
          <>
            {wanted.length > 0 ? (
              <>
                <PapersToHandIn {...props} papers={wanted} />
                {others.length > 0 && (
                  <Disclosure summary={`其他材料（${others.length}样）`} open={touches(props, others)}>
                    {questions}
                    <PapersToHandIn {...props} papers={others} />
                  </Disclosure>
                )}
              </>
            ) : (
              <>
                {anyWillDo(act) && <p>下面的材料，要交哪样就选哪样，其他的不用动。</p>}
                <PapersToHandIn {...props} papers={act.papers} />
              </>
            )}
            <p class="muted">{`拍照或传PDF、OFD文件，每个不超过${fileSize(visit.house.options.fileLimit)}。只有纸质的，可以带到${summary.acceptPlace}交。`}</p>
          </>
        )}
        {act.papers !== undefined && <UploadStatus limit={visit.house.options.fileLimit} />}
        <ButtonRow>
          {act.tone === 'danger' ? (
            <>
              <LinkButton href={back} tone="normal">
                先不办，回到办件
              </LinkButton>
              <Button tone="danger">{`确认${act.title}`}</Button>
            </>
          ) : (
            <>
              <Button>{anyWillDo(act) ? '交上去' : `确认${act.title}`}</Button>
              <LinkButton href={back} tone="normal">
                先不办，回到办件
              </LinkButton>
            </>
          )}
        </ButtonRow>
      </form>
    </Layout>
  )
}

/** Whoever comes for what lacks reads its name; whoever adds something, what they may do. */
function titleOf({ title }: OfferedAct, wanted: readonly AskedPaper[]): string {
  const [only] = wanted
  if (only === undefined) return title
  return wanted.length === 1 ? `补交${only.name}` : `补交${wanted.length}样材料`
}

type AskedPaper = NonNullable<OfferedAct['papers']>[number]

/** What lacks stands first; a question about papers handed in before belongs to the others. */
function missingFirst(detail: CaseDetail, act: OfferedAct): [AskedPaper[], AskedPaper[]] {
  const { papers = [] } = act
  if (!anyWillDo(act)) return [[], [...papers]]
  const missing = new Set(stillMissing(detail).map(({ id }) => id))
  const spared = new Set(detail.materials.flatMap(({ id, applies }) => (applies === false ? [id] : [])))
  const told = papers.map((paper) =>
    spared.has(paper.material) ? { ...paper, problem: '照您填的情况，不需要交。' } : paper,
  )
  return [
    told.filter(({ material }) => missing.has(material)),
    told.filter(({ material }) => !missing.has(material)),
  ]
}

/** Something was chosen or has to be mended there: it must not stay folded. */
function touches({ handed = [], problems = [] }: ActPageProps, papers: readonly AskedPaper[]): boolean {
  return papers.some(
    ({ material }) =>
      handed.some((file) => file.material === material) ||
      problems.some(({ target }) => target === `material-${material}-file`),
  )
}

function PapersToHandIn({
  detail,
  handed = [],
  problems = [],
  papers,
}: ActPageProps & { papers: readonly AskedPaper[] }): VNode {
  return (
    <ol class="supplement-list">
      {papers.map((paper) => (
        <PaperToHandIn
          no={detail.summary.no}
          key={paper.material}
          line={paper}
          first
          handed={handed.filter((file) => file.material === paper.material)}
          {...errorAt(problems, `material-${paper.material}-file`)}
        />
      ))}
    </ol>
  )
}

function startsOf({ fields = [] }: OfferedAct): FormValues {
  return Object.fromEntries(fields.flatMap(({ name, start }) => (start === undefined ? [] : [[name, start]])))
}
