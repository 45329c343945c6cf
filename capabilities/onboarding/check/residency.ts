import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PackFile } from '#capabilities/organisation/contract.ts'
import type { PackFlaw } from './flaw.ts'

export interface ResidentGroup {
  name: string
  /** Items of the group that towns' centres offer, and those they do not. */
  resident: readonly string[]
  absent: readonly string[]
}

/** How many items of each group the plan wants at the towns' centres are there (应进必进, BS-2.1-04). */
export function residentGroups({ parameters }: PackFile, items: readonly ItemVersion[]): ResidentGroup[] {
  return (parameters.residentDomains?.value ?? []).map(({ name, domains = [], items: named = [] }) => {
    const group = items.filter(({ id, domain }) => domains.includes(domain) || named.includes(id))
    const at = (here: boolean): string[] =>
      group.filter(({ entryModes }) => (entryModes.centre !== undefined) === here).map((item) => item.name)
    return { name, resident: at(true), absent: at(false) }
  })
}

/** A group the plan names and no item stands for. */
export function residencyFlaws(pack: PackFile, items: readonly ItemVersion[]): PackFlaw[] {
  return residentGroups(pack, items)
    .filter(({ resident, absent }) => resident.length + absent.length === 0)
    .map(({ name }) => ({
      file: 'pack.json',
      what: `方案要求进驻的“${name}”没有一个事项`,
      remedy: '在 items 里补上事项，或改正参数 residentDomains 的对应',
    }))
}
