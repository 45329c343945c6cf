import type { LegalDay } from '#engine/day.ts'
import type { Place, Window } from '#capabilities/organisation/contract.ts'
import type { Grant, ItemVersion } from '../contract.ts'

/** Why a matter stays away from the hall by law or nature (DW-3.2.4-02). */
export const GROUNDS = {
  security: '涉及安全',
  privacy: '涉及个人隐私',
  'at-the-door': '可以直接上门服务',
  premises: '对场地有特殊要求',
  other: '其他经批准的原因',
} as const
export type Ground = keyof typeof GROUNDS

export interface ApprovedException {
  item: string
  ground: Ground
  reason: string
  approvalNo: string
  to?: LegalDay
}

/** A post that sits at a window. */
export interface AtWindow {
  body: string
  place: string
  window: string
  roles: readonly string[]
}

/** An agreement in force, by which a centre takes in for a department. */
export interface Entrusted {
  department: string
  items: readonly string[]
}

/** What stands on a day: halls and centres with their windows, who sits at them, and who may take what in. */
export interface ResidencyGround {
  day: LegalDay
  places: readonly Pick<Place, 'id' | 'name' | 'kind' | 'owner'>[]
  windows: readonly Pick<Window, 'id' | 'place' | 'kind'>[]
  /** Windows that were closed by hand with no day on which they open again; they are not among `windows`. */
  closed: readonly Pick<Window, 'id' | 'place' | 'kind'>[]
  /** Whether a window of this kind takes in this domain. */
  takes(window: Pick<Window, 'kind'>, domain: string): boolean
  posts: readonly AtWindow[]
  grants: readonly Grant[]
  exceptions: readonly ApprovedException[]
  agreements: readonly Entrusted[]
  /** Bodies that govern towns; `street` where law names towns only. */
  towns: readonly { id: string; street: boolean }[]
}

export type ItemAtWork = Pick<
  ItemVersion,
  'id' | 'name' | 'domain' | 'itemType' | 'decidingBody' | 'ownerTier' | 'entryModes'
>
