import type { VNode } from 'preact'
import type { RegionOption, TogetherView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  formProblems,
  LinkButton,
  NoticeBox,
  SchemaFields,
} from '#ui/components/index.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import type { FormError, FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { sayingFrom, villageSaid } from '../apply/prefilled.ts'
import { TogetherFrame, togetherPath } from './frame.tsx'

/** One form for all of them: what several ask stands first, and what one alone asks under its name. */
export function TogetherFormPage({
  visit,
  view,
  regions,
  values = view.values,
  errors = [],
}: {
  visit: Visit
  view: TogetherView
  regions: readonly RegionOption[]
  values?: FormValues
  errors?: readonly Pick<FormError, 'field' | 'message'>[]
}): VNode {
  const { form, region, today } = view
  return (
    <TogetherFrame
      visit={visit}
      view={view}
      step="form"
      title="填一张表"
      lead={<p>几件事都要填的放在前面，只填一遍。没有写“可不填”的都要填。</p>}
      problems={formProblems(errors)}
      scripts={[fieldsScript.path]}
    >
      {view.reusable.length > 0 && <Reusable visit={visit} view={view} />}
      {view.notes.length > 0 && (
        <Disclosure summary="几件事的要求不完全一样，是这样合在一起的">
          <ul>
            {view.notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <form method="post" action={togetherPath(view.id, 'form')} noValidate>
        <CsrfField visit={visit} />
        <SchemaFields
          schema={{ ...form, fields: sayingFrom(form.fields, { form, values, today, region }) }}
          values={values}
          errors={errors}
          regions={regions}
          folded={villageSaid(form.fields, { region, values }, regions)}
        />
        <ButtonRow>
          <Button>保存并继续</Button>
          <LinkButton href={togetherPath(view.id, 'where')} tone="normal">
            上一步
          </LinkButton>
        </ButtonRow>
      </form>
    </TogetherFrame>
  )
}

/** Taken over only when somebody says so, and named one by one before. */
function Reusable({ visit, view }: { visit: Visit; view: TogetherView }): VNode {
  return (
    <NoticeBox title="您以前填过其中几处，并同意保留下来">
      <ul>
        {view.reusable.map(({ field, label, text }) => (
          <li key={field}>{`${label}：${text}`}</li>
        ))}
      </ul>
      <form method="post" action={`/together/${view.id}/reuse`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <Button tone="normal" name="use" value="yes">
            用来预填
          </Button>
          <Button tone="normal" name="use" value="no">
            不用，我自己填
          </Button>
        </ButtonRow>
      </form>
    </NoticeBox>
  )
}
