import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { DataElement } from './element.ts'
import { QUALITY_READERS } from './gate-routes.ts'

const Touched = T.Object({
  item: T.String(),
  name: T.String(),
  version: T.Integer(),
  /** JSON pointer into the item. */
  at: T.String(),
  called: T.String(),
  required: T.Boolean(),
})

/** What changing an element or a paper touches: forms or lists, guides, undertakings, drafts of applicants, changes under way. */
export const Touches = T.Object({
  title: T.String(),
  places: T.Array(Touched),
  /** Items with a public guide that shows it. */
  guides: T.Integer(),
  undertakings: T.Array(T.String()),
  /** Applications somebody has begun and not handed in. */
  openDrafts: T.Integer(),
  /** Changes of these items that have not been published. */
  changes: T.Array(T.Object({ id: T.String(), name: T.String() })),
})
export type Touches = Static<typeof Touches>

export const ElementInUse = T.Object({ element: DataElement, items: T.Integer() })
export type ElementInUse = Static<typeof ElementInUse>

export const PaperInUse = T.Object({ name: T.String(), items: T.Integer() })
export type PaperInUse = Static<typeof PaperInUse>

const Name = T.String({ minLength: 1, maxLength: 200 })

export const elementRoutes = contract({
  dataElements: {
    method: 'GET',
    path: '/data-elements',
    who: QUALITY_READERS,
    summary: 'The register of data elements (数据元目录) with how many items in force ask for each',
    query: T.Object({ q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ elements: T.Array(ElementInUse) }),
  },
  touchedByElement: {
    method: 'GET',
    path: '/data-elements/:id/touches',
    who: QUALITY_READERS,
    summary: 'What a data element touches: items, forms, guides, undertakings, drafts, changes under way',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    reply: Touches,
  },
  standardPapers: {
    method: 'GET',
    path: '/standard-papers',
    who: QUALITY_READERS,
    summary: 'Standard papers (标准材料) with how many items in force ask for each, the most wanted first',
    query: T.Object({ q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ papers: T.Array(PaperInUse) }),
  },
  touchedByPaper: {
    method: 'GET',
    path: '/standard-papers/touches',
    who: QUALITY_READERS,
    summary: 'What a standard paper touches: items, lists, guides, undertakings, drafts, changes under way',
    query: T.Object({ name: Name }),
    reply: Touches,
  },
})
