import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { publishItems } from '#capabilities/catalogue/index.ts'
import type { PageRefusal } from '#capabilities/portal/contract.ts'
import { demoForm } from '../../apps/server/demo/form-values.ts'
import { forPeople } from '../applications.ts'
import { takenIn } from '../counter.ts'
import type { Deed } from '../deed.ts'
import { Broken } from '../journal.ts'
import { asCitizen } from '../people.ts'
import type { Run } from '../run.ts'

const PLACE = { region: '370304004207', acceptPlace: 'centre-370304004' }

/**
 * A new version of an item is published while somebody has a draft of the old one open. What they saw may not be filed
 * any more; the draft says what is different, and then it may.
 */
export async function itemPublished(run: Run): Promise<void> {
  const { town, random, journal, citizens } = run
  const online = run.items
    .map(({ item }) => item)
    .filter((item) => 'centre' in item.entryModes && forPeople(item))
  const item = random.oneOf(online)
  const citizen = random.oneOf(citizens)
  const draft = await town.portal.openDraft(citizen.visitor, item.id)
  const id = isRefused(draft) ? undefined : draft.id
  if (id !== undefined) {
    const values = demoForm(item.form, citizen.person, citizen.index, PLACE.region)
    const delivery = item.delivery.find((mode) => mode !== 'post') ?? item.delivery[0]!
    await town.portal.saveDraft(citizen.visitor, id, { ...PLACE, delivery, values })
  }
  const next = {
    ...item,
    version: item.version + 1,
    effectiveFrom: legalDay(town.clock.now()),
    ...(random.chance(0.6) ? easier(item) : stricter(item)),
  }
  await publishItems(
    { db: town.truth, ledger: town.house.ledger },
    town.area,
    [next],
    town.granting,
    town.clock.now(),
  )
  run.items = await town.house.catalogue.itemsInForce(town.area, next.effectiveFrom)
  journal.mishap('item-published')
  journal.write(town.clock.now(), 'published', item.id, next.version)
  if (id !== undefined) await fileDraft(run, citizen, id)
}

/** Whoever applied under the version before may go on under this one; nothing in it is worse for anybody. */
function easier({ promisedLimit, materials }: ItemVersion): Partial<ItemVersion> {
  const [first, ...others] = materials
  return {
    promisedLimit: { ...promisedLimit, amount: Math.max(1, promisedLimit.amount - 1) },
    materials: [{ ...first!, necessity: 'tolerable' }, ...others],
  }
}

function stricter({ version, materials }: ItemVersion): Partial<ItemVersion> {
  const [first, ...others] = materials
  const acceptStandard = `${first!.acceptStandard}（第${version + 1}版）`
  return { materials: [{ ...first!, acceptStandard }, ...others] }
}

async function fileDraft(run: Run, citizen: Run['citizens'][number], id: string): Promise<void> {
  const { town, journal } = run
  const file = () => town.portal.file(citizen.visitor, id, `file-${id}`)
  const unread = await file()
  if (!isRefused(unread))
    throw new Broken(['a draft of an older version was filed and nobody had seen the new one'])
  journal.refuse(unread.code)
  const shown = await town.portal.draft(citizen.visitor, id)
  if (isRefused(shown) || shown.changes.length === 0) {
    throw new Broken([`the draft of an older version says nothing of what changed`])
  }
  const [one, two] = await Promise.all([file(), file()])
  if (isRefused(one) !== isRefused(two)) {
    throw new Broken([
      `of two presses on one draft, one heard ${JSON.stringify(one)}, the other ${JSON.stringify(two)}`,
    ])
  }
  if (isRefused(one) || isRefused(two)) {
    journal.write(town.clock.now(), 'draft', isRefused(one) ? one.code : isRefused(two) ? two.code : '')
    return journal.refuse(isRefused(one) ? one.code : isRefused(two) ? two.code : '')
  }
  journal.mishap('double-click')
  if (one.no !== two.no) throw new Broken([`one draft became ${one.no} and ${two.no}`])
  journal.write(town.clock.now(), 'draft filed', one.no)
  const deed: Deed = { who: asCitizen(citizen), act: 'file-online', requestId: `draft:${id}`, ...never }
  const row = await run.town.house.cases.find(deed.who.actor, one.no)
  const done = { done: true, answer: { no: one.no }, version: 1 } as const
  await takenIn(run, deed, done, row!.dossier.procedure, citizen)
}

const never = {
  press: () => Promise.reject(new Error('a draft is filed by the portal')),
  pressOther: () => Promise.reject(new Error('a draft is filed by the portal')),
}

const isRefused = (answer: object): answer is PageRefusal => 'refused' in answer
