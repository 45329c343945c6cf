import type { VNode } from 'preact'
import type { DraftView, PlaceView, RegionOption } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, formProblems, NoticeBox, SchemaFields } from '#ui/components/index.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import { readOffId, type FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { ApplyStep, stepPath } from './steps.tsx'

export interface FormPageProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  values: FormValues
  errors?: readonly { field: string; message: string }[]
  /** The nearest place, chosen for them a moment ago without being shown. */
  place?: PlaceView
}

export function FormPage({ visit, draft, regions, values, errors = [], place }: FormPageProps): VNode {
  return (
    <ApplyStep
      visit={visit}
      draft={draft}
      step="form"
      title={formTitle(draft)}
      lead={<p>没有写“可不填”的都要填。不知道怎么填的，先空着也能保存，到窗口请人帮您。</p>}
      problems={formProblems(errors)}
      scripts={[fieldsScript.path]}
    >
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
      <form method="post" action={stepPath(draft.id, 'form')} noValidate>
        <CsrfField visit={visit} />
        <SchemaFields schema={marked(draft, values)} values={values} errors={errors} regions={regions} />
        <ButtonRow>
          <Button>下一步</Button>
          <Button tone="normal" name="then" value="leave">
            先保存，以后再填
          </Button>
        </ButtonRow>
      </form>
    </ApplyStep>
  )
}

/** Fields that were filled in for the person say from where, beside whatever else their hint says. */
function marked({ item, reused, region }: DraftView, values: FormValues): DraftView['item']['form'] {
  const taken = new Set(reused)
  const read = readOffId(item.form, values)
  const filledFrom = ({ name, type }: DraftView['item']['form']['fields'][number]): string | undefined => {
    if (taken.has(name)) return '来自您以前的填写，可以改。'
    if (read[name] !== undefined && read[name] === values[name]) return '照身份证号填好了，请核对。'
    const chosen = type === 'region' && region !== undefined && values[name] === region
    return chosen ? '照上一步选的填好了，不是同一个地方的请改。' : undefined
  }
  return {
    ...item.form,
    fields: item.form.fields.map((field) => {
      const from = filledFrom(field)
      return from === undefined ? field : { ...field, hint: `${from}${field.hint ?? ''}` }
    }),
  }
}

const ABOUT = { change: '变更', renew: '延续', cancel: '注销' } as const

/** The form of a first application serves the later ones too; nobody who renews shall wonder whether they are applying anew. */
function formTitle({ item, about }: DraftView): string {
  return about === undefined
    ? item.form.title
    : item.form.title.replace(/（(?:新办|首次[^）]*)）$/u, `（${ABOUT[about.kind]}）`)
}
