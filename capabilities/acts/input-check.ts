import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { faultyField, inputFault } from '#platform/http/input-fault.ts'
import { isLegalDay } from '#platform/legal-day.ts'

const SAID_MAX = 10

/** What people call a field of an act, where the form gives it a name. */
export type FieldLabels = (act: string, field: string) => string | undefined

/** Says what is wrong with the input of an act, in short Chinese phrases; the engine itself trusts what passed here. */
export function inputCheck(
  acts: Iterable<readonly [name: string, action: { input: object }]>,
  labelOf: FieldLabels = () => undefined,
): (act: string, input: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
  addFormats.default(ajv)
  ajv.addFormat('date', isCountable)
  const checks = new Map([...acts].map(([name, { input }]) => [name, ajv.compile(input)] as const))
  return (act, input) => {
    const check = checks.get(act)!
    if (check(input)) return []
    const label = (field: string) => labelOf(act, field)
    return (check.errors ?? [])
      .slice(0, SAID_MAX)
      .map((error) => `${fieldOf(error, label)}：${inputFault(error)}`)
  }
}

/** Of this century: none of the days an act asks for lies further away. */
const isCountable = (day: string) => day.startsWith('20') && isLegalDay(day)

interface Titled {
  title?: string
  properties?: Readonly<Record<string, { title?: string }>>
}

/** The field that is missing, or that holds the wrong value; a part of a list is called as the list. */
function fieldOf(error: ErrorObject, label: (field: string) => string | undefined): string {
  const { instancePath, keyword, params } = error
  const schema = error.parentSchema as Titled | undefined
  const [, first = ''] = instancePath.split('/')
  const missing = keyword === 'required' ? String(params['missingProperty']) : ''
  const title = missing === '' ? schema?.title : schema?.properties?.[missing]?.title
  return title ?? label(first || missing) ?? faultyField(error)
}
