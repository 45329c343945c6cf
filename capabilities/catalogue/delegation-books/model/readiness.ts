import type { LegalDay } from '#engine/day.ts'
import type { Post, Role } from '#capabilities/staff/contract.ts'
import type { Grant } from '../../contract.ts'

type Power = Grant['powers'][number]

/** A finished training (上岗培训) that still counts. */
export interface Trained {
  post: string
  items: readonly string[]
}

export interface ReceivingPlace {
  posts: readonly Pick<Post, 'id' | 'person' | 'roles' | 'validFrom' | 'validTo'>[]
  /** Whether a window of it takes this domain in. */
  takes(domain: string): boolean
  hasSeal: boolean
}

export interface Wanted {
  item: { id: string; name: string; domain: string }
  powers: readonly Power[]
  /** How many trained people it takes, A and B (LS-2.6-03). */
  trainedStaff: number
  /** Only taken in at a village's station, where no window has to stand. */
  atStation: boolean
}

/** What a receiving place lacks for an item; empty: it is ready (接得住). */
export type Lack =
  | { kind: 'nobody-trained'; role: string }
  | { kind: 'too-few-trained'; have: number; need: number }
  | { kind: 'no-window' }
  | { kind: 'no-seal' }

export interface Readiness {
  item: string
  itemName: string
  trained: number
  lacks: Lack[]
}

/** Whose work a power is: accepting sits at the window, deciding takes one who examines and another who decides. */
const ROLES: Readonly<Record<Power, readonly Role[]>> = {
  accept: ['window-clerk'],
  decide: ['reviewer', 'approver'],
  seal: [],
}

export function readinessFor(
  place: ReceivingPlace,
  training: readonly Trained[],
  { item, powers, trainedStaff, atStation }: Wanted,
  day: LegalDay,
): Readiness {
  const learned = new Set(training.filter(({ items }) => items.includes(item.id)).map(({ post }) => post))
  const able = place.posts.filter(
    ({ id, validFrom, validTo }) =>
      learned.has(id) && validFrom <= day && (validTo === null || validTo >= day),
  )
  const roles: readonly Role[] = atStation ? ['village-agent'] : powers.flatMap((power) => ROLES[power])
  const untrained = roles.filter((role) => !able.some((post) => post.roles.includes(role)))
  const trained = new Set(able.map(({ person }) => person)).size
  const need = atStation ? 1 : trainedStaff
  return {
    ...{ item: item.id, itemName: item.name, trained },
    lacks: [
      ...untrained.map((role): Lack => ({ kind: 'nobody-trained', role })),
      ...(untrained.length === 0 && trained < need
        ? [{ kind: 'too-few-trained' as const, have: trained, need }]
        : []),
      ...(atStation || place.takes(item.domain) ? [] : [{ kind: 'no-window' as const }]),
      ...(!powers.includes('seal') || place.hasSeal ? [] : [{ kind: 'no-seal' as const }]),
    ],
  }
}
