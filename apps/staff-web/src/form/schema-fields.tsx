import { Fragment } from 'react'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { askedFields } from '#ui/form/values.ts'
import { readValues, type RawValues } from './raw-values.ts'
import { SchemaField } from './schema-field.tsx'

interface Props {
  /** Makes the ids of two forms on one page different. */
  prefix: string
  schema: FormSchema
  values: RawValues
  errors: Readonly<Record<string, string>>
  change: (name: string, value: RawValues[string]) => void
  left?: (name: string) => void
  /** What is worth a second look. */
  warnings?: Readonly<Record<string, string>>
  /** Two columns where there is room. */
  wide?: boolean
}

/** The fields a form asks for these answers, section by section. */
export function SchemaFields({
  prefix,
  schema,
  values,
  errors,
  change,
  left,
  warnings,
  wide = false,
}: Props) {
  const asked = askedFields(schema, readValues(schema, values))
  return (
    <div className={wide ? 'fields fields-wide' : 'fields'}>
      {asked.map((field, at) => (
        <Fragment key={field.name}>
          {field.section !== undefined && field.section !== asked[at - 1]?.section && (
            <h3 className="fields-section">{field.section}</h3>
          )}
          <SchemaField
            id={fieldId(prefix, field.name)}
            field={field}
            value={values[field.name]}
            error={errors[field.name]}
            warning={warnings?.[field.name]}
            change={(value) => change(field.name, value)}
            left={() => left?.(field.name)}
          />
        </Fragment>
      ))}
    </div>
  )
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`
}
