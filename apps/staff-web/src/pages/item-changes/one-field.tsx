import { Button } from 'antd'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import type { LineageLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import { SchemaField } from '../../form/schema-field.tsx'
import { fieldId, type Around } from './around.ts'
import { stoodAt, valueAt } from './draft.ts'
import type { ItemField } from './fields.ts'
import { FieldComments } from './field-comments.tsx'
import { Findings } from './findings.tsx'
import { whoSet } from './lineage.ts'
import { readable } from './readable.ts'
import { typedOf } from './typed.ts'
import { editorWords as words } from './words.ts'

/** One field: who set it, what stands there, what it was, and what the quality gate says of it. */
export function OneField({
  field,
  around,
  told = false,
}: {
  field: ItemField
  around: Around
  /** Who set it is said above already. */
  told?: boolean
}) {
  const { draft, lineage, area, findingsOf } = around
  const stood = stoodAt(draft.start, draft.now, field.at)
  const set = stood === undefined ? undefined : whoSet(lineage, draft.start, stood)
  const above = set !== undefined && set.area !== area
  const locked = above && set.standing === 'locked'
  return (
    <div className="stack-tight">
      {locked ? (
        <Locked field={field} text={readable(draft.typed(field), field)} />
      ) : (
        <SchemaField
          id={fieldId(field.at)}
          field={asked(field)}
          value={draft.typed(field)}
          error={draft.errors[field.at]}
          change={(typed) => draft.type(field, typed)}
          left={() => {}}
        />
      )}
      {!told && <SetBy set={set} area={area} />}
      {!locked && <Before field={field} around={around} />}
      <FieldComments at={field.at} label={field.label} around={around} />
      <Findings findings={findingsOf(field)} draft={draft} />
    </div>
  )
}

function asked({ at, label, type, required, hint, maxLength, options }: ItemField): FormField {
  return {
    ...{ name: at, label, type, required },
    ...(hint === undefined ? {} : { hint }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(options === undefined ? {} : { options: [...options] }),
  }
}

/** What a tier above has fixed is read, not written. */
function Locked({ field, text }: { field: ItemField; text: string }) {
  return (
    <div className="field">
      <strong>{field.label}</strong>
      <p className="item-locked">{text === '' ? words.empty : text}</p>
    </div>
  )
}

/** The tier that wrote it, and what this area may do with it. */
export function SetBy({ set, area }: { set: LineageLine | undefined; area: string }) {
  if (set === undefined) return null
  const { tierTitle, version, standing } = set
  return (
    <p className="small muted">
      {set.area === area
        ? words.here(version)
        : `${words.setBy(tierTitle, version)}。${words.standings[standing]}`}
    </p>
  )
}

/** What stood there, and the way back to it. */
function Before({ field, around: { draft } }: { field: ItemField; around: Around }) {
  const stood = stoodAt(draft.start, draft.now, field.at)
  const was = stood === undefined ? undefined : valueAt(draft.start, stood)
  const now = draft.at(field.at)
  if (was === undefined || JSON.stringify(was) === JSON.stringify(now)) return null
  return (
    <p className="row small item-before">
      <span>{words.was(readable(typedOf(was, field), field))}</span>
      <Button
        size="small"
        aria-label={words.undoOf(field.label)}
        onClick={() => draft.type(field, typedOf(was, field))}
      >
        {words.undoOne}
      </Button>
    </p>
  )
}
