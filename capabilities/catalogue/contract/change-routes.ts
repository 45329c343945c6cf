import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { FIELD_TYPES } from './form.ts'
import {
  CHANGE_STATES,
  ChangeDetail,
  ChangeSummary,
  DifferenceLine,
  ImpactLine,
  ItemToChange,
  MaterialInUse,
  NewChange,
  NewItem,
  UpperItem,
} from './change.ts'

/** Who writes items, who approves them; the supervisor looks on. */
const READERS = { roles: ['item-author', 'item-approver', 'supervisor'] }
const WRITERS = { roles: ['item-author', 'item-approver'] }
const Id = T.String({ format: 'uuid' })
const State = T.Enum([...CHANGE_STATES])
const Choices = T.Array(T.Object({ value: T.String(), label: T.String() }))
const Moved = T.Object({ id: T.String(), state: State, version: T.Integer() })

export const PREVIEW_PAPERS = ['full', 'short', 'form-blank', 'form-sample', 'result-sample'] as const

export const changeRoutes = contract({
  changes: {
    method: 'GET',
    path: '/authoring/changes',
    who: READERS,
    summary: 'Changes of items (事项变更): open ones by due day, closed ones newest first',
    query: T.Object({
      /**
       * `mine`: waits for a role of my post; `open`: everything open; `all`: closed ones too; `written`: I wrote in it (我起草的);
       * `to-review`: waits for an approver (待审).
       */
      queue: T.Optional(T.Enum(['mine', 'open', 'all', 'written', 'to-review'])),
      item: T.Optional(T.String({ maxLength: 60 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(ChangeSummary), nextCursor: T.Optional(T.String()) }),
  },
  openChange: {
    method: 'POST',
    path: '/authoring/changes',
    who: { roles: ['item-author'] },
    summary: 'Begin a change of an item: from its newest version, or back to an earlier one (回退)',
    body: NewChange,
    reply: Moved,
  },
  openNewItem: {
    method: 'POST',
    path: '/authoring/new-items',
    who: { roles: ['item-author'] },
    summary: 'Begin an item that is not there yet: from nothing, as a copy of another, or under a list above',
    body: NewItem,
    reply: Moved,
  },
  itemsToChange: {
    method: 'GET',
    path: '/authoring/items',
    who: WRITERS,
    summary:
      'Items in force by part of their name: whether the own body writes them, and which change is under way',
    query: T.Object({ q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ items: T.Array(ItemToChange) }),
  },
  upperItems: {
    method: 'GET',
    path: '/authoring/upper-items',
    who: WRITERS,
    summary: 'Items of the lists above (上级目录) that this area has neither published nor begun',
    query: T.Object({ q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ items: T.Array(UpperItem) }),
  },
  change: {
    method: 'GET',
    path: '/authoring/changes/:id',
    who: READERS,
    summary:
      'One change: the draft, what is different, what the quality gate finds, its story and what may be done now',
    params: T.Object({ id: Id }),
    reply: ChangeDetail,
  },
  impact: {
    method: 'GET',
    path: '/authoring/changes/:id/impact',
    who: READERS,
    summary: 'What publishing it touches: running cases, drafts, powers, places, guide, scenes, bundles',
    params: T.Object({ id: Id }),
    reply: T.Object({ lines: T.Array(ImpactLine) }),
  },
  materialsInUse: {
    method: 'GET',
    path: '/authoring/materials',
    who: WRITERS,
    summary: 'Papers that items in force ask for (标准材料), each once, with the items that ask for it',
    query: T.Object({ q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ materials: T.Array(MaterialInUse) }),
  },
  formElements: {
    method: 'GET',
    path: '/authoring/data-elements',
    who: WRITERS,
    summary: 'Data elements (数据元) that forms of the area share',
    reply: T.Object({
      elements: T.Array(
        T.Object({
          ...{ id: T.String(), name: T.String(), definition: T.String(), type: T.Enum([...FIELD_TYPES]) },
          maxLength: T.Optional(T.Integer()),
          options: T.Optional(T.Array(T.Object({ value: T.String(), label: T.String() }))),
        }),
      ),
    }),
  },
  itemChoices: {
    method: 'GET',
    path: '/authoring/choices',
    who: READERS,
    summary: 'What an item may name: bodies of the area, and the standards it is split by (拆分标准)',
    reply: T.Object({ bodies: Choices, standards: Choices }),
  },
  actOnChange: {
    method: 'POST',
    path: '/authoring/changes/:id/acts/:act',
    who: WRITERS,
    summary: 'Take one act on a change: edit, comment, submit, return, approve, publish, call-off, withdraw',
    params: T.Object({ id: Id, act: T.String({ maxLength: 40 }) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: Moved,
  },
  differences: {
    method: 'GET',
    path: '/items/:id/differences',
    who: 'public',
    summary: 'What one version of an item has otherwise than another (这次改了什么), in sentences',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    query: T.Object({
      /** Left out, the version before `to`. */
      from: T.Optional(T.Integer({ minimum: 1 })),
      /** Left out, the version in force today. */
      to: T.Optional(T.Integer({ minimum: 1 })),
    }),
    reply: T.Object({ from: T.Integer(), to: T.Integer(), differences: T.Array(DifferenceLine) }),
  },
})

/** A draft as the public would read it: for its writers and approvers, as a page without scripts and as papers. */
export const changePreviews = contract({
  previewGuide: {
    method: 'GET',
    path: '/authoring/changes/:id/preview',
    who: READERS,
    summary: 'The guide page a draft would have (草稿预览); the questions of the item as a query',
    params: T.Object({ id: Id }),
    reply: T.String(),
    bytes: 'out',
  },
  previewForm: {
    method: 'GET',
    path: '/authoring/changes/:id/preview/form',
    who: READERS,
    summary: 'The application form a draft would have',
    params: T.Object({ id: Id }),
    reply: T.String(),
    bytes: 'out',
  },
  previewPaper: {
    method: 'GET',
    path: '/authoring/changes/:id/preview/papers/:paper',
    who: READERS,
    summary:
      'A paper a draft would have: the guide in its editions, the blank form, the sample, the result sample',
    params: T.Object({ id: Id, paper: T.Enum([...PREVIEW_PAPERS]) }),
    reply: T.String({ format: 'binary' }),
    bytes: 'out',
  },
})
