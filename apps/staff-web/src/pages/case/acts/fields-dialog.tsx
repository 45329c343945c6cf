import { useState, type ReactNode } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import type { RawValues } from '../../../form/raw-values.ts'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { ACT_FIELDS, type ActField } from './act-form.ts'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import { fieldsOfSchema } from './fields-of-schema.ts'
import { useFields } from './use-fields.ts'
import { actWords as words } from './words.ts'

interface Props extends ActProps {
  /** What the fields begin with. */
  start?: RawValues
  /** What has to be seen before answering. */
  children?: ReactNode
}

/** An act that asks a few plain questions, or nothing but to be confirmed. */
export function FieldsDialog({ detail, act, close, done, start, children }: Props) {
  const [fields] = useState(() => fieldsOf(act))
  const { problems, times, drawn, read } = useFields(act.title, fields, start ?? startsOf(fields))

  function ready() {
    const input = read()
    return input && { act: act.act, input }
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
      <ErrorSummary times={times} problems={problems} />
      {children}
      {fields.length === 0 ? <p>{words.confirmOnly}</p> : <SchemaFields {...drawn} />}
    </ActFrame>
  )
}

/** What the server proposes to begin with. */
function startsOf(fields: readonly ActField[]): RawValues {
  return Object.fromEntries(fields.flatMap(({ name, start }) => (start === undefined ? [] : [[name, start]])))
}

/** The fields drawn for the act, or those of its JSON Schema; codes are read as the server words them. */
function fieldsOf({ act, input, choices = {}, fields: asked }: AllowedAct): readonly ActField[] {
  const fields = asked ?? ACT_FIELDS[act] ?? fieldsOfSchema(input)
  return fields.map((field) => {
    const options = choices[field.name]
    return options === undefined ? field : { ...field, type: 'choice' as const, options }
  })
}
