import type { StaffActor } from '#engine/actor.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { procedureOf } from '#capabilities/case/model.ts'
import { citizenActor } from '#capabilities/portal/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import type { Run } from './run.ts'
import type { Citizen, Somebody } from './somebody.ts'
import type { Town } from './town.ts'

export type { Citizen, Somebody }

const PASSWORD = 'Shiyong-2026!'

/** Invented people, registered through the portal. */
export async function settleCitizens({ portal }: Town, count: number): Promise<Citizen[]> {
  const citizens: Citizen[] = []
  for (let index = 0; index < count; index++) {
    const person = demoPerson(index)
    const { name, citizenId, phone } = person
    const input = { name, citizenId, phone, login: `resident-${index}`, password: PASSWORD }
    const answer = await portal.register(input, `192.0.2.${index % 200}`)
    if ('refused' in answer) throw new Error(`${name} could not register: ${answer.sentence}`)
    const visitor = await portal.visitor({ session: answer.session })
    citizens.push({ index, person, visitor, party: visitor.citizen!.party })
  }
  return citizens
}

export function asOfficer({ id, person, roles, place, body, area, stream, version }: Post): Somebody {
  const actor: StaffActor = { kind: 'staff', person, post: id, roles, place, body, area }
  return { name: id, actor, reliesOn: [{ stream, version }] }
}

export function asCitizen(citizen: Citizen): Somebody {
  return { name: `citizen-${citizen.index}`, actor: citizenActor(citizen.party), reliesOn: [], citizen }
}

/** Everybody on duty who holds a role towards this case, by whichever chapter; a window serves the cases of its own place. */
export function officersFor({ town }: Run, dossier: CaseDossier, role: string): Somebody[] {
  const { rolesOf } = procedureOf(dossier)
  return town.posts
    .filter(({ place }) => role !== 'window-clerk' || place === dossier.acceptPlace)
    .map(asOfficer)
    .filter(({ actor }) => rolesOf(actor, dossier).includes(role))
}

/** Whether anybody on duty holds a role towards a case, remembered as long as neither has changed. */
const staffed = new WeakMap<CaseDossier, { posts: Town['posts']; roles: Map<string, boolean> }>()

export function isStaffed(run: Run, dossier: CaseDossier, role: string): boolean {
  const { posts } = run.town
  const before = staffed.get(dossier)
  const known = before?.posts === posts ? before : { posts, roles: new Map<string, boolean>() }
  staffed.set(dossier, known)
  const found = known.roles.get(role) ?? officersFor(run, dossier, role).length > 0
  known.roles.set(role, found)
  return found
}

/** Roles that come with what is going on in a case: whoever was asked, called, given a task, or is to approve. */
function calledFor({ extension, hearing }: CaseDossier): readonly string[] {
  const head = extension?.proposed ?? (hearing?.objected && !hearing.objected.kept)
  return [
    ...['opinion-giver', 'task-holder', 'signer', 'lane-contact'],
    ...(head ? ['head', 'government-head'] : []),
    ...(hearing?.convened && hearing.held === undefined ? ['hearing-presider'] : []),
  ]
}

/** Somebody whose turn it is, or who may always have a say. */
export function somebodyFor(
  run: Run,
  dossier: CaseDossier,
  applicant: Citizen | undefined,
  wanted: readonly string[] = [],
): Somebody | undefined {
  const { random } = run
  const waits = procedureOf(dossier).states[dossier.state]?.waitsFor.filter((role) => role !== 'system') ?? []
  // What an applicant has to bring may come to the counter as well as online.
  const turn = waits.includes('applicant') ? [...waits, 'window-clerk'] : waits
  const drawn = random.whole(1, 100)
  const usual = ['window-clerk', 'applicant', 'approver']
  const called = drawn <= 90 ? calledFor(dossier) : [...usual, 'director']
  const roles = wanted.length > 0 ? wanted : drawn <= 55 ? turn : called
  return oneOf(run, dossier, applicant, roles) ?? oneOf(run, dossier, applicant, turn)
}

function oneOf(
  run: Run,
  dossier: CaseDossier,
  applicant: Citizen | undefined,
  roles: readonly string[],
): Somebody | undefined {
  const people = roles
    .map((role) => {
      if (role === 'applicant') return applicant ? [asCitizen(applicant)] : []
      return run.officeOpen ? officersFor(run, dossier, role) : []
    })
    .filter((some) => some.length > 0)
  return people.length > 0 ? run.random.oneOf(run.random.oneOf(people)) : undefined
}

/** Anybody at all. */
export function anybody({ random, town, citizens, officeOpen }: Run): Somebody {
  return !officeOpen || random.chance(0.25)
    ? asCitizen(random.oneOf(citizens))
    : asOfficer(random.oneOf(town.posts))
}
