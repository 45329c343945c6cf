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
  const offered = around.offering(field)
  const stood = stoodAt(draft.start, draft.now, field.at)
  const set = stood === undefined ? undefined : whoSet(lineage, draft.start, stood)
  const above = set !== undefined && set.area !== area
  const locked = above && set.standing === 'locked'
  return (
    <div className="stack-tight">
      {locked ? (
        <Locked field={field} text={readable(draft.typed(field), offered)} />
      ) : (
        <SchemaField
          id={fieldId(field.at)}
          field={asked(offered)}
          value={draft.typed(field)}
          error={draft.errors[field.at]}
          change={(typed) => draft.type(field, typed)}
          left={() => {}}
        />
      )}
      {!locked && <Before field={offered} around={around} />}
      <div className="row item-under">
        {!told && <SetBy set={set} area={area} />}
        <FieldComments at={field.at} label={field.label} around={around} />
      </div>
      <Findings findings={findingsOf(field)} draft={draft} />
    </div>
  )
}

function asked(field: ItemField): FormField {
  const { at, label, type, hint, maxLength, options } = field
  // A yes or no is always answered, however it is written down.
  const required = field.required || type === 'yes-no'
  return {
    ...{ name: at, label, type, required },
    ...(hint === undefined ? {} : { hint }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(options === undefined ? {} : { options: [...openChoice(field), ...options] }),
  }
}

/** Of a choice that need not be made, not making it is one of the answers: a button once pressed is not let go. */
function openChoice({ type, required, none = words.none }: ItemField) {
  return type === 'choice' && !required ? [{ value: '', label: none }] : []
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

/** What stood there, and the way back to it; in a line that is new, nothing stood. */
function Before({ field, around: { draft } }: { field: ItemField; around: Around }) {
  const stood = stoodAt(draft.start, draft.now, field.at)
  const was = stood === undefined ? undefined : valueAt(draft.start, stood)
  if (stood === undefined || JSON.stringify(was) === JSON.stringify(draft.at(field.at))) return null
  const before = readable(typedOf(was, field), field)
  // That it is there now says what changed; what is in it says so itself.
  if (before === readable(draft.typed(field), field)) return null
  return (
    <p className="row small item-before">
      <span>{words.was(before)}</span>
      <Button
        size="small"
        aria-label={words.undoOf(field.label)}
        onClick={() => draft.restore(field.at, was)}
      >
        {words.undoOne}
      </Button>
    </p>
  )
}
