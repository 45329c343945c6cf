import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskNamePublic } from '#platform/crypto/mask.ts'
import type { CaseDossier } from '../../model/dossier.ts'

type Objected = Pick<CaseDossier, 'publicity'>

export const isOpen = ({ publicity }: Objected): boolean =>
  publicity !== undefined && publicity.closedOn === undefined

/** Objections that nobody has looked into yet. */
export const openObjections = ({ publicity }: Objected) =>
  (publicity?.objections ?? []).filter(({ answer }) => answer === undefined)

/** What one person may say online of one publicity: whoever has more to say writes it into one text. */
export const OBJECTIONS_MAX = 3

/** What somebody said online themselves. */
export const objectionsBy = ({ publicity }: Objected, party: string) =>
  (publicity?.objections ?? []).filter((each) => each.party === party)

/**
 * 公示编号: the day of receipt and the running number with its check sign, which stand last on the applicant's receipt. Under one
 * department no two cases share it, the office finds the case by it, and it is not yet the number a caller has to name.
 */
export function publicNumber(no: string): string {
  return `${no.slice(-15, -7)}-${no.slice(-7)}`
}

/** 回执编号: that of the notice with the how-manieth objection to it; the objector's own, which does not lead to the case. */
export function receiptNumber({ no, publicity }: Objected & Pick<CaseDossier, 'no'>, id: string): string {
  const before = publicity?.objections.findIndex((each) => each.id === id) ?? -1
  return `${publicNumber(no)}-${before + 1}`
}

/** The last signs of a case number out of a 公示编号 or the number of a receipt (回执编号); nothing for anything else. */
export function signsOfPublicNumber(typed: string): string | undefined {
  const found = /^(\d{8})-(\d{6}[0-9A-Z])(?:-\d{1,3})?$/.exec(typed.trim().toUpperCase())
  return found ? `${found[1]}${found[2]}` : undefined
}

/** Firms stand there by their names; a person by surname, unless the item's law wants the whole name (个人信息保护法第六条). */
export function publicName(
  { name, idKind }: Pick<PartyDetails, 'name' | 'idKind'>,
  { process }: Pick<ItemVersion, 'process'>,
): string {
  return idKind === 'credit-code' || process.publicity?.names === 'whole' ? name : maskNamePublic(name)
}
