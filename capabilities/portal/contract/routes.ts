import { Type as T, type Static } from 'typebox'
import { FileView, Filing, PostalAddress } from '#capabilities/case/contract.ts'
import { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import { contract } from '#platform/http/contract.ts'

const Id = T.Object({ id: T.String({ maxLength: 60 }) })
/** A legal day of this century: further away there is nothing to count. */
const Day = T.String({ format: 'date', pattern: '^20\\d\\d-' })

/** A draft as the counter that picked it up needs it to go on: what was written, where it goes, what was uploaded. */
export const DraftAtCounter = T.Object({
  id: T.String(),
  item: T.String(),
  itemVersion: T.Integer(),
  itemName: T.String(),
  form: Filing.properties.form,
  region: T.Optional(T.String()),
  acceptPlace: T.Optional(T.String()),
  delivery: T.Optional(DeliveryMode),
  postal: T.Optional(T.Partial(PostalAddress)),
  way: T.Optional(T.Enum(['ordinary', 'commitment'])),
  /** The licence it is about (变更、延续、注销). */
  about: Filing.properties.about,
  /** Papers already uploaded, by material; the clerk may hand them in and look at each. */
  files: T.Record(T.String(), T.Array(FileView)),
  savedAt: T.String(),
})
export type DraftAtCounter = Static<typeof DraftAtCounter>

/** A draft on my counter, in a list: whose it is only as lists tell it. */
export const HeldDraft = T.Object({
  id: T.String(),
  item: T.String(),
  itemName: T.String(),
  person: T.String(),
  savedAt: T.String(),
})
export type HeldDraft = Static<typeof HeldDraft>

/** What was typed at a counter, to be finished online by the person it is about. */
export const DraftForPerson = T.Object(
  {
    /** Whose draft it becomes: the citizen with an account, and the name on their id card. */
    citizenId: T.String({ pattern: '^\\d{17}[\\dX]$' }),
    name: T.String({ minLength: 1, maxLength: 50 }),
    item: T.String({ maxLength: 60 }),
    form: Filing.properties.form,
    region: T.Optional(T.String({ maxLength: 12 })),
    delivery: T.Optional(DeliveryMode),
    postal: T.Optional(PostalAddress),
    files: T.Optional(
      T.Array(
        T.Object(
          { material: T.String({ maxLength: 60 }), file: T.String({ maxLength: 60 }) },
          { additionalProperties: false },
        ),
        { maxItems: 200 },
      ),
    ),
  },
  { additionalProperties: false },
)
export type DraftForPerson = Static<typeof DraftForPerson>

/** A name as it stands on the card or licence before the clerk, with its number. */
export const NameTyped = T.Object(
  {
    idKind: T.Enum(['citizen-id', 'credit-code']),
    idNumber: T.String({ pattern: '^[0-9A-Z]{18}$' }),
    name: T.String({ minLength: 1, maxLength: 100 }),
  },
  { additionalProperties: false },
)
export type NameTyped = Static<typeof NameTyped>

export const ReuseReport = T.Object({
  from: T.String(),
  to: T.String(),
  filings: T.Integer(),
  asked: T.Integer(),
  reused: T.Integer(),
  items: T.Array(
    T.Object({
      item: T.String(),
      itemName: T.String(),
      filings: T.Integer(),
      /** Filings in which at least one answer was taken over. */
      withReuse: T.Integer(),
      asked: T.Integer(),
      reused: T.Integer(),
    }),
  ),
})
export type ReuseReport = Static<typeof ReuseReport>

const CLERKS = { roles: ['window-clerk'] } as const

export const portalRoutes = contract({
  pickUp: {
    method: 'POST',
    path: '/drafts/pick-up',
    who: CLERKS,
    summary:
      'Go on at the counter with a draft begun online: its code, and the last four signs of the id number',
    body: T.Object(
      { code: T.String({ pattern: '^\\d{8}$' }), idTail: T.String({ pattern: '^\\d{3}[\\dX]$' }) },
      { additionalProperties: false },
    ),
    reply: DraftAtCounter,
  },
  heldDrafts: {
    method: 'GET',
    path: '/drafts',
    who: CLERKS,
    summary: 'Drafts that I picked up and have neither filed nor given back',
    reply: T.Object({ items: T.Array(HeldDraft) }),
  },
  heldDraft: {
    method: 'GET',
    path: '/drafts/:id',
    who: CLERKS,
    summary: 'A draft that lies on my counter',
    params: Id,
    reply: DraftAtCounter,
  },
  fileDraft: {
    method: 'POST',
    path: '/drafts/:id/file',
    who: CLERKS,
    summary: 'File at the window what began as a draft; the case is the person’s own',
    params: Id,
    body: Filing,
    reply: T.Object({ no: T.String() }),
  },
  giveBack: {
    method: 'POST',
    path: '/drafts/:id/give-back',
    who: CLERKS,
    summary: 'Give a draft back to its owner, who goes on online',
    params: Id,
    reply: T.Object({ done: T.Literal(true) }),
  },
  saveForPerson: {
    method: 'POST',
    path: '/drafts',
    who: CLERKS,
    summary: 'Save what was typed at the counter as a draft of the person, who finishes it online',
    body: DraftForPerson,
    reply: T.Object({ id: T.String() }),
  },
  nameDiffers: {
    method: 'POST',
    path: '/applicants/name-check',
    who: CLERKS,
    summary:
      'Whether the name typed at the window is another than the one known under this number; which one is not told',
    body: NameTyped,
    reply: T.Object({ differs: T.Boolean() }),
  },
  reuse: {
    method: 'GET',
    path: '/reuse',
    who: { roles: ['supervisor'] },
    summary:
      'How many questions filings asked and how many answers were taken over from earlier ones, by item; this month unless told otherwise',
    query: T.Object({ from: T.Optional(Day), to: T.Optional(Day) }),
    reply: ReuseReport,
  },
})
