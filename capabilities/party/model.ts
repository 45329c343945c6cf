import type { PartyDetails } from './contract.ts'

/** Elements of a form that say who applies; every form asks them first. */
export const PARTY_ELEMENTS = ['party.name', 'party.citizenId', 'party.creditCode', 'party.phone'] as const

interface FormLike {
  fields: readonly { name: string; element?: string }[]
}

/** Who applies, read off a filled form; a credit code makes the party an organisation. */
export function partyOfForm(
  form: FormLike,
  values: Readonly<Record<string, unknown>>,
): PartyDetails | undefined {
  const valueOf = reader(form, values)
  const name = valueOf('party.name')
  const phone = valueOf('party.phone')
  const creditCode = valueOf('party.creditCode')
  const citizenId = valueOf('party.citizenId')
  const idNumber = (creditCode ?? citizenId)?.toUpperCase()
  if (name === undefined || phone === undefined || idNumber === undefined) return undefined
  return { name, phone, idKind: creditCode === undefined ? 'citizen-id' : 'credit-code', idNumber }
}

/** Who applies for the applicant (代办人), where the form asks and is told so. */
export function agentOfForm(
  form: FormLike,
  values: Readonly<Record<string, unknown>>,
): Pick<PartyDetails, 'name' | 'idNumber'> | undefined {
  const valueOf = reader(form, values)
  const [name, idNumber] = [valueOf('agent.name'), valueOf('agent.citizenId')?.toUpperCase()]
  return name === undefined || idNumber === undefined ? undefined : { name, idNumber }
}

function reader({ fields }: FormLike, values: Readonly<Record<string, unknown>>) {
  return (element: string): string | undefined => {
    const field = fields.find((candidate) => candidate.element === element)
    const value = field && values[field.name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
}
