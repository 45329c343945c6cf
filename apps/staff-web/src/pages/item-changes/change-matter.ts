import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { ChangeAct, ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { itemChanges } from '../../server/clients.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { fieldsOfSchema } from '../case/acts/fields-of-schema.ts'
import type { Matter } from '../matter/matter.ts'
import { PARTS } from './search.ts'
import { changeWords as words, partWords } from './words.ts'

/** Several things to confirm are one question with a box for each. */
const CONFIRMED = 'confirmed'

/** A change of an item as something that is acted on; editing it has a page of its own. */
export function changeMatter(detail: ChangeDetail): Matter {
  const { summary, allowed, differences } = detail
  const { id, version, stateText } = summary
  // Who keeps every word of its own says so under the new list above all the same.
  const untouched = differences.length === 0 && summary.fromAbove === undefined
  const stuck = untouched || allowed.some(({ act, waits }) => act === 'submit' && waits !== undefined)
  return {
    ...{
      what: words.thisOne,
      stateText,
      version,
      allowed: allowed.map((act) => asked(stuck ? editFirst(act, untouched) : act)),
    },
    movedOn: ['change-moved-on', 'change-not-your-step'],
    reads: { self: ['item-change', id], lists: ['item-changes'] },
    send: (act, body, requestId) => {
      const { input } = allowed.find((each) => each.act === act) ?? {}
      return itemChanges.actOnChange({
        ...{ params: { id, act }, requestId },
        body: { ...body, input: confirmed(body.input, input) },
      })
    },
  }
}

/** Where nothing is changed yet, or something has to be mended, editing is what there is to do. */
function editFirst(act: ChangeAct, untouched: boolean): ChangeAct {
  if (act.act === 'edit') return { ...act, tone: 'primary' }
  return untouched && act.act === 'submit' ? { ...act, waits: words.nothingYet } : act
}

function asked({ act, input, ...rest }: ChangeAct): AllowedAct {
  const fields = fieldsOfSchema(input)
  const ticks = fields.length > 1 && fields.every(({ type }) => type === 'yes-no')
  return {
    ...{ act, input, ...rest },
    fields: sent(
      ticks ? [tickBoxes(act, fields)] : fields.map((field) => (field.name === 'on' ? onPart(field) : field)),
    ),
  }
}

const tickBoxes = (act: string, fields: readonly ActField[]): ActField => ({
  ...{ name: CONFIRMED, label: words.confirmed[act] ?? words.allNeeded, type: 'choices', required: true },
  ...{ hint: words.allNeeded, options: fields.map(({ name, label }) => ({ value: name, label })) },
})

const onPart = (field: ActField): ActField => ({
  ...field,
  type: 'choice',
  options: PARTS.map((part) => ({ value: partWords[part], label: partWords[part] })),
})

/** Nothing of a change goes out as raw JSON. */
function sent(fields: readonly ActField[]): NonNullable<AllowedAct['fields']> {
  return fields.map(({ sent: how, ...field }) =>
    how === undefined || how === 'json' ? field : { ...field, sent: how },
  )
}

/** Every box by name, ticked or not. */
function confirmed(input: Record<string, unknown>, schema: unknown): Record<string, unknown> {
  const ticked = input[CONFIRMED]
  if (!Array.isArray(ticked)) return input
  const names = fieldsOfSchema(schema).map(({ name }) => name)
  return Object.fromEntries(names.map((name) => [name, ticked.includes(name)]))
}
