import type { LegalDay } from '#engine/day.ts'
import type { Grant, ItemVersion } from '../../contract.ts'

/** What the holder of a power said of handing it down (下放条件判定, BS-2.5-02). */
export interface Judged {
  item: string
  qualifies: boolean
  ground: string
  text: string
}

export type Standing =
  /** The law forbids it (除法律法规有特殊规定外, BS-2.5-03). */
  | { state: 'forbidden'; basis: string }
  /** Judged not to qualify, with the ground. */
  | { state: 'not-qualified'; ground: string; text: string }
  | { state: 'not-judged' }
  /** Qualifies and is not with all towns: these still lack it (区镇都能办，都要下放到镇, BS-2.5-01). */
  | { state: 'missing'; towns: readonly string[] }
  | { state: 'delegated' }

export interface BothTiersLine {
  item: string
  name: string
  domain: ItemVersion['domain']
  /** The body whose power it is. */
  holder: string
  standing: Standing
}

type Towns = readonly { id: string; street: boolean }[]

/** An item of the county's whose list says that towns exercise it too (行使层级含镇), or that was judged (BS-2.5-02). */
export const isBothTiers = (
  { id, decidingBody, useLevels }: ItemVersion,
  judged: readonly Judged[],
): boolean =>
  decidingBody.kind === 'body' && (useLevels.includes('5') || judged.some(({ item }) => item === id))

/** Every item both tiers can handle, and where it stands. Those that qualify and are not delegated are the gap. */
export function bothTiers(
  items: readonly ItemVersion[],
  around: { grants: readonly Grant[]; towns: Towns; judged: readonly Judged[]; day: LegalDay },
): BothTiersLine[] {
  return items
    .filter((item) => isBothTiers(item, around.judged))
    .map((item) => ({
      ...{ item: item.id, name: item.name, domain: item.domain, holder: item.decidingBody.body! },
      standing: standingOf(item, around),
    }))
}

function standingOf(
  item: ItemVersion,
  { grants, towns, judged, day }: Parameters<typeof bothTiers>[1],
): Standing {
  if (item.delegation?.entrust === false) return { state: 'forbidden', basis: item.delegation.basis }
  const holders = new Set(
    grants
      .filter((grant) => grant.item === item.id && grant.powers.includes('decide') && inForce(grant, day))
      .map(({ body }) => body),
  )
  const lacking = towns.filter(({ id }) => !holders.has(id)).map(({ id }) => id)
  if (lacking.length === 0) return { state: 'delegated' }
  const said = judged.find((each) => each.item === item.id)
  if (said === undefined) return { state: 'not-judged' }
  const { qualifies, ground, text } = said
  return qualifies ? { state: 'missing', towns: lacking } : { state: 'not-qualified', ground, text }
}

const inForce = ({ from, to }: Grant, day: LegalDay): boolean =>
  from <= day && (to === undefined || to >= day)
