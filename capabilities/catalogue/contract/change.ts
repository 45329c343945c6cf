import { Type as T, type Static } from 'typebox'
import { ItemVersion, Material } from '../contract.ts'
import { ItemQuality, QualityFinding } from './gate-routes.ts'

/** Where a change of an item stands on its way from a draft to a published version. */
export const CHANGE_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/**
 * One edit of the draft: the value to put there, or, left out, to take away what is there. `/materials/-` appends; a line of
 * `KEYED_LISTS` is named by its key, so that it is the same line wherever it stands by now.
 */
export const Edit = closed({
  at: T.String({ pattern: '^(/[A-Za-z0-9_-]+)+$', maxLength: 200 }),
  value: T.Optional(T.Unknown()),
  /** What its writer saw there, nothing where nothing stood. With it the edit waits for nobody, and overwrites nothing unseen. */
  was: T.Optional(closed({ value: T.Optional(T.Unknown()) })),
})
export type Edit = Static<typeof Edit>

/** Lists whose lines have names of their own, and which part of a line that is. */
export const KEYED_LISTS: Readonly<Record<string, string>> = {
  ...{ '/materials': 'id', '/form/fields': 'name' },
  ...{ '/process/steps': 'step', '/process/commitment/steps': 'step' },
  ...{ '/lifecycle/change/steps': 'step', '/lifecycle/change/added': 'id' },
  ...{ '/lifecycle/renew/steps': 'step', '/lifecycle/renew/added': 'id' },
  ...{ '/lifecycle/cancel/steps': 'step', '/lifecycle/cancel/added': 'id' },
}

/** An edit whose place somebody else has written in since. */
export const Overtaken = T.Object({
  at: T.String(),
  part: T.String(),
  was: T.Optional(T.Unknown()),
  now: T.Optional(T.Unknown()),
})
export type Overtaken = Static<typeof Overtaken>

/** 合法性、真实性、准确性、完整性 (DW-3.3.11-03): whoever drafts answers for all four. */
export const DECLARED = ['lawful', 'true', 'accurate', 'complete'] as const
/** 合理性、必要性、适时性、完整性 of the materials (YY-3.2.5-06): what the reviewer ticks. */
export const MATERIAL_MARKS = ['reasonable', 'necessary', 'timely', 'complete'] as const

export const NewChange = closed({
  item: text(60),
  /** An earlier version to go back to (回退): its content becomes a new version. Left out, the newest one is changed. */
  from: T.Optional(T.Integer({ minimum: 1 })),
  reason: T.String({ minLength: 4, maxLength: 500 }),
})
export type NewChange = Static<typeof NewChange>

/** What a new item begins with: nothing but its kind, a copy of another item, or what a list above says of it. */
export const NewItem = closed({
  name: text(200),
  reason: T.String({ minLength: 4, maxLength: 500 }),
  from: T.Union([
    closed({
      kind: T.Literal('nothing'),
      ...{ domain: ItemVersion.properties.domain, itemType: ItemVersion.properties.itemType },
      projectType: ItemVersion.properties.projectType,
    }),
    closed({ kind: T.Literal('copy'), item: text(60) }),
    closed({ kind: T.Literal('upper'), item: text(60) }),
  ]),
})
export type NewItem = Static<typeof NewItem>

/** An item of a list above that this area has not taken over yet. */
export const UpperItem = T.Object({ id: T.String(), name: T.String(), tierTitle: T.String() })
export type UpperItem = Static<typeof UpperItem>

/** An item in force as whoever begins a change picks it. */
export const ItemToChange = T.Object({
  ...{ id: T.String(), name: T.String(), version: T.Integer() },
  /** The own body writes it. */
  own: T.Boolean(),
  /** The body that decides it; none where towns do. */
  decides: T.Optional(T.String()),
  /** The change of it that is under way. */
  open: T.Optional(T.String()),
})
export type ItemToChange = Static<typeof ItemToChange>

/** A paper as items in force ask for it: same name, same thing; as the one item says it that most agree with. */
export const MaterialInUse = T.Object({
  name: T.String(),
  material: Material,
  items: T.Array(T.Object({ id: T.String(), name: T.String() })),
})
export type MaterialInUse = Static<typeof MaterialInUse>

export const ChangeSummary = T.Object({
  id: T.String(),
  item: T.String(),
  name: T.String(),
  /** The number the version will have, and the one it changes; 0 where the item is new. */
  itemVersion: T.Integer(),
  base: T.Integer(),
  rollsBackTo: T.Optional(T.Integer()),
  state: T.Enum([...CHANGE_STATES]),
  stateText: T.String(),
  reason: T.String(),
  authorBody: T.String(),
  /** The nearest running due day; `late` once it has passed. */
  dueDay: T.Optional(T.String()),
  late: T.Boolean(),
  effectiveFrom: T.Optional(T.String()),
  version: T.Integer(),
  /** It follows a list above (上级目录更新); so many places wait for a decision. */
  fromAbove: T.Optional(T.Object({ open: T.Integer(), all: T.Integer() })),
})
export type ChangeSummary = Static<typeof ChangeSummary>

/** What a new version touches, one line for each kind of thing. */
export const ImpactLine = T.Object({
  kind: T.String(),
  title: T.String(),
  count: T.Integer(),
  /** What becomes of them, in a sentence. */
  text: T.String(),
  /** Some of them by name. */
  names: T.Optional(T.Array(T.String())),
})
export type ImpactLine = Static<typeof ImpactLine>

export const DifferenceLine = T.Object({ at: T.String(), part: T.String(), text: T.String() })

export const ChangeAct = T.Object({
  act: T.String(),
  title: T.String(),
  tone: T.Enum(['primary', 'normal', 'danger']),
  help: T.Optional(T.String()),
  input: T.Unknown(),
  /** What stands in the way, where pressing it now could only be refused. */
  waits: T.Optional(T.String()),
})
export type ChangeAct = Static<typeof ChangeAct>

/** What a draft that follows a list above has to decide, place by place: above now, here now, above before. */
export const UpperChoice = T.Object({
  path: T.String(),
  title: T.String(),
  why: T.Enum(['both-changed', 'no-longer-lawful']),
  whyText: T.String(),
  /** Law or the locked fields leave no choice but to follow. */
  forced: T.Boolean(),
  before: T.Optional(T.String()),
  now: T.Optional(T.String()),
  mine: T.Optional(T.String()),
  settled: T.Optional(T.Object({ take: T.Enum(['upper', 'local']), reason: T.Optional(T.String()) })),
})
export type UpperChoice = Static<typeof UpperChoice>

export const UpperUpdate = T.Object({
  lists: T.Array(
    T.Object({ title: T.String(), version: T.Integer(), was: T.Optional(T.Integer()), since: T.String() }),
  ),
  /** Places of this area's list that went along without anybody. */
  moved: T.Array(T.Object({ title: T.String(), text: T.String() })),
  choices: T.Array(UpperChoice),
})
export type UpperUpdate = Static<typeof UpperUpdate>

export const ChangeAnswer = T.Object({
  book: T.String(),
  entry: T.String(),
  title: T.String(),
  text: T.String(),
  dueDay: T.Optional(T.String()),
})
export type ChangeAnswer = Static<typeof ChangeAnswer>

export const ChangeDetail = T.Object({
  summary: ChangeSummary,
  /** The version as it would be published. */
  body: T.Unknown(),
  /** The version it changes, for whoever compares; none where the item is new. */
  before: T.Optional(T.Unknown()),
  differences: T.Array(DifferenceLine),
  quality: ItemQuality,
  findings: T.Array(QualityFinding),
  comments: T.Array(
    T.Object({ at: T.String(), who: T.String(), on: T.Optional(T.String()), text: T.String() }),
  ),
  /** What has to be mended, of a draft that came back: what the last one who sent it back wrote. */
  returned: T.Optional(T.Object({ at: T.String(), who: T.String(), text: T.String() })),
  clocks: T.Array(
    T.Object({ clock: T.String(), title: T.String(), day: T.Optional(T.String()), sentence: T.String() }),
  ),
  story: T.Array(
    T.Object({
      seq: T.Integer(),
      at: T.String(),
      who: T.String(),
      text: T.String(),
      details: T.Array(T.String()),
    }),
  ),
  allowed: T.Array(ChangeAct),
  upper: T.Optional(UpperUpdate),
  /** What asked for it (修订任务): entries of a book that close when it comes out. */
  answers: T.Array(ChangeAnswer),
  /** What may happen to a case beside the steps of the draft (听证、延长…), as its guide will tell it. */
  ways: T.Array(T.String()),
})
export type ChangeDetail = Static<typeof ChangeDetail>

/** Why a change does not go on; each with a sentence in `words/change.ts`. */
export const changeRefusals = [
  'change-not-found',
  'change-moved-on',
  'change-not-your-step',
  'change-not-your-item',
  'change-authoring-off',
  'change-open-already',
  'change-version-unknown',
  'change-edit-misplaced',
  'change-edit-blind',
  'change-edit-overtaken',
  'change-incomplete',
  'change-item-exists',
  'change-misshapen',
  'change-not-saved',
  'change-against-upper',
  'change-nothing',
  'change-gate-failed',
  'change-papers-do-not-open',
  'change-declaration-missing',
  'change-marks-missing',
  'change-own-hand',
  'change-day-past',
  'change-ends-before-it-begins',
  'change-base-moved',
  'change-not-due',
  'change-touched-since-file',
  'change-conflict-open',
  'change-conflict-unknown',
  'change-local-not-lawful',
  'change-local-unexplained',
  'change-from-above',
] as const
export type ChangeRefusalCode = (typeof changeRefusals)[number]
