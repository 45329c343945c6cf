import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ACTS, type DemoRole } from '../demo/acts.ts'
import { demoForm } from '../demo/form-values.ts'
import type { DemoPerson } from '../demo/people.ts'
import { AGAIN, AREA, CENTRE, VILLAGE, type Citizen, type Stage } from '../matrix/stage.ts'
import type { Signed } from '../testing/signed.ts'
import type { Json } from './values.ts'

/** 山头街道 and 博山镇: two towns that see nothing of each other. */
export const TOWNS = {
  shantou: { place: CENTRE, village: VILLAGE, body: 'town-370304004' },
  boshan: { place: 'centre-370304113', village: '370304113201', body: 'town-370304113' },
} as const
export type Town = keyof typeof TOWNS

type Step = keyof typeof ACTS
const REVIEWED: readonly Step[] = ['accept', 'review']
const SEALED: readonly Step[] = [...REVIEWED, 'grant', 'seal']

/** One case in every state that somebody waits in. */
const ONLINE: Readonly<Record<Town, readonly (readonly Step[])[]>> = {
  shantou: [
    [],
    ['notify'],
    ['propose'],
    ['accept'],
    REVIEWED,
    [...REVIEWED, 'grant'],
    SEALED,
    [...SEALED, 'deliver'],
  ],
  boshan: [[], ['notify'], ['accept'], [...SEALED, 'deliver']],
}
const GRANTED: readonly Step[] = ['accept', 'grant', 'seal']
const AT_WINDOW: Readonly<Record<Town, readonly (readonly Step[])[]>> = {
  shantou: [[], GRANTED],
  boshan: [],
}
const SPOT = 'birth-service-registration'
export const ITEM = 'temporary-assistance-small'
/** What it grants stays with its holder: a line of the register of licences. */
export const LICENSED = 'senior-preferential-card'

const LOGINS: Readonly<Record<DemoRole, string>> = {
  'window-clerk': 'clerk',
  reviewer: 'reviewer',
  approver: 'approver',
  issuer: 'issuer',
}

/** What only this town and this person may read, written wherever people write. */
export const secretOf = (town: Town) => `暗记-${town}-只给本人和本镇看`

export async function fillTown(stage: Stage, town: Town, owner: Citizen): Promise<void> {
  const item = await itemOf(stage, ITEM)
  for (const steps of ONLINE[town]) {
    const no = numberOf(await owner.call('POST', '/cases', await onlineFiling(stage, owner, town)))
    await walk(stage, town, no, { item, person: owner.person, steps })
  }
  const { person } = owner
  const clerk = await stage.as(`clerk.${town}`)
  const atWindow = async (id: string, delivery: string, steps: readonly Step[]) => {
    const item = await itemOf(stage, id)
    const filed = await clerk.call('POST', '/cases', windowFiling(item, person, town, delivery))
    await walk(stage, town, numberOf(filed), { item, person, steps })
  }
  for (const steps of AT_WINDOW[town]) await atWindow(SPOT, 'post', steps)
  await atWindow(LICENSED, 'window', [...GRANTED, 'deliver'])
}

/** Everything that was handed over is rated as poorly as can be, under a name and without one in turn. */
export async function ratePoorly({ house }: Stage, town: Town, owner: Citizen): Promise<void> {
  const { items } = (await owner.call('GET', '/cases?queue=all')).body as { items: { no: string }[] }
  const [{ party } = { party: '' }] = await house.db.query<{ party: string }>(
    'SELECT party::text FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, items[0]!.no],
  )
  const actor = { kind: 'citizen', person: party, party } as const
  let rated = 0
  for (const { no } of items) {
    const input = { stars: 1, options: ['115'], comment: secretOf(town), anonymous: rated % 2 === 1 } as const
    const requestId = `rate-${no}`
    // What is not handed over yet cannot be rated, and the answer says so.
    const done = await house.ratings.rate({ no, actor, input, now: house.clock.now(), requestId })
    if (!isRefusal(done)) rated += 1
  }
}

export async function itemOf({ house }: Stage, id: string): Promise<ItemVersion> {
  return (await house.catalogue.itemInForce(AREA, id, '2026-03-16'))!.item
}

export async function onlineFiling(stage: Stage, owner: Citizen, town: Town) {
  const { place, village } = TOWNS[town]
  const filing = await stage.filing(owner, ITEM)
  const address = Object.entries(filing.form).find(([, value]) => value === '演示详细住址')![0]
  return {
    ...filing,
    region: village,
    acceptPlace: place,
    form: {
      ...demoForm((await itemOf(stage, ITEM)).form, owner.person, 1, village),
      [address]: secretOf(town),
    },
  }
}

export function windowFiling(item: ItemVersion, person: DemoPerson, town: Town, delivery = 'window') {
  const { place, village } = TOWNS[town]
  const papers = item.materials.filter(({ fromForm, necessity }) => !fromForm && necessity === 'required')
  const address = { receiver: person.name, phone: person.phone, address: `${secretOf(town)}三号` }
  return {
    ...{ item: item.id, itemVersion: item.version, region: village, acceptPlace: place, delivery },
    form: demoForm(item.form, person, 1, village),
    again: AGAIN,
    materials: papers.map(({ id }) => ({ material: id, files: [], paperOriginals: 1, paperCopies: 1 })),
    ...(delivery === 'post' ? { postal: address } : {}),
  }
}

/** A draft as a counter gets it. */
export interface Held {
  id: string
  item: string
  itemVersion: number
  form: Record<string, Json>
}

export function filingOfDraft({ item, itemVersion, form }: Held) {
  const { place, village } = TOWNS.shantou
  return {
    item,
    itemVersion,
    form,
    region: village,
    acceptPlace: place,
    delivery: 'window',
    materials: [],
    again: AGAIN,
  }
}

interface Walk {
  item: ItemVersion
  person: DemoPerson
  steps: readonly Step[]
}

async function walk(stage: Stage, town: Town, no: string, { item, person, steps }: Walk): Promise<void> {
  for (const step of steps) {
    const { act, role, needsPaper, input } = ACTS[step]
    if (needsPaper) await stage.settle()
    const who: Signed = await stage.as(`${LOGINS[role]}.${town}`)
    const about = { item, person, promise: false, day: '2026-03-16' }
    const reply = await who.call('POST', `/cases/${no}/acts/${act}`, {
      input: withSecret(input(about), secretOf(town)),
    })
    if (reply.status !== 200) throw new Error(`${act}: ${JSON.stringify(reply.body)}`)
  }
}

/** Free text of an act carries the secret, so that whoever reads it can be told. */
function withSecret(input: Record<string, unknown>, secret: string): Record<string, unknown> {
  const free = ['text', 'conclusion', 'reason', 'identified']
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      free.includes(name) ? `${String(value)}${secret}` : value,
    ]),
  )
}

/** Inputs of acts as people send them, by name of the act. */
export function examplesOf(item: ItemVersion, person: DemoPerson): ReadonlyMap<string, Json> {
  const about = { item, person, promise: false, day: '2026-03-16' }
  return new Map(Object.values(ACTS).map(({ act, input }) => [act, input(about) as Json]))
}

function numberOf({ status, body }: { status: number; body: unknown }): string {
  if (status !== 200) throw new Error(`not filed: ${JSON.stringify(body)}`)
  return (body as { no: string }).no
}

/** A number as numbers are made, under which there is nothing. */
export const CASE_NO_OF_NOBODY = '3703045000202603160099990'
