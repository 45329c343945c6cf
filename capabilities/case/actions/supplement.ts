import { Type as T, type Static } from 'typebox'
import { legalDay, startOfDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ChecklistLine, HandedIn, SupplementLine } from '../contract.ts'
import {
  end,
  endRunning,
  ITEM_CLOCKS,
  licensing,
  noticeClock,
  receiptClocks,
  supplementClock,
} from '../model/limits.ts'
import { checklistBody, isHeld, joined, unjudged, unknownMaterials } from '../model/materials.ts'
import { mendedSince } from '../model/mended.ts'
import type { HeldMaterial } from '../model/dossier.ts'
import { newPoints, nextRound, notRepeating } from '../model/supplement.ts'
import { reasonOwed } from '../model/visit.ts'
import { lastDayOf, servedDay } from '../model/served.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { paperOf } from './paper-of.ts'
import { isPastNotice } from './accept.ts'
import { handedIn } from './file.ts'

const ART_32_4 = '第三十二条第一款第四项'

const Notifying = T.Object(
  {
    lines: T.Array(SupplementLine, { minItems: 1, maxItems: 60 }),
    checklist: T.Array(ChecklistLine, { maxItems: 60 }),
    /** The lines of the last notice, opened by the service. */
    before: T.Optional(T.Array(SupplementLine)),
  },
  { additionalProperties: false },
)
type Notifying = Static<typeof Notifying>

/** The one-time notice (一次性补正告知): everything that is missing or wrong, all together, within five working days. */
export const notifySupplement = caseAction({
  name: 'notify-supplement',
  from: ['received'],
  to: ['supplementing'],
  by: ['window-clerk'],
  power: 'accept',
  input: Notifying,
  refuse: ({ dossier, input, now, world }) => {
    const owed = reasonOwed({ dossier, now })
    if (owed) return owed
    if (isPastNotice(dossier, world, legalDay(now))) {
      return refusal('notice-too-late', {
        facts: { receivedOn: dossier.receivedOn },
        basis: licensing(world.item, ART_32_4),
      })
    }
    const notWhole = notNamedWhole(world.item, input)
    if (notWhole) return notWhole
    const { supplement } = dossier
    const basis = licensing(world.item, ART_32_4)
    if (supplement !== undefined) return notRepeating(supplement, input.lines, input.before ?? [], basis)
    // Before the first notice nothing was handed in that could raise a point of its own.
    const early = input.lines.flatMap(({ raised }) => raised?.by ?? [])
    return early.length === 0 ? undefined : refusal('new-point-paper', { facts: { materials: early }, basis })
  },
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    const asked = input.lines.map((line) => line.material)
    const limit = supplementClock({ day, at: now, world })
    return [
      {
        kind: 'supplement-notified',
        body: {
          ...paperOf(world),
          checklist: checklistBody(input.checklist, world.seal),
          supplement: {
            materials: [...new Set([...(dossier.supplement?.materials ?? []), ...asked])],
            asked,
            lines: world.seal(input.lines),
            ...newPoints(input.lines),
            noticeId: world.newId(),
            round: nextRound(dossier.supplement),
            servedOn: day,
          },
          served: servedDay(limit, world.calendar),
        },
        clock: [...endRunning(dossier.clocks, ['notice', ...ITEM_CLOCKS], { day, at: now }), limit],
      },
    ]
  },
})

/** Whatever the checklist finds wrong stands in the notice, and nothing else does. */
function notNamedWhole(item: ItemVersion, input: Notifying): Refusal | undefined {
  const named = input.lines.map((line) => line.material)
  const unknown = unknownMaterials(item, named)
  if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
  // A paper nobody looked at could never be named later, so every line is judged before the one notice goes out.
  const open = unjudged(item, input.checklist)
  const basis = licensing(item, ART_32_4)
  if (open.length > 0) return refusal('checklist-incomplete', { facts: { materials: open }, basis })
  const judged = (wrong: boolean) =>
    input.checklist
      .filter(({ verdict }) => (verdict === 'missing' || verdict === 'defective') === wrong)
      .map(({ material }) => material)
  // What is left out here would have to be named a second time.
  const unnamed = judged(true).filter((material) => !named.includes(material))
  if (unnamed.length > 0) return refusal('checklist-incomplete', { facts: { materials: unnamed } })
  // Nor may it ask again for what the same checklist finds in order.
  const inOrder = judged(false).filter((material) => named.includes(material))
  if (inOrder.length === 0) return undefined
  const all = named.every((material) => inOrder.includes(material))
  return refusal(all ? 'nothing-missing' : 'checklist-incomplete', { facts: { materials: inOrder } })
}

const Supplied = T.Object(
  {
    /** None where all that was asked for is the form, which was put right. */
    materials: T.Array(HandedIn, { maxItems: 60 }),
    /** Looked up by the service. */
    files: T.Record(T.String(), T.Object({ id: T.String(), size: T.Integer(), mediaType: T.String() })),
  },
  { additionalProperties: false },
)
type Supplied = Static<typeof Supplied>

const Arrived = T.Object(
  {
    ...Supplied.properties,
    /** The day a letter reached the office, where it is written down later. */
    arrivedOn: T.Optional(T.String({ format: 'date' })),
  },
  { additionalProperties: false },
)
type Arrived = Static<typeof Arrived>

/** The applicant hands in what the notice named; a new five-day clock starts with the hand-in. */
export const supply = caseAction({
  name: 'supply',
  from: ['supplementing'],
  to: ['received'],
  by: ['applicant'],
  input: Supplied,
  refuse: notAsked,
  facts: (act) => [supplied(act)],
})

/** The same at the counter: brought by hand, or out of the post, where the days run from the day the letter came (收到申请材料之日). */
export const supplyAtWindow = caseAction({
  name: 'supply-at-window',
  from: ['supplementing'],
  to: ['received'],
  by: ['window-clerk'],
  input: Arrived,
  refuse: (act) => notThen(act) ?? notAsked(act),
  facts: (act) => [supplied(act)],
})

function notAsked({ dossier, input, world }: CaseAct<Supplied>) {
  const given = input.materials.map((line) => line.material)
  const unknown = unknownMaterials(world.published, given)
  if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
  const fresh = handedIn(input.materials, input.files)
  const mended = mendedSince(dossier, world.item)
  const missing = (dossier.supplement?.asked ?? []).filter((id) => !isHeld(fresh[id]) && !mended.includes(id))
  if (missing.length > 0)
    return refusal('materials-missing', {
      facts: { materials: missing },
      basis: licensing(world.item, ART_32_4),
    })
  return undefined
}

/** Nothing answers a notice before it was served, and nothing has arrived that is still to come. */
function notThen({ dossier, input: { arrivedOn }, now }: CaseAct<Arrived>): Refusal | undefined {
  if (arrivedOn === undefined) return undefined
  return arrivedOn < dossier.supplement!.servedOn || arrivedOn > legalDay(now)
    ? refusal('input-invalid', { facts: { problems: ['收到日期应在补正告知书送达之后、今天或者今天以前'] } })
    : undefined
}

const NOTHING_NEW: HeldMaterial = { files: [], paperOriginals: 0, paperCopies: 0, verdict: 'unchecked' }

function supplied({ dossier, input, now, world }: CaseAct<Arrived>) {
  const { arrivedOn: day = legalDay(now) } = input
  const at = day === legalDay(now) ? now : startOfDay(day)
  const moment = { day, at, world }
  const given = handedIn(input.materials, input.files)
  // A form put right waits to be looked at again like any paper that came in.
  const mended = mendedSince(dossier, world.item)
  const fresh = { ...Object.fromEntries(mended.map((id) => [id, NOTHING_NEW])), ...given }
  const materials = Object.fromEntries(
    Object.entries(fresh).map(([id, held]) => [id, joined(dossier.materials[id], held)]),
  )
  return {
    kind: 'supplied',
    body: {
      ...{
        on: day,
        materials,
        brought: Object.keys(fresh).filter((id) => isHeld(fresh[id]) || mended.includes(id)),
      },
      ...(input.arrivedOn === undefined ? {} : { byPost: true }),
    },
    clock: [
      end('supplement', { day: legalDay(now), at: now }),
      noticeClock('收到补正材料', moment),
      ...receiptClocks('收到补正材料', moment),
    ],
  }
}

/** Nothing supplied by the last day named in the notice counts as withdrawn; the notice says so (LC/安阳条例 36, 参数). */
export const lapse = caseAction({
  name: 'lapse',
  from: ['supplementing'],
  to: ['lapsed'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) => {
    const last = lastDayOf(dossier, 'supplement', world.calendar)
    return last !== undefined && legalDay(now) > last ? undefined : refusal('not-overdue')
  },
  facts: ({ now, world }) => [
    {
      kind: 'lapsed',
      body: { paper: world.newId() },
      clock: [end('supplement', { day: legalDay(now), at: now })],
    },
  ],
})
