import type { DraftView, RegionOption } from '#capabilities/portal/contract.ts'
import { agreedAnswers, readOffId, regionName, type FormValues } from '#ui/form/index.ts'

type Form = DraftView['item']['form']
type Field = Form['fields'][number]

/** A form with what stands in it, whether of one matter or of several. */
export interface Filled {
  form: Form
  values: FormValues
  today: string
  /** The village of the step before. */
  region?: string | undefined
  /** Fields taken over from earlier filings. */
  reused?: readonly string[]
}

/** Fields that were filled in for the person say from where, beside whatever else their hint says. */
export function sayingFrom(fields: readonly Field[], filled: Filled): Field[] {
  const { form, values, today, region, reused = [] } = filled
  const taken = new Set(reused)
  const read = readOffId(form, values)
  const agreed = agreedAnswers(form, values, today)
  const filledFrom = ({ name, type }: Field): string | undefined => {
    if (taken.has(name)) return '来自您以前的填写，可以改。'
    if (read[name] !== undefined && read[name] === values[name]) return '照身份证号填好了，请核对。'
    if (agreed[name] !== undefined && agreed[name] === values[name]) return '照年龄选好了，请核对。'
    const chosen = type === 'region' && region !== undefined && values[name] === region
    return chosen ? '照“在哪办”选的填好了，不是同一个地方的请改。' : undefined
  }
  return fields.map((field) => {
    const from = filledFrom(field)
    return from === undefined ? field : { ...field, hint: `${from}${field.hint ?? ''}` }
  })
}

/** The village was chosen a step before: one line says it again, and unfolds for whoever means another. */
export function villageSaid(
  fields: readonly Field[],
  { region, values }: Pick<Filled, 'region' | 'values'>,
  regions: readonly RegionOption[],
): Record<string, string> {
  const name = region === undefined ? undefined : regionName(regions, region)
  const repeated = fields.filter((field) => field.type === 'region' && values[field.name] === region)
  return name === undefined
    ? {}
    : Object.fromEntries(repeated.map((field) => [field.name, `${field.label}：${name}（改）`]))
}
