import type { Actor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Body } from '../contract/body.ts'
import type { Duty, DutyAct } from '../contract/duty.ts'
import type { PackParameters } from '../contract/pack.ts'
import type { Place } from '../contract/place.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { actProblem } from '../model/duties.ts'

/** What the acts of these books have to know of the ground. */
export interface Ground {
  today: string
  duties: readonly Duty[]
  bodies: ReadonlyMap<string, Body>
  places: ReadonlyMap<string, Place>
  parameters: PackParameters | undefined
}

export const groundOf =
  (organisation: Organisation) =>
  async ({ area, now }: { area: string; now: Instant }): Promise<Ground> => {
    const today = legalDay(now)
    const [duties, bodies, places, pack] = await Promise.all([
      organisation.duties(area, today),
      organisation.bodies(area, today),
      organisation.places(area, today),
      organisation.pack(area),
    ])
    return {
      ...{ today, duties, parameters: pack?.body.parameters },
      bodies: new Map(bodies.map((body) => [body.id, body])),
      places: new Map(places.map((place) => [place.id, place])),
    }
  }

/** ORG-02: what is written in a book is an act as well, and outside the duty of the officer's body it is refused. */
export function outsideDuty(
  { actor, world }: { actor: Actor; world: { known: Ground } },
  act: DutyAct,
  ground?: string,
): OrganisationRefusal | undefined {
  if (actor.kind === 'system') return undefined
  const body = actor.kind === 'staff' ? world.known.bodies.get(actor.body) : undefined
  if (body === undefined) return refuse('body-unknown')
  const { duties, bodies } = world.known
  return actProblem(duties, body, act, ground, (id) => bodies.get(id)?.shortName)
}

/** Roles that read these books: whoever writes them, whoever watches, and a place's own director what concerns it. */
export const SEEN = { organiser: 'area', supervisor: 'area', director: 'own-place' } as const
