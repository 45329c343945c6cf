import { findPower } from '#engine/power/grant.ts'
import { isRefusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Asked, Input } from '../inputs.ts'
import { itemOf } from '../item-of.ts'
import type { Known } from '../journal.ts'
import { asCitizen, asOfficer, officersFor, type Somebody } from '../people.ts'
import type { Run } from '../run.ts'

/** What surrounds a case when somebody asks for something they will not get. */
export interface Around {
  run: Run
  known: Known
  today: string
  calendar: WorkingCalendar
  item: ItemVersion
}

/** How somebody comes to hear a certain no: who asks for what, of a case that stands so. */
export interface Attempt {
  code: string
  act: string
  when(dossier: CaseDossier, around: Around): boolean
  /** Left out, whoever holds a role of the act towards the case. */
  who?(around: Around, dossier: CaseDossier): readonly Somebody[] | Promise<readonly Somebody[]>
  /** Left out, the form as it should be. */
  fill?(asked: Asked, around: Around): Input | Promise<Input>
}

export function aroundOf(run: Run, known: Known): Around | undefined {
  const item = itemOf(run, known.item)
  if (item === undefined) return undefined
  return { run, known, today: legalDay(run.town.clock.now()), calendar: run.calendars[0]!, item }
}

/** Whoever holds one of the roles of the act towards the case. */
export function peopleFor({ run, known }: Around, dossier: CaseDossier, act: string): readonly Somebody[] {
  const by = procedureOf(dossier).actions.find(({ name }) => name === act)?.by ?? []
  return by.flatMap((role) => {
    if (role !== 'applicant') return role === 'system' ? [] : officersFor(run, dossier, role)
    return known.citizen === undefined ? [] : [asCitizen(run.citizens[known.citizen]!)]
  })
}

export const officers = ({ run }: Around, chosen: (post: Post) => boolean): Somebody[] =>
  run.town.posts.filter(chosen).map(asOfficer)

/** The state in which the procedure comes to its decision. */
export const mayDecide = ({ procedure, state }: CaseDossier): boolean =>
  state === (procedure === 'approval' ? 'reviewed' : 'accepted')

/** Whom the state waits for, where that is a post. */
export function waitsFor(dossier: CaseDossier): string | undefined {
  const [first] = procedureOf(dossier).states[dossier.state]?.waitsFor ?? []
  return first === 'applicant' || first === 'system' ? undefined : first
}

/** A decision that something of the case still stands in the way of. */
export const decided = (code: string, when: Attempt['when'], fill?: Attempt['fill']): Attempt => ({
  ...{ code, act: 'grant', when: (dossier, around) => mayDecide(dossier) && when(dossier, around) },
  ...(fill ? { fill } : {}),
})

/** Whether a post may look at the case at all: its body decides, or it serves or directs where the case came in. */
const sees = (
  { body, place, roles }: Post,
  { decidingBody, acceptPlace }: Pick<CaseDossier, 'decidingBody' | 'acceptPlace'>,
): boolean =>
  body === decidingBody ||
  (place === acceptPlace && (roles.includes('window-clerk') || roles.includes('director'))) ||
  roles.includes('supervisor')

/** Approvers who may look at the case and whom the register of powers answers with this code. */
export async function approversHearing(
  { run, today }: Around,
  dossier: CaseDossier,
  code: string,
): Promise<readonly Somebody[]> {
  const { town } = run
  const grants = await town.house.catalogue.grantsInMemory(town.area, true)
  const asked = { power: 'decide', item: dossier.item.id, day: today } as const
  return town.posts
    .filter((post) => post.roles.includes('approver') && sees(post, dossier))
    .filter(({ body, place }) => {
      const found = findPower({ ...asked, body, place }, grants)
      return isRefusal(found) && found.code === code
    })
    .map(asOfficer)
}
