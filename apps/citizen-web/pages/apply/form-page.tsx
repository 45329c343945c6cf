import type { VNode } from 'preact'
import type { DraftView, PlaceView, RegionOption } from '#capabilities/portal/contract.ts'
import { formProblems, NoticeBox, SchemaFields } from '#ui/components/index.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import { partWith, type FormPart, type FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { GoOn } from './go-on.tsx'
import { sayingFrom, villageSaid } from './prefilled.ts'
import { backTo, formParts, questionPath, stepPath, type PartState } from './progress.ts'
import { ApplyStep } from './steps.tsx'

export interface FormPageProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  values: FormValues
  /** A question of the page that is shown; the first page without it. */
  part?: string
  errors?: readonly { field: string; message: string }[]
  /** The nearest place, chosen for them a moment ago without being shown. */
  place?: PlaceView
  /** Come from the page of all answers, and back to it afterwards. */
  back?: boolean
}

/** One page of the form: a section, or all of a short one. */
export function FormPage(props: FormPageProps): VNode {
  const { visit, draft, regions, values, part: asked = '', errors = [], place, back = false } = props
  const parts = formParts({ ...draft, values })
  const part = partWith(parts, asked) ?? parts[0]!
  const isFirst = part === parts[0]
  const isOnly = parts.length === 1
  return (
    <ApplyStep
      visit={visit}
      draft={{ ...draft, values }}
      step="form"
      {...(isOnly ? {} : { part: part.key })}
      title={isOnly ? formTitle(draft) : part.title}
      lead={isFirst && <p>{`没有写“可不填”的都要填。${back ? '' : LATER}`}</p>}
      problems={formProblems(errors)}
      scripts={[fieldsScript.path]}
    >
      {isFirst && !back && <Beforehand draft={draft} place={place} />}
      <form method="post" action={pagePath(draft, isOnly ? undefined : part, back)} noValidate>
        <CsrfField visit={visit} />
        <SchemaFields
          schema={shown(draft, values, part, isOnly)}
          values={values}
          errors={errors}
          regions={regions}
          folded={back ? {} : villageSaid(part.fields, { region: draft.region, values }, regions)}
        />
        <GoOn draft={draft} back={back} leave />
      </form>
    </ApplyStep>
  )
}

const LATER = '不知道怎么填的，先空着，按“先保存，以后再填”，再到窗口请人帮您。'

function pagePath(draft: DraftView, part: PartState | undefined, back: boolean): string {
  return part === undefined
    ? `${stepPath(draft.id, 'form')}${backTo({ back })}`
    : questionPath(draft.id, part.key, { back })
}

/** What somebody should know before the first question. */
function Beforehand({ draft, place }: { draft: DraftView; place: PlaceView | undefined }): VNode {
  return (
    <>
      {place !== undefined && (
        <NoticeBox title={`您的材料由${place.name}收`}>
          <p>
            {`离您选的地方最近：${place.address}，${place.hours}，电话${place.phone}。在网上交不用跑。`}
            <a href={`${stepPath(draft.id, 'where')}#field-acceptPlace`}>换一个地方</a>
          </p>
        </NoticeBox>
      )}
      {draft.about !== undefined && (
        <NoticeBox title={draft.item.name}>
          <p>{draft.item.lifecycle?.[draft.about.kind]?.hint}</p>
        </NoticeBox>
      )}
      {draft.reusable.length > 0 && (
        <NoticeBox title="您以前填过其中几处">
          <p>
            <a href={`/apply/${draft.id}/reuse`}>看看要不要用来预填</a>
          </p>
        </NoticeBox>
      )}
    </>
  )
}

/** The page is named after its section. */
function shown(
  { item, reused, region, today }: DraftView,
  values: FormValues,
  part: FormPart,
  sections: boolean,
): DraftView['item']['form'] {
  const fields = sayingFrom(part.fields, { form: item.form, values, today, region, reused })
  return {
    ...item.form,
    fields: sections ? fields : fields.map(({ section: _title, ...field }) => field),
  }
}

const ABOUT = { change: '变更', renew: '延续', cancel: '注销' } as const

/** The form of a first application serves the later ones too; nobody who renews shall wonder whether they are applying anew. */
function formTitle({ item, about }: DraftView): string {
  return about === undefined
    ? item.form.title
    : item.form.title.replace(/（(?:新办|首次[^）]*)）$/u, `（${ABOUT[about.kind]}）`)
}
