import type { CitizenActor, StaffActor } from '#engine/actor.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Filing } from '#capabilities/case/contract.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { newId } from '#platform/id.ts'
import { variantOf } from '#ui/form/variant.ts'
import type { Assembly } from '../../assemble.ts'
import { ACTS } from '../acts.ts'
import type { Cast, Town } from '../cast.ts'
import { demoForm, type DemoValues } from '../form-values.ts'
import { demoPerson, type DemoPerson } from '../people.ts'
import { settle } from '../settle.ts'

/** People of these paths are others than those of the planned cases and of the running life. */
const FIRST_PERSON = 2000

/** Somebody in an office, as a path speaks of them. */
export interface Who {
  role: string
  /** The body that decides the case unless said otherwise. */
  body?: string
  place?: string
}

/** An application under way. */
export interface Matter {
  no: string
  item: ItemVersion
  person: DemoPerson
  index: number
  town: Town
  /** Whoever took it in. */
  clerk: StaffActor
}

interface Wish {
  item: string
  /** Where the applicant belongs. */
  town: Town
  /** Who takes it in; else whoever's window does at the place it is brought to, the town's centre unless said otherwise. */
  from?: StaffActor
  at?: string
  of?: Matter
  about?: Filing['about']
  delivery?: ItemVersion['delivery'][number]
  answers?: DemoValues
  /** Handed in under the applicant's own account, so that they find it there. */
  online?: boolean
  /** Somebody a visitor can sign up as; anybody unless said otherwise. */
  person?: DemoPerson
}

/** What the pack of this demo has not; the path is left out. */
export class NotHere extends Error {}

/** The hands of a path: who does what now, in words of the office. A refusal is a fault of the path. */
export type Scene = ReturnType<typeof sceneOf>

const asked = () => ({ requestId: newId(), requestHash: newId(), reliesOn: [] })

export function sceneOf(house: Assembly, cast: Cast, posts: readonly Post[]) {
  const { area } = cast
  const now = () => house.clock.now()
  let people = FIRST_PERSON

  function officer({ role, body, place }: Who): StaffActor {
    const able = posts.filter(
      (post) =>
        post.roles.some((held) => held === role) &&
        (body === undefined || post.body === body) &&
        (place === undefined || post.place === place),
    )
    // Somebody with two posts would meet the separation of roles (岗位分设) sooner or later.
    const single = able.find(({ person }) => posts.filter((post) => post.person === person).length === 1)
    const { id, person, roles, ...at } = present(single ?? able[0], `${role} ${body ?? ''}${place ?? ''}`)
    return { kind: 'staff', person, post: id, roles, place: at.place, body: at.body, area }
  }

  async function dossier({ no, clerk }: Pick<Matter, 'no' | 'clerk'>): Promise<CaseDossier> {
    return present(await house.cases.find(clerk, no), `case ${no}`).dossier
  }

  async function act(
    matter: Matter,
    who: Who | StaffActor | CitizenActor,
    name: string,
    input: Record<string, unknown> = {},
  ): Promise<void> {
    const { decidingBody } = await dossier(matter)
    const actor = 'kind' in who ? who : officer({ body: decidingBody, ...who })
    granted(name, await house.cases.act({ ...asked(), no: matter.no, act: name, input, actor, now: now() }))
  }

  /** An act that is meant to be refused: by what code. */
  async function tried({ no }: Matter, actor: StaffActor, name: string, input: Record<string, unknown>) {
    const done = await house.cases.act({ ...asked(), no, act: name, input, actor, now: now() })
    return isRefusal(done) ? done.code : undefined
  }

  return {
    house,
    area,
    tried,
    now,
    officer,
    act,
    dossier,
    /** Whoever applied under their own account. */
    applicant: ({ person }: Matter) => cast.citizen(person),
    today: () => legalDay(now()),
    towns: cast.towns,
    clerkAt: cast.clerkAt,
    /** The county hall, where the supervisors sit. */
    hall: () => officer({ role: 'supervisor' }).place,
    /** A town that is no street office, by its region's code (镇、乡 are numbered from 100): some powers are only such towns'. */
    ruralTown: () =>
      present(
        cast.towns.findLast(({ region, organ }) => organ && Number(region.slice(6, 9)) >= 100),
        'a town',
      ),
    async workday(ahead: number) {
      return compileCalendar(await house.organisation.calendarOf(area)).addWorkingDays(legalDay(now()), ahead)
    },
    settle: () => settle(house),
    posts: (which: (post: Post) => boolean) => posts.filter(which),
    /** Hands an application in with every paper it requires; what may follow stays at home. */
    async file({
      item: id,
      town,
      at = town.place,
      from,
      of,
      about,
      delivery = 'window',
      answers = {},
      online = false,
      ...wish
    }: Wish) {
      const published = present(await house.catalogue.itemInForce(area, id, legalDay(now())), id).item
      const item = about === undefined ? published : variantOf(published, about.kind)
      const clerk = from ?? present(cast.clerkAt(at, item.domain), `a window for ${id}`)
      const index = of?.index ?? people++
      const person = wish.person ?? demoPerson(index)
      const filing: Filing = {
        ...{
          item: published.id,
          itemVersion: published.version,
          region: town.region,
          acceptPlace: clerk.place,
        },
        form: demoForm(item.form, person, index, town.region, answers),
        materials: handedIn(item),
        delivery,
        ...(about === undefined ? {} : { about }),
      }
      const actor = online ? await cast.citizen(person) : clerk
      const done = granted(id, await house.cases.file({ ...asked(), area, actor, now: now(), filing }))
      const { no } = done.answer as { no: string }
      return { no, item, person, index, town, clerk } satisfies Matter
    },
    /** A step as everybody takes it, with the words of the ordinary stories. */
    async usual(matter: Matter, ...names: (keyof typeof ACTS)[]): Promise<void> {
      for (const name of names) {
        const { act: called, role, needsPaper, input } = ACTS[name]
        if (needsPaper) await settle(house)
        const about = { item: matter.item, person: matter.person, promise: false, day: legalDay(now()) }
        await act(matter, role === 'window-clerk' ? matter.clerk : { role }, called, input(about))
      }
    },
  }
}

/** What an act answered; a path that is refused has been written wrongly. */
export function granted<T>(what: string, answer: T | Refusal): T {
  if (!isRefusal(answer)) return answer
  throw new Error(`${what}: ${answer.code} ${JSON.stringify(answer.facts ?? {})}`)
}

export function present<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new NotHere(what)
  return found
}

function handedIn({ materials }: ItemVersion): Filing['materials'] {
  return materials
    .filter(({ fromForm, necessity }) => !fromForm && necessity === 'required')
    .map(({ id, originals, copies }) => ({
      ...{ material: id, files: [], paperOriginals: Math.max(originals, 1), paperCopies: copies },
    }))
}

/** Materials that may follow (容缺). */
export function mayFollow({ materials }: ItemVersion): string[] {
  return materials
    .filter(({ fromForm, necessity }) => !fromForm && necessity === 'tolerable')
    .map(({ id }) => id)
}
