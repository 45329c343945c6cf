import { Type as T } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { ComparedItem, CopyDifference, CopyKey, GuideSheet, Handbook, OperatingProcedure } from './copy.ts'

const READERS = { roles: ['item-author', 'item-approver', 'supervisor', 'director'] }
const WRITERS = { roles: ['item-author', 'item-approver'] }
const Kind = T.Enum(['service', 'town', 'town-list'])
const Between = { between: T.Optional(T.Enum(['towns', 'counties'])) }

export const guideRoutes = contract({
  disclosureGaps: {
    method: 'GET',
    path: '/disclosure-gaps',
    who: { roles: ['supervisor', 'director'] },
    summary: 'Items in force that lack one of the five groups of public information (办事信息公开五类)',
    reply: T.Object({
      groups: T.Array(T.Object({ group: T.String(), title: T.String() })),
      /** How many items were looked at. */
      checked: T.Integer(),
      gaps: T.Array(T.Object({ item: T.String(), name: T.String(), missing: T.Array(T.String()) })),
    }),
  },
  copyDifferences: {
    method: 'GET',
    path: '/guide-copies/differences',
    who: READERS,
    summary: 'Where portal, kiosk, screen and paper do not say what the guide says (渠道差异)',
    reply: T.Object({
      checked: T.Integer(),
      missing: T.Integer(),
      more: T.Boolean(),
      lines: T.Array(CopyDifference),
    }),
  },
  guideComparison: {
    method: 'GET',
    path: '/guide-copies/comparison',
    who: READERS,
    summary: 'In which of the seven unified fields (服务指南七项统一) towns or counties differ',
    query: T.Object(Between),
    reply: T.Object({ items: T.Array(ComparedItem) }),
  },
  syncCopies: {
    method: 'POST',
    path: '/guide-copies/sync',
    who: WRITERS,
    summary:
      'Hand every channel what the guides say now; copies changed by hand stay for whoever puts them right',
    body: T.Object({}, { additionalProperties: false }),
    reply: T.Object({ written: T.Integer(), removed: T.Integer() }),
  },
  editCopy: {
    method: 'POST',
    path: '/guide-copies/edit',
    who: READERS,
    summary: 'Record that a copy says something else in one field, as it was changed or found',
    body: T.Object(
      {
        ...CopyKey,
        field: T.String({ maxLength: 40 }),
        lines: T.Array(T.String({ maxLength: 2000 }), { maxItems: 100 }),
      },
      { additionalProperties: false },
    ),
    reply: GuideSheet,
  },
  restoreCopy: {
    method: 'POST',
    path: '/guide-copies/restore',
    who: READERS,
    summary: "Put the guide's own words back into a copy (恢复一致)",
    body: T.Object(CopyKey, { additionalProperties: false }),
    reply: GuideSheet,
  },
  copy: {
    method: 'GET',
    path: '/guide-copies/:channel/:item',
    who: 'public',
    summary: 'What a channel shows of an item: kiosks, screens and other sites fetch it here',
    params: T.Object({ channel: CopyKey.channel, item: CopyKey.item }),
    query: T.Object({ place: CopyKey.place }),
    reply: GuideSheet,
  },
  handbooks: {
    method: 'GET',
    path: '/handbooks',
    who: READERS,
    summary: 'Compiled handbooks and lists by version, with their notices (公告)',
    reply: T.Object({ items: T.Array(Handbook) }),
  },
  makeHandbook: {
    method: 'POST',
    path: '/handbooks/:kind',
    who: WRITERS,
    summary: 'Compile a handbook from the guides and procedures in force; the same content keeps its number',
    params: T.Object({ kind: Kind }),
    body: T.Object({}, { additionalProperties: false }),
    reply: T.Object({ number: T.Integer(), items: T.Integer(), fresh: T.Boolean() }),
  },
  citedLaws: {
    method: 'GET',
    path: '/cited-laws',
    who: READERS,
    summary: 'Laws and policies that guides cite, with the items (made of the items themselves)',
    reply: T.Object({
      laws: T.Array(
        T.Object({
          law: T.String(),
          items: T.Array(T.Object({ id: T.String(), name: T.String() })),
        }),
      ),
    }),
  },
  operatingProcedure: {
    method: 'GET',
    path: '/operating-procedures/:item',
    who: 'staff',
    summary: 'Internal operating procedure (工作规程) of an item and of the undertakings it stands in',
    params: T.Object({ item: CopyKey.item }),
    reply: OperatingProcedure,
  },
})

export const guideFiles = contract({
  comparisonFile: {
    method: 'GET',
    path: '/guide-copies/comparison/export',
    who: READERS,
    summary: 'The comparison of the seven fields as a file',
    query: T.Object({ ...Between, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  copyDifferencesFile: {
    method: 'GET',
    path: '/guide-copies/differences/export',
    who: READERS,
    summary: 'Differences between channels as a file',
    query: T.Object({ ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  handbookFile: {
    method: 'GET',
    path: '/handbooks/:kind/:edition/file',
    who: READERS,
    summary: 'One version of a handbook as PDF',
    params: T.Object({ kind: Kind, edition: T.Integer({ minimum: 1, maximum: 1_000_000 }) }),
    reply: T.String(),
    bytes: 'out',
  },
})
