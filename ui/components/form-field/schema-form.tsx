import type { ComponentChildren, VNode } from 'preact'
import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import type { FormError } from '../../form/check.ts'
import type { RegionOption } from '../../form/region.ts'
import { yesNo, type FormValues } from '../../form/values.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { carriesConditionals, fieldId, SchemaField } from './schema-field.tsx'
import type { Problem } from '../error-summary/error-summary.tsx'

export interface SchemaFormProps {
  schema: FormSchema
  values: FormValues
  errors?: readonly Pick<FormError, 'field' | 'message'>[]
  regions: readonly RegionOption[]
  /** Questions that are answered already, by the line that says so; a mistake unfolds them. */
  folded?: Readonly<Record<string, string>>
}

/** All fields of a form in their sections, further questions under the choice that asks them. */
export function SchemaFields(props: SchemaFormProps): VNode {
  const { schema } = props
  const nested = new Set(schema.fields.filter((field) => parentOf(schema, field)).map((field) => field.name))
  const top = schema.fields.filter((field) => !nested.has(field.name))
  return (
    <>
      {sections(top).map(({ title, fields }) => {
        const lines = fields.map((field) => (
          <FieldWithConditionals key={field.name} field={field} {...props} />
        ))
        return title === undefined ? (
          lines
        ) : (
          <FormSection key={title} title={title}>
            {lines}
          </FormSection>
        )
      })}
    </>
  )
}

export function formProblems(errors: readonly Pick<FormError, 'field' | 'message'>[]): Problem[] {
  return errors.map((error) => ({ target: fieldId(error.field), message: error.message }))
}

function FormSection({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <fieldset class="form-section">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  )
}

function FieldWithConditionals(props: SchemaFormProps & { field: FormField }): VNode {
  const { field, schema, values, errors = [], regions, folded = {} } = props
  const conditional: Record<string, ComponentChildren> = {}
  for (const child of schema.fields.filter((one) => parentOf(schema, one)?.name === field.name)) {
    const choice = field.type === 'yes-no' ? (yesNo(child.showWhen!.equals) ?? '') : child.showWhen!.equals
    const asked = <FieldWithConditionals key={child.name} {...props} field={child} />
    conditional[choice] = (
      <>
        {conditional[choice]}
        {asked}
      </>
    )
  }
  const error = errors.find((one) => one.field === field.name)?.message
  const value = values[field.name]
  const control = (
    <SchemaField
      field={withCondition(schema, field)}
      regions={regions}
      conditional={conditional}
      {...(value === undefined ? {} : { value })}
      {...(error === undefined ? {} : { error })}
    />
  )
  const said = error === undefined ? folded[field.name] : undefined
  if (said === undefined) return control
  return (
    <div class="field-folded">
      <Disclosure summary={said}>{control}</Disclosure>
    </div>
  )
}

/** The field whose choice opens this one, when it can carry it. */
function parentOf(schema: FormSchema, field: FormField): FormField | undefined {
  const parent = schema.fields.find((one) => one.name === field.showWhen?.field)
  return parent && parent.name !== field.name && carriesConditionals(parent) ? parent : undefined
}

/** A question opened by a list cannot fold under it, so it says itself when it is asked. */
function withCondition(schema: FormSchema, field: FormField): FormField {
  const { showWhen } = field
  if (!showWhen || parentOf(schema, field)) return field
  const asking = schema.fields.find((one) => one.name === showWhen.field)
  const answer = asking?.options?.find((option) => option.value === showWhen.equals)?.label ?? showWhen.equals
  const when = `仅当“${asking?.label ?? ''}”是“${answer}”时填写。`
  return { ...field, required: false, hint: field.hint === undefined ? when : `${when}${field.hint}` }
}

function sections(fields: readonly FormField[]): { title: string | undefined; fields: FormField[] }[] {
  const found: { title: string | undefined; fields: FormField[] }[] = []
  for (const field of fields) {
    const last = found.at(-1)
    if (last && last.title === field.section) last.fields.push(field)
    else found.push({ title: field.section, fields: [field] })
  }
  return found
}
