import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskNamePublic } from '#platform/crypto/mask.ts'
import type { CaseDossier } from '../../model/dossier.ts'

export const isOpen = ({ publicity }: CaseDossier): boolean =>
  publicity !== undefined && publicity.closedOn === undefined

/** Objections that nobody has looked into yet. */
export const openObjections = ({ publicity }: CaseDossier) =>
  (publicity?.objections ?? []).filter(({ answer }) => answer === undefined)

/** Firms stand there by their names; a person by surname, unless the item's law wants the whole name (个人信息保护法第六条). */
export function publicName(
  { name, idKind }: Pick<PartyDetails, 'name' | 'idKind'>,
  { process }: Pick<ItemVersion, 'process'>,
): string {
  return idKind === 'credit-code' || process.publicity?.names === 'whole' ? name : maskNamePublic(name)
}
