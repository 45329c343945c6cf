import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { handedIn } from '../../actions/file.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { HandedIn } from '../../contract.ts'
import { endRunning } from '../../model/limits.ts'
import { isHeld, joined } from '../../model/materials.ts'
import { lastDayOf } from '../../model/served.ts'
import { gapClock, mendingDays } from './limits.ts'
import { owed, toVerify } from './dossier.ts'
import { servedDay } from '../../model/served.ts'

/** Between acceptance and decision. */
export const OPEN_STATES = ['accepted', 'reviewed']

const Supplied = T.Object(
  {
    materials: T.Array(HandedIn, { minItems: 1, maxItems: 40 }),
    /** Looked up by the service. */
    files: T.Record(T.String(), T.Object({ id: T.String(), size: T.Integer(), mediaType: T.String() })),
  },
  { additionalProperties: false },
)
const SuppliedAtWindow = T.Object(
  {
    ...Supplied.properties,
    /** The day a letter reached the office, where it is written down later: what counts is the day it arrives. */
    arrivedOn: T.Optional(T.String({ format: 'date' })),
  },
  { additionalProperties: false },
)

/** The applicant uploads what was promised, all at once or piece by piece. */
export const supplyGap = caseAction({
  name: 'supply-gap',
  from: OPEN_STATES,
  to: 'same',
  by: ['applicant'],
  input: Supplied,
  offered: (dossier) => owed(dossier).length > 0,
  refuse: (act) => refuse(act, legalDay(act.now)),
  facts: (act) => [supplied(act, legalDay(act.now))],
})

/** The same at the counter: brought by hand, or out of the post. */
export const supplyGapAtWindow = caseAction({
  name: 'supply-gap-at-window',
  from: OPEN_STATES,
  to: 'same',
  by: ['window-clerk'],
  input: SuppliedAtWindow,
  offered: (dossier) => owed(dossier).length > 0,
  refuse: (act) => {
    const { arrivedOn } = act.input
    const possible = arrivedOn === undefined || isBetween(act, arrivedOn)
    if (!possible)
      return refusal('input-invalid', { facts: { problems: ['收到日期应在受理之后、今天或者今天以前'] } })
    return refuse(act, arrivedOn ?? legalDay(act.now))
  },
  facts: (act) => [supplied(act, act.input.arrivedOn ?? legalDay(act.now))],
})

function isBetween({ dossier, now }: CaseAct<unknown>, day: string): boolean {
  return day >= dossier.acceptance!.on && day <= legalDay(now)
}

function refuse(
  { dossier, input, world }: CaseAct<Static<typeof Supplied>>,
  arrived: string,
): Refusal | undefined {
  const last = lastDayOf(dossier, 'gap', world.calendar)
  if (last !== undefined && arrived > last) return refusal('gap-over', { facts: { last } })
  const asked = owed(dossier)
  const given = input.materials.map(({ material }) => material)
  const beside = given.filter((material) => !asked.includes(material))
  if (beside.length > 0) return refusal('gap-not-owed', { facts: { materials: beside } })
  const fresh = handedIn(input.materials, input.files)
  const empty = given.filter((material) => !isHeld(fresh[material]))
  return empty.length > 0 ? refusal('materials-missing', { facts: { materials: empty } }) : undefined
}

/** Once everything is here the applicant's time stops running, whenever somebody looks at it. */
function supplied({ dossier, input, now }: CaseAct<Static<typeof Supplied>>, arrived: string) {
  const fresh = handedIn(input.materials, input.files)
  const materials = Object.fromEntries(
    Object.entries(fresh).map(([id, held]) => [id, joined(dossier.materials[id], held)]),
  )
  const complete = owed(dossier).every((id) => id in fresh)
  const moment = { day: legalDay(now), at: now }
  return {
    kind: 'gap-supplied',
    body: { arrived, materials },
    clock: complete ? endRunning(dossier.clocks, ['gap'], moment) : [],
  }
}

const Ids = T.Array(T.String({ maxLength: 60 }), { maxItems: 40, uniqueItems: true })

/** The window looks at what came in: each paper is in order, or has still to be mended. */
export const verifyGap = caseAction({
  name: 'verify-gap',
  from: OPEN_STATES,
  to: 'same',
  by: ['window-clerk'],
  input: T.Object(
    { ok: T.Optional(Ids), defective: T.Optional(Ids), note: T.Optional(T.String({ maxLength: 300 })) },
    { additionalProperties: false },
  ),
  offered: (dossier) => toVerify(dossier).length > 0,
  refuse: ({ dossier, input: { ok = [], defective = [], note = '' } }) => {
    const here = toVerify(dossier)
    const judged = [...ok, ...defective]
    const unjudged = here.filter((id) => !judged.includes(id))
    const strange = judged.filter((id, index) => !here.includes(id) || judged.indexOf(id) !== index)
    if (unjudged.length + strange.length > 0)
      return refusal('checklist-incomplete', { facts: { materials: [...unjudged, ...strange] } })
    // Whoever has to mend something reads what is wrong with it.
    return defective.length > 0 && note.trim().length < 4 ? refusal('gap-note-missing') : undefined
  },
  facts: ({ dossier, input: { ok = [], defective = [], note }, now, world }) => {
    const day = legalDay(now)
    const moment = { day, at: now, world }
    const again = defective.length > 0
    const { days, mended } = mendingDays(dossier, moment)
    const limit = gapClock(days, '告知补交的材料不合要求', moment)
    return [
      {
        kind: 'gap-verified',
        body: {
          ...{ ok, defective },
          ...(note ? { note: world.seal(note) } : {}),
          ...(again ? { mended, served: servedDay(limit, world.calendar) } : {}),
        },
        clock: again ? [...endRunning(dossier.clocks, ['gap'], moment), limit] : [],
      },
    ]
  },
})
