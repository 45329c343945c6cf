import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { filledIn } from '#ui/form/derive.ts'
import { dayOf } from '#ui/format/day.ts'
import { readValues, type RawValues } from '../../form/raw-values.ts'
import type { Application } from './application.ts'

/** One answer more; what it says of the person is written down with it: an id number 性别 and 出生日期, a birthday the band of ages. */
export function answeredWith(
  item: ItemVersion,
  before: Application,
  name: string,
  value: RawValues[string],
): Application {
  const values = { ...before.values, [name]: value }
  const { fields } = item.form
  const isId = fields.some((field) => field.name === name && field.type === 'citizen-id')
  const saysAge = fields.some(({ agrees }) => agrees?.with === name)
  return { ...before, values: isId || saysAge ? completed(item, values) : values }
}

/** The village of the matter is also the answer of a form that asks for one village, until somebody writes another. */
export function withRegion(item: ItemVersion, before: Application, region: string): Application {
  const asking = item.form.fields.filter(({ type }) => type === 'region')
  const moved = asking.filter(({ name }) => before.values[name] === before.region && before.region !== '')
  const cleared = { ...before.values, ...Object.fromEntries(moved.map(({ name }) => [name, ''])) }
  return { ...before, region, values: completed(item, cleared, region) }
}

/** Only what was empty is filled: nothing that was typed is read and written anew. */
function completed({ form }: ItemVersion, raw: RawValues, region?: string): RawValues {
  const read = readValues(form, raw)
  const whole = filledIn(form, read, region === '' ? undefined : region, dayOf(new Date().toISOString()))
  const added = Object.entries(whole).filter(([name, value]) => value !== read[name])
  return { ...raw, ...Object.fromEntries(added) }
}
