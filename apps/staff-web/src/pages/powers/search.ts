import type { PowerStanding, PowerView } from '#capabilities/catalogue/contract/power-routes.ts'

type Power = PowerView['powers'][number]

/** Filters of the register; they live in the address, so that “back” finds the same list. */
export interface PowersSearch {
  q?: string
  body?: string
  kind?: PowerView['kind']
  power?: Power
  place?: string
  standing?: PowerStanding
}

export const KINDS: readonly PowerView['kind'][] = ['own', 'delegated', 'entrusted']
export const POWERS: readonly Power[] = ['accept', 'decide', 'seal']
export const STANDINGS: readonly PowerStanding[] = ['in-force', 'future', 'ended']

export function powersSearch({ q, body, place, ...rest }: Record<string, unknown>): PowersSearch {
  const known = {
    kind: KINDS.find((one) => one === rest['kind']),
    power: POWERS.find((one) => one === rest['power']),
    standing: STANDINGS.find((one) => one === rest['standing']),
  }
  return {
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.trim().slice(0, 100) } : {}),
    ...(typeof body === 'string' && body !== '' ? { body } : {}),
    ...(typeof place === 'string' && place !== '' ? { place } : {}),
    ...(known.kind === undefined ? {} : { kind: known.kind }),
    ...(known.power === undefined ? {} : { power: known.power }),
    ...(known.standing === undefined ? {} : { standing: known.standing }),
  }
}

/** The same list as a file. */
export function powersFileUrl(search: PowersSearch): string {
  const query = new URLSearchParams({ ...search }).toString()
  return `/api/v1/powers/export${query === '' ? '' : `?${query}`}`
}
