import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { decode, type FieldValue } from '#ui/form/index.ts'
import { decidingQuestions } from '#ui/form/situation.ts'

/** Who applies, for whom and where: with other answers it would be another application. */
const WHO = new Set(['party.name', 'party.citizenId', 'party.creditCode', 'agent.name', 'agent.citizenId'])

/** Answers that may be mended on the spot; one that makes another situation makes another application. */
export function correctable(item: Pick<ItemVersion, 'form' | 'situations'>): readonly FormField[] {
  const deciding = decidingQuestions(item)
  return item.form.fields.filter(
    ({ name, element, type }) => type !== 'region' && !WHO.has(element ?? '') && !deciding.has(name),
  )
}

/** What was typed, as the form keeps it: a choice by the words of its option, several one after another. */
export function readAs(field: FormField, typed: string): FieldValue {
  const { name, type, options = [] } = field
  const valueOf = (text: string) =>
    options.find(({ value, label }) => label === text.trim() || value === text.trim())?.value ?? text.trim()
  if (type === 'choice') return valueOf(typed)
  if (type === 'choices')
    return typed
      .split(/[\n、，,；;]+/u)
      .filter((text) => text.trim() !== '')
      .map(valueOf)
  const posted = { get: () => typed, getAll: () => [typed] }
  return decode({ title: '', fields: [field] }, posted)[name] ?? ''
}
