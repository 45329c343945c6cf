import { useState } from 'react'
import { check } from '#ui/form/check.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { readValues, type RawValues } from '../../../form/raw-values.ts'
import { fieldId, SchemaFields } from '../../../form/schema-fields.tsx'
import { ACT_FIELDS, inputOf, type ActField } from './act-form.ts'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import { fieldsOfSchema } from './fields-of-schema.ts'
import { actWords as words } from './words.ts'

/** An act that asks a few plain questions, or nothing but to be confirmed. */
export function FieldsDialog({ detail, act, close, done }: ActProps) {
  const [fields] = useState(() => ACT_FIELDS[act.act] ?? fieldsOfSchema(act.input))
  const [raw, setRaw] = useState<RawValues>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [times, setTimes] = useState(0)
  const schema = { title: act.title, fields: [...fields] }

  function ready() {
    const values = readValues(schema, raw)
    const { input, unreadable } = inputOf(fields, values)
    const found = { ...tooShort(fields, raw), ...unreadableWords(fields, unreadable) }
    for (const error of check(schema, values)) found[error.field] = error.message
    setErrors(found)
    setTimes(times + 1)
    return Object.keys(found).length === 0 ? { act: act.act, input } : undefined
  }

  return (
    <ActFrame
      detail={detail}
      title={act.title}
      help={act.help}
      act={act.act}
      actTitle={act.title}
      tone={act.tone}
      ready={ready}
      close={close}
      done={done}
    >
      <ErrorSummary
        times={times}
        problems={Object.entries(errors).map(([name, message]) => ({
          target: fieldId('act', name),
          message,
        }))}
      />
      {fields.length === 0 ? (
        <p>{words.confirmOnly}</p>
      ) : (
        <SchemaFields
          prefix="act"
          schema={schema}
          values={raw}
          errors={errors}
          change={(name, value) => setRaw((before) => ({ ...before, [name]: value }))}
        />
      )}
    </ActFrame>
  )
}

function tooShort(fields: readonly ActField[], raw: RawValues): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { name, label, least, required } of fields) {
    const value = raw[name]
    const length = typeof value === 'string' ? [...value.trim()].length : 0
    if (least !== undefined && length < least && (required || length > 0))
      found[name] = words.atLeast(label, least)
  }
  return found
}

function unreadableWords(fields: readonly ActField[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter((field) => names.includes(field.name))
      .map((field) => [field.name, words.notReadable(field.label)]),
  )
}
