import type { StaffActor } from '#engine/actor.ts'
import { legalDay, startOfDay } from '#engine/day.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { newId } from '#platform/id.ts'
import type { Assembly } from '../assemble.ts'
import { demoForm } from './form-values.ts'
import { demoPerson } from './people.ts'
import { STORIES, type Step } from './stories.ts'

/** Cases in every state, made by running the procedure as people do: nothing is inserted behind its back. */
export async function seedDemoCases(
  house: Assembly,
  area: string,
  atMost: number,
  onStep: (words: string) => void,
): Promise<void> {
  if (atMost === 0) return
  const [some] = await house.db.query('SELECT 1 AS one FROM cases.case_view WHERE area_code = $1 LIMIT 1', [
    area,
  ])
  if (some) return
  const stage = await setStage(house, area)
  const items = await house.catalogue.itemsInForce(area, legalDay(house.clock.now()))
  let made = 0
  for (const [index, { item }] of items.entries()) {
    for (let round = 0; round < STORIES.length; round += 1) {
      if ((round + index) % 4 !== 0 || made >= atMost) continue
      await play(stage, item, STORIES[round]!, made)
      made += 1
    }
    onStep(`演示办件：${made}件（${index + 1}/${items.length}个事项）`)
  }
  onStep('演示文书')
  await house.worker.runUntilIdle()
}

interface Stage {
  house: Assembly
  area: string
  posts: readonly Post[]
  towns: readonly { region: string; place: string }[]
  /** Working days from the oldest to today. */
  days: readonly string[]
}

async function setStage(house: Assembly, area: string): Promise<Stage> {
  const now = house.clock.now()
  const today = legalDay(now)
  const calendar = compileCalendar(await house.organisation.calendarOf(area))
  const days: string[] = []
  for (let ago = 45; ago >= 1; ago -= 1) {
    const day = legalDay(new Date(Date.parse(now) - ago * 86_400_000).toISOString())
    if (calendar.isWorkday(day)) days.push(day)
  }
  const places = (await house.organisation.places(area, today)).filter(({ kind }) => kind === 'centre')
  return {
    house,
    area,
    posts: await house.staff.postsOfArea(area),
    towns: places.map(({ region, id }) => ({ region, place: id })),
    days,
  }
}

/** One story: filed at a town's window on an old working day, each further step on a later one. */
async function play(stage: Stage, item: ItemVersion, story: readonly Step[], index: number): Promise<void> {
  const { house, area } = stage
  const town = stage.towns[index % stage.towns.length]!
  const clerk = actorAt(stage, 'window-clerk', ({ place }) => place === town.place)
  if (clerk === undefined || !('centre' in item.entryModes)) return
  // The last step lies at most a few days back, so that open cases are fresh, due soon, or a little late.
  const length = story.reduce((days, step) => days + step.daysLater, 0)
  let day = Math.max(0, stage.days.length - 1 - length - (index % 6))
  const person = demoPerson(index)
  const filed = await house.cases.file({
    area,
    actor: clerk,
    now: at(stage, day, index),
    requestId: newId(),
    requestHash: newId(),
    reliesOn: [],
    filing: {
      item: item.id,
      itemVersion: item.version,
      region: town.region,
      acceptPlace: town.place,
      form: demoForm(item.form, person, index, town.region),
      materials: handedIn(item, story[0]?.act === 'notify-supplement'),
      delivery: item.delivery[0]!,
    },
  })
  // A town that the law leaves out (街道 for felling permits) cannot take the item; that is no fault of the demo.
  if (isRefusal(filed)) return skipped(filed, item)
  const { no } = filed.answer as { no: string }
  for (const step of story) {
    day += step.daysLater
    if (day >= stage.days.length) return
    if (step.act === 'deliver-at-window') await house.worker.runUntilIdle()
    if (!(await take(stage, no, step, at(stage, day, index), item, clerk))) return
  }
}

function skipped(refused: Refusal, item: ItemVersion): void {
  if (refused.code !== 'item-not-offered-here')
    throw new Error(`demo case of ${item.id}: ${refused.code} ${JSON.stringify(refused.facts)}`)
}

async function take(
  stage: Stage,
  no: string,
  step: Step,
  now: string,
  item: ItemVersion,
  clerk: StaffActor,
): Promise<boolean> {
  const { house } = stage
  const row = await house.cases.find(clerk, no)
  if (row === undefined) return false
  const body = row.dossier.decidingBody
  const actor =
    step.role === 'window-clerk'
      ? clerk
      : (actorAt(stage, step.role, (post) => post.body === body) ??
        actorAt(stage, step.role, ({ place }) => place === clerk.place))
  if (actor === undefined) return false
  const done = await house.cases.act({
    no,
    act: step.act,
    input: step.input(item, demoPerson(0)),
    actor,
    now,
    requestId: newId(),
    requestHash: newId(),
    reliesOn: [],
  })
  if (!isRefusal(done)) return true
  if (['role-separation', 'not-your-step', 'notice-too-late'].includes(done.code)) return false
  throw new Error(`demo act ${step.act} on ${item.id}: ${done.code} ${JSON.stringify(done.facts)}`)
}

function actorAt(
  { posts, area }: Stage,
  role: string,
  where: (post: Post) => boolean,
): StaffActor | undefined {
  const post = posts.find((candidate) => candidate.roles.includes(role as never) && where(candidate))
  if (post === undefined) return undefined
  const { id, person, roles, place, body } = post
  return { kind: 'staff', person, post: id, roles, place, body, area }
}

/** Office hours, a few minutes apart. */
function at({ days }: Stage, day: number, index: number): string {
  return new Date(Date.parse(startOfDay(days[day]!)) + (9 * 60 + (index % 40) * 7) * 60_000).toISOString()
}

function handedIn(item: ItemVersion, oneMissing: boolean) {
  const papers = item.materials.filter((material) => !material.fromForm && material.necessity === 'required')
  return (oneMissing ? papers.slice(0, -1) : papers).map((material) => ({
    material: material.id,
    files: [],
    paperOriginals: Math.max(material.originals, 1),
    paperCopies: material.copies,
  }))
}
