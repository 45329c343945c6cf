import type { BodyKind } from '../contract/body.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'

/** GB 32100-2015: 31 signs, without I O S V Z, which are read as digits. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th sign for the first 17. */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = SIGNS.indexOf(first17[index] ?? ' ')
    if (value < 0) return undefined
    sum += value * weight
  }
  return SIGNS[(31 - (sum % 31)) % 31]
}

/** The 9th sign of an organisation code (GB 11714) for its first eight; letters count from A = 10. */
export function organisationCodeCheck(first8: string): string | undefined {
  let sum = 0
  for (const [index, weight] of ORGANISATION_WEIGHTS.entries()) {
    const value = Number.parseInt(first8[index] ?? '', 36)
    if (Number.isNaN(value)) return undefined
    sum += value * weight
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** 机关, 事业单位, 群团 as the second sign says it; the registering department is the staffing office. */
const KIND_SIGN: Readonly<Partial<Record<BodyKind, string>>> = {
  institution: '12',
  'mass-organisation': '13',
}

/**
 * A code that passes every check and is registered nowhere (`DEM…`). Made of the body's id, so that a body added later
 * changes no other's code; two ids that meet in one code are refused as a duplicate.
 */
export function demoCreditCode(area: string, id: string, kind: BodyKind): string {
  let sum = 0
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 100_003
  const organisation = `DEM${String(sum % 100_000).padStart(5, '0')}`
  const first17 = `${KIND_SIGN[kind] ?? '11'}${area}${organisation}${organisationCodeCheck(organisation) ?? ''}`
  return `${first17}${creditCodeCheck(first17) ?? ''}`
}

export function creditCodeProblem(code: string): OrganisationRefusal | undefined {
  const right =
    code.length === 18 &&
    creditCodeCheck(code.slice(0, 17)) === code[17] &&
    organisationCodeCheck(code.slice(8, 16)) === code[16]
  return right ? undefined : refuse('credit-code-wrong', { code }, 'GB 32100-2015')
}
