import type { CitizenActor, StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { windowProblem } from '#capabilities/organisation/model.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Assembly } from '../assemble.ts'
import type { DemoRole } from './acts.ts'
import type { DemoPerson } from './people.ts'

/** Who plays in the demo: the posts of the pack and where they sit. */
export interface Cast {
  area: string
  /** Towns whose centre has somebody at a window. */
  towns: readonly Town[]
  /** The clerk of a town's centre who takes such an item in, or the holder of a role in a body. */
  officer(role: DemoRole, body: string, at: { town: Town; item: ItemVersion }): StaffActor | undefined
  /** Whoever at this place takes in what belongs to a domain; nobody where none of its windows does. */
  clerkAt(place: string, domain: ItemVersion['domain']): StaffActor | undefined
  citizen(person: DemoPerson): Promise<CitizenActor>
}

export interface Town {
  region: string
  place: string
  /** Whether what governs there is an organ: institutions hold no power of decision. */
  organ: boolean
  /** Whoever sits at the first window. */
  clerk: StaffActor
}

export async function castOf(house: Assembly, area: string): Promise<Cast> {
  const posts = await house.staff.postsOfArea(area)
  const today = legalDay(house.clock.now())
  const places = await house.organisation.places(area, today)
  const bodies = new Map((await house.organisation.bodies(area, today)).map((body) => [body.id, body]))
  const taker = await takerOf(house, area, posts)
  const actor = ({ id, person, roles, place, body }: Post): StaffActor => ({
    ...{ kind: 'staff', person, post: id, roles, place, body, area },
  })
  const clerksOf = (at: string) =>
    posts.filter(({ place, roles }) => place === at && roles.includes('window-clerk'))
  const clerkAt: Cast['clerkAt'] = (place, domain) => {
    const found = taker(clerksOf(place), domain)
    return found && actor(found)
  }
  const towns = places
    .filter(({ kind }) => kind === 'centre')
    .flatMap(({ id, region }): Town[] => {
      const clerk = clerksOf(id)[0]
      if (clerk === undefined) return []
      const kind = bodies.get(clerk.body)?.kind
      const organ = kind === 'town-government' || kind === 'street-office'
      return [{ region, place: id, organ, clerk: actor(clerk) }]
    })
  return {
    area,
    towns,
    clerkAt,
    officer(role, body, { town, item }) {
      if (role === 'window-clerk') return clerkAt(town.place, item.domain) ?? town.clerk
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

/** Among the clerks of a place whoever's window takes a domain in, rather the window that is there for it alone. */
async function takerOf(house: Assembly, area: string, posts: readonly Post[]) {
  const ids = posts.flatMap(({ window }) => window ?? [])
  const windows = new Map((await house.organisation.windowsByIds(area, ids)).map((each) => [each.id, each]))
  const model = (await house.organisation.pack(area))?.body.parameters.windowModel.value
  return (clerks: readonly Post[], domain: ItemVersion['domain']): Post | undefined => {
    if (model === undefined || model.undifferentiated) return clerks[0]
    const kindOf = ({ window }: Post) => (window === null ? undefined : windows.get(window)?.kind)
    const able = clerks.filter((clerk) => {
      const kind = kindOf(clerk)
      return kind === undefined || windowProblem(model, { kind }, domain) === undefined
    })
    return able.find((clerk) => model.domains?.[kindOf(clerk) ?? '']?.includes(domain)) ?? able[0]
  }
}
