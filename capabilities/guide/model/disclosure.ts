import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

/** The five groups of information every matter makes public (办事信息公开五类, DW-2.3-01), in the order of the clause. */
export const DISCLOSURE_GROUPS = ['matter', 'materials', 'procedure', 'limit', 'fee'] as const
export type DisclosureGroup = (typeof DISCLOSURE_GROUPS)[number]

export const DISCLOSURE_TITLES: Readonly<Record<DisclosureGroup, string>> = {
  matter: '办理事项',
  materials: '申报材料',
  procedure: '办事程序',
  limit: '承诺时限',
  fee: '收费标准',
}

/** Words that fill a place without saying anything. */
const EMPTY_WORDS = /^(待定|待补充|暂无|另行通知|详见窗口|按规定|无)$/u

const says = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && !EMPTY_WORDS.test(text.trim())

type Known = Partial<ItemVersion>

const SAID: Readonly<Record<DisclosureGroup, (item: Known) => boolean>> = {
  matter: ({ name, summary, conditions, legalBasis }) =>
    says(name) && says(summary) && (conditions ?? []).some(says) && (legalBasis ?? []).length > 0,
  materials: ({ materials }) =>
    (materials ?? []).length > 0 &&
    materials!.every(({ name, acceptStandard }) => says(name) && says(acceptStandard)),
  procedure: ({ process }) =>
    (process?.steps ?? []).length > 0 &&
    process!.steps.every(({ name, standard }) => says(name) && says(standard)),
  limit: ({ promisedLimit }) => promisedLimit !== undefined,
  // “Free of charge” is a standard and is said by the item itself; a charge has to say how much for what.
  fee: ({ fee }) =>
    fee !== undefined &&
    (!fee.charged || ((fee.lines ?? []).length > 0 && fee.lines!.every(({ standard }) => says(standard)))),
}

/** The groups an item does not say; drafts may lack whole parts. */
export function missingGroups(item: Known): DisclosureGroup[] {
  return DISCLOSURE_GROUPS.filter((group) => !SAID[group](item))
}

export interface DisclosureGap {
  item: string
  name: string
  missing: DisclosureGroup[]
}

/** Items that lack a group, with the groups they lack (DIS-04). */
export function disclosureGaps(items: readonly (Known & Pick<ItemVersion, 'id'>)[]): DisclosureGap[] {
  return items.flatMap((item) => {
    const missing = missingGroups(item)
    return missing.length === 0 ? [] : [{ item: item.id, name: item.name ?? item.id, missing }]
  })
}
