import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import type { Holder, KeptAnswer } from '#capabilities/party/contract.ts'
import { askedFields, check, describe, isEmpty, type FormValues, type RegionOption } from '#ui/form/index.ts'
import type { Reusable } from '../contract.ts'

/** Told anew by the account each time, so no copy is kept. */
const FROM_THE_ACCOUNT = new Set(['party.name', 'party.citizenId', 'party.phone'])

/** Whose answers a form holds: a firm's where it asks for a credit code and got one, or asks for nobody's id. */
export function holderOf(form: FormSchema, values: FormValues): Holder {
  const asked = askedFields(form, values)
  const code = asked.find(({ element }) => element === 'party.creditCode')
  const asksId = asked.some(({ element }) => element === 'party.citizenId')
  return code !== undefined && (!asksId || !isEmpty(values[code.name])) ? 'organisation' : 'person'
}

/** The element a field shares, if its answer may be kept; what is said of somebody's agent is the agent's, not theirs. */
function sharedElement({ element }: FormField, holder: Holder): string | undefined {
  if (element === undefined || element.startsWith('agent.')) return undefined
  return holder === 'person' && FROM_THE_ACCOUNT.has(element) ? undefined : element
}

/** What a person who agrees lets be kept of a filing. */
export function answersToKeep(
  form: FormSchema,
  values: FormValues,
  regions: readonly RegionOption[],
): KeptAnswer[] {
  const holder = holderOf(form, values)
  const said = new Map(describe(form, values, { regions }).map(({ field, text }) => [field, text]))
  return askedFields(form, values).flatMap((field) => {
    const [element, value] = [sharedElement(field, holder), values[field.name]]
    if (element === undefined || value === undefined || isEmpty(value)) return []
    return [{ holder, element, label: field.label, value, text: said.get(field.name) ?? '' }]
  })
}

/** Answers given before that this form asks again, into fields that are still empty and would take them. */
export function reusableAnswers(
  form: FormSchema,
  values: FormValues,
  kept: readonly KeptAnswer[],
): (Reusable & Pick<KeptAnswer, 'value'>)[] {
  const holder = holderOf(form, values)
  return form.fields.flatMap((field) => {
    const element = sharedElement(field, holder)
    const found = kept.find((answer) => answer.holder === holder && answer.element === element)
    if (found === undefined || !isEmpty(values[field.name]) || !takes(field, found)) return []
    return [{ field: field.name, label: field.label, text: found.text, value: found.value }]
  })
}

function takes(field: FormField, { value }: KeptAnswer): boolean {
  const { showWhen: _always, ...alone } = field
  return check({ title: '', fields: [alone] }, { [field.name]: value }).length === 0
}

/** Fields that still hold what was taken over. */
export function stillReused(values: FormValues, reused: FormValues): string[] {
  return Object.keys(reused).filter((name) => JSON.stringify(values[name]) === JSON.stringify(reused[name]))
}

/** How many questions a filing asked, and how many of them nobody had to answer again. */
export function reuseCount(
  form: FormSchema,
  values: FormValues,
  reused: FormValues,
): { asked: number; reused: number } {
  const asked = askedFields(form, values).map(({ name }) => name)
  return {
    asked: asked.length,
    reused: stillReused(values, reused).filter((name) => asked.includes(name)).length,
  }
}
