import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import type { Assembly } from '../assemble.ts'
import { lastPaper, type Step } from './acts.ts'
import type { Cast } from './cast.ts'
import type { PlannedCase } from './plan.ts'

export interface Stage {
  house: Pick<Assembly, 'cases' | 'clock' | 'ratings'>
  cast: Cast
}

const asked = () => ({ requestId: newId(), requestHash: newId(), reliesOn: [] })

/** Hands an application in; nothing comes back when the law or the place does not let it be handed in there. */
export async function file({ house, cast }: Stage, planned: PlannedCase): Promise<string | undefined> {
  const { item, story, town, person, online, form } = planned
  const actor = online ? await cast.citizen(person) : cast.clerkAt(town.place, item.domain)
  // No window of the centre takes in what belongs to this domain: the person is sent elsewhere.
  if (actor === undefined) return undefined
  const filed = await house.cases.file({
    ...{ area: cast.area, actor, now: house.clock.now(), ...asked() },
    filing: {
      item: item.id,
      itemVersion: item.version,
      region: town.region,
      acceptPlace: town.place,
      form,
      materials: handedIn(planned),
      ...(story.promise ? { commitment: { confirmed: true as const } } : {}),
      ...deliveryOf(planned),
    },
  })
  if (!isRefusal(filed)) return (filed.answer as { no: string }).no
  // A centre that does not take an item, or a street office the law leaves out: the person is sent elsewhere.
  if (['item-not-offered-here', 'applicant-other'].includes(filed.code)) return undefined
  throw unlived(planned, 'file', filed)
}

/** What time or somebody else did meanwhile (deemed acceptance, a lapse, a delivery) ends a story early, as among people. */
const OVERTAKEN = ['not-in-this-state', 'not-for-this-dossier', 'notice-too-late', 'open-reason-needed']

/** Takes a step of a case; false when its story ends here. */
export async function take(
  { house, cast }: Stage,
  { item, story, town, person, ...planned }: PlannedCase,
  no: string,
  step: Step,
): Promise<boolean> {
  const now = house.clock.now()
  const row = await house.cases.find(town.clerk, no)
  const actor = row && cast.officer(step.role, row.dossier.decidingBody, { town, item })
  if (actor === undefined) return false
  const input = step.input({ item, person, promise: story.promise === true, day: legalDay(now) })
  const done = await house.cases.act({ no, act: step.act, input, actor, now, ...asked() })
  if (!isRefusal(done)) return true
  if (OVERTAKEN.includes(done.code)) return false
  throw unlived({ item, story, town, person, ...planned }, step.act, done)
}

/** Stars as people give them, with a national option code of that star (国家统一选项). */
const STARS = [
  ...(['517', '510', '513', '515', '517', '512', '516', '510', '514', '517', '511', '515'] as const).map(
    (option) => [5, option] as const,
  ),
  ...(['411', '408', '413', '410', '412'] as const).map((option) => [4, option] as const),
  ...(['309', '310', '307'] as const).map((option) => [3, option] as const),
  [2, '214'],
] as const

/** Some who were handed their result say how it went; whoever applied for a firm is not asked here. */
export async function rate(
  { house, cast }: Stage,
  { person, index }: PlannedCase,
  no: string,
): Promise<void> {
  if (index % 5 > 2) return
  const actor = await cast.citizen(person)
  if ((await house.cases.find(actor, no)) === undefined) return
  const [stars, option] = STARS[Math.floor(index / 2) % STARS.length]!
  const input = { stars, options: [option], anonymous: index % 2 === 0 }
  const rated = await house.ratings.rate({ no, actor, input, now: house.clock.now(), requestId: newId() })
  if (isRefusal(rated)) throw new Error(`demo: a rating of ${no}: ${rated.code}`)
}

function deliveryOf({ item, story, person, index }: PlannedCase) {
  if (story.post) {
    const { name: receiver, phone } = person
    return { delivery: 'post' as const, postal: { receiver, phone, address: `博山区演示路${index + 1}号` } }
  }
  const byHand = story.byHand || story.steps.some(([act]) => act === 'deliver' || act === 'serve')
  const delivery = byHand || !item.delivery.includes('electronic') ? 'window' : 'electronic'
  return { delivery: item.delivery.includes(delivery) ? delivery : item.delivery[0]! } as const
}

function handedIn({ item, story }: PlannedCase) {
  const forgotten = story.incomplete ? lastPaper({ item, promise: story.promise === true })?.id : undefined
  return item.materials
    .filter(({ id, fromForm, necessity }) => !fromForm && necessity === 'required' && id !== forgotten)
    .map((material) => ({
      material: material.id,
      files: [],
      paperOriginals: Math.max(material.originals, 1),
      paperCopies: material.copies,
    }))
}

function unlived({ item, story }: PlannedCase, act: string, refused: Refusal): Error {
  const facts = JSON.stringify(refused.facts ?? {})
  return new Error(`demo: ${item.id}, ${story.name}, ${act}: ${refused.code} ${facts}`)
}
