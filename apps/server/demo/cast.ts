import type { CitizenActor, StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Assembly } from '../assemble.ts'
import type { DemoRole } from './acts.ts'
import type { DemoPerson } from './people.ts'

/** Who plays in the demo: the posts of the pack and where they sit. */
export interface Cast {
  area: string
  /** Towns whose centre has somebody at a window. */
  towns: readonly Town[]
  /** The clerk of a town's centre, or the holder of a role in a body. */
  officer(role: DemoRole, body: string, town: Town): StaffActor | undefined
  citizen(person: DemoPerson): Promise<CitizenActor>
}

export interface Town {
  region: string
  place: string
  clerk: StaffActor
}

export async function castOf(house: Assembly, area: string): Promise<Cast> {
  const posts = await house.staff.postsOfArea(area)
  const places = await house.organisation.places(area, legalDay(house.clock.now()))
  const actor = ({ id, person, roles, place, body }: Post): StaffActor => ({
    ...{ kind: 'staff', person, post: id, roles, place, body, area },
  })
  const towns = places
    .filter(({ kind }) => kind === 'centre')
    .flatMap(({ id, region }): Town[] => {
      const clerk = posts.find((post) => post.place === id && post.roles.includes('window-clerk'))
      return clerk ? [{ region, place: id, clerk: actor(clerk) }] : []
    })
  return {
    area,
    towns,
    officer(role, body, town) {
      if (role === 'window-clerk') return town.clerk
      const able = posts.filter((post) => post.body === body && post.roles.includes(role))
      // Somebody with two posts in the body would meet the separation of roles (岗位分设) sooner or later.
      const single = able.find(
        ({ person }) => posts.filter((post) => post.person === person && post.body === body).length === 1,
      )
      const found = single ?? able[0]
      return found && actor(found)
    },
    async citizen({ name, citizenId, phone }) {
      const details = { name, idKind: 'citizen-id', idNumber: citizenId, phone } as const
      const party = await house.parties.findOrCreate(details)
      return { kind: 'citizen', person: party, party }
    },
  }
}
