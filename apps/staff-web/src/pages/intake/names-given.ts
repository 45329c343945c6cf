import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { NameTyped } from '#capabilities/portal/contract/routes.ts'
import { isCitizenId } from '#ui/form/citizen-id.ts'
import { isCreditCode } from '#ui/form/credit-code.ts'
import { askedFields, type FormValues } from '#ui/form/values.ts'
import { readValues, type RawValues } from '../../form/raw-values.ts'

export interface NameGiven extends NameTyped {
  /** The question that asks for the name. */
  field: string
}

/** Who is written down with a whole number: the applicant, by the credit code where there is one, and whoever acts for them. */
export function namesGiven({ form }: Pick<ItemVersion, 'form'>, raw: RawValues): NameGiven[] {
  const values = readValues(form, raw)
  const asked = askedFields(form, values)
  const fieldOf = (element: string) => asked.find((field) => field.element === element)?.name
  const given = (who: 'party' | 'agent'): NameGiven[] => {
    const field = fieldOf(`${who}.name`)
    const code = said(values, fieldOf(`${who}.creditCode`))
    const idNumber = code === '' ? said(values, fieldOf(`${who}.citizenId`)) : code
    const name = said(values, field)
    const whole = code === '' ? isCitizenId(idNumber) : isCreditCode(code)
    if (field === undefined || name === '' || !whole) return []
    return [{ field, idKind: code === '' ? 'citizen-id' : 'credit-code', idNumber, name }]
  }
  return [...given('party'), ...given('agent')]
}

function said(values: FormValues, field: string | undefined): string {
  const value = field === undefined ? '' : (values[field] ?? '')
  return typeof value === 'string' ? value.trim() : ''
}
