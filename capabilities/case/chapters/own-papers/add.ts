import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { handedIn } from '../../actions/file.ts'
import { HandedIn } from '../../contract.ts'
import { licensing } from '../../model/limits.ts'
import { isHeld, joined, replaced, unknownMaterials } from '../../model/materials.ts'
import { WAYS_OF_ADDING } from './dossier.ts'
import { mayAdd } from './rules.ts'

/** Before the office has said whether it takes the application in; afterwards papers belong to the examination. */
const BEFORE_ACCEPTANCE = ['received', 'supplementing', 'refusal-proposed']

/**
 * [K] No statute counts. Each paper sends whoever is about to decide back to the case, so an account that never stops could
 * keep the five days from being used; what comes to a counter is looked at there and never turned away.
 */
const ONLINE_MAX = 20

const Adding = T.Object(
  {
    materials: T.Array(HandedIn, { minItems: 1, maxItems: 40 }),
    /** Left out, a later version of a paper takes the place of the earlier one. */
    how: T.Optional(T.Enum([...WAYS_OF_ADDING])),
    /** Looked up by the service. */
    files: T.Record(T.String(), T.Object({ id: T.String(), size: T.Integer(), mediaType: T.String() })),
  },
  { additionalProperties: false },
)
type Adding = Static<typeof Adding>

const AddingAtWindow = T.Object(
  {
    ...Adding.properties,
    /** The day a letter reached the office, where it is written down later. */
    arrivedOn: T.Optional(T.String({ format: 'date' })),
  },
  { additionalProperties: false },
)
type AddingAtWindow = Static<typeof AddingAtWindow>

/**
 * A paper the applicant adds on their own (第三十一条: 申请人……提交有关材料并对其真实性负责). Nobody asked for it and nothing hangs on
 * it: the receipt day and the five days stay (第三十二条第一款第四项 counts them from 收到申请材料之日, and only an answer to a notice
 * begins them anew), so the office neither wins a day by it nor loses the right to name what lacks.
 */
export const addPaper = caseAction({
  name: 'add-paper',
  from: BEFORE_ACCEPTANCE,
  to: 'same',
  by: ['applicant'],
  input: Adding,
  refuse: (act) => tooOften(act) ?? refuse(act),
  facts: (act) => [added(act, legalDay(act.now))],
})

/** The same at the counter: brought by hand, or out of the post. */
export const addPaperAtWindow = caseAction({
  name: 'add-paper-at-window',
  from: BEFORE_ACCEPTANCE,
  to: 'same',
  by: ['window-clerk'],
  input: AddingAtWindow,
  refuse: (act) => notThen(act) ?? refuse(act),
  facts: (act) => [added(act, act.input.arrivedOn ?? legalDay(act.now))],
})

function tooOften({ dossier: { ownPapers = [] } }: CaseAct<unknown>): Refusal | undefined {
  const online = ownPapers.filter(({ by }) => by.post === undefined).length
  return online >= ONLINE_MAX ? refusal('own-papers-enough', { facts: { most: ONLINE_MAX } }) : undefined
}

function notThen({ dossier, input: { arrivedOn }, now }: CaseAct<AddingAtWindow>): Refusal | undefined {
  if (arrivedOn === undefined) return undefined
  return arrivedOn < dossier.firstReceivedOn || arrivedOn > legalDay(now)
    ? refusal('input-invalid', { facts: { problems: ['收到日期应在收到申请之后、今天或者今天以前'] } })
    : undefined
}

function refuse({ dossier, input, world }: CaseAct<Adding>): Refusal | undefined {
  const given = input.materials.map(({ material }) => material)
  const unknown = unknownMaterials(world.item, given)
  if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
  const { fromForm, asked } = mayAdd(dossier, world.item)
  const ofForm = given.filter((id) => fromForm.includes(id))
  if (ofForm.length > 0) return refusal('own-paper-from-form', { facts: { materials: ofForm } })
  const answers = given.filter((id) => asked.includes(id))
  if (answers.length > 0)
    return refusal('own-paper-asked', {
      facts: { materials: answers },
      basis: licensing(world.item, '第三十二条第一款第四项'),
    })
  const fresh = handedIn(input.materials, input.files)
  const empty = given.filter((id) => !isHeld(fresh[id]))
  return empty.length > 0 ? refusal('materials-missing', { facts: { materials: empty } }) : undefined
}

function added({ dossier, input, now }: CaseAct<AddingAtWindow>, on: string) {
  const { how = 'instead' } = input
  const fresh = Object.entries(handedIn(input.materials, input.files))
  const before = (id: string) => dossier.materials[id]
  return {
    kind: 'paper-added',
    body: {
      ...{ on, how, brought: fresh.map(([id]) => id) },
      replaced: how === 'instead' ? fresh.map(([id]) => id).filter((id) => isHeld(before(id))) : [],
      ...(input.arrivedOn === undefined ? {} : { byPost: true }),
      materials: Object.fromEntries(
        fresh.map(([id, held]) => [
          id,
          how === 'instead' ? replaced(before(id), held, legalDay(now)) : joined(before(id), held),
        ]),
      ),
    },
  }
}
