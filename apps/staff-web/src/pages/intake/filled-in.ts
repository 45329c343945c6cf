import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { filledIn } from '#ui/form/derive.ts'
import { readValues, type RawValues } from '../../form/raw-values.ts'
import type { Application } from './application.ts'

/** One answer more; what the id number already says of the person is written down with it (性别、出生日期). */
export function answeredWith(
  item: ItemVersion,
  before: Application,
  name: string,
  value: RawValues[string],
): Application {
  const values = { ...before.values, [name]: value }
  const isId = item.form.fields.some((field) => field.name === name && field.type === 'citizen-id')
  return { ...before, values: isId ? completed(item, values) : values }
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
  const whole = filledIn(form, read, region === '' ? undefined : region)
  const added = Object.entries(whole).filter(([name, value]) => value !== read[name])
  return { ...raw, ...Object.fromEntries(added) }
}
