import { useState, type ReactNode } from 'react'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import type { RawValues } from '../../../form/raw-values.ts'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { ReviewGiven } from '../review-given.tsx'
import type { ActField } from './act-field.ts'
import { AskedFor } from './asked-for.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import { fieldsOfAct } from './fields-of-act.ts'
import { useFields } from './use-fields.ts'
import { actWords as words } from './words.ts'

interface Props extends ActProps {
  /** What the fields begin with. */
  start?: RawValues
  /** What has to be seen before answering. */
  children?: ReactNode | ((raw: RawValues) => ReactNode)
}

/** An act that asks a few plain questions, or nothing but to be confirmed. */
export function FieldsDialog({ detail, act, close, done, start, children }: Props) {
  const [fields] = useState(() => fieldsOfAct(act))
  const { raw, problems, times, drawn, read } = useFields(act.title, fields, start ?? startsOf(fields))

  function ready() {
    const input = read()
    return input && { act: act.act, input }
  }

  return (
    <ActFrame detail={detail} act={act} ready={ready} close={close} done={done}>
      <ErrorSummary times={times} problems={problems} />
      {RESTS_ON_REVIEW.has(act.act) && <ReviewGiven review={detail.review} />}
      {act.act === 'grant' && <AskedFor answers={detail.form} />}
      {typeof children === 'function' ? children(raw) : children}
      {fields.length === 0 ? <p>{words.confirmOnly}</p> : <SchemaFields {...drawn} />}
    </ActFrame>
  )
}

/** The dialog hides the page, and whoever decides has to see whose words a draft is made of. */
const RESTS_ON_REVIEW: ReadonlySet<string> = new Set(['grant', 'deny', 'forward', 'return-to-review'])

/** What the server proposes to begin with. */
function startsOf(fields: readonly ActField[]): RawValues {
  return Object.fromEntries(fields.flatMap(({ name, start }) => (start === undefined ? [] : [[name, start]])))
}
