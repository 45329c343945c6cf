import type { Clock } from '#engine/clock/clock.ts'
import type { Condition, Predicate } from '#platform/auth/visibility.ts'
import { factsBeside, type FactRow } from '#platform/ledger/ledger.ts'
import type { CaseDossier } from '../model/dossier.ts'

/** Typed columns of `cases.case_view` that lists filter on and sight rules look at. */
export type CaseColumn =
  | 'party'
  | 'accept_place'
  | 'sent_from'
  | 'deciding_body'
  | 'state'
  | 'waits_for'
  | 'partners'
  | 'asked'
  | 'signers'
  | 'holder'
  | 'item_id'
  | 'procedure'
export type CaseSight = Condition<CaseColumn>

export const CASE_SIGHT = {
  area: 'v.area_code',
  columns: {
    party: 'v.party',
    accept_place: 'v.accept_place',
    sent_from: 'v.sent_from',
    deciding_body: 'v.deciding_body',
    state: 'v.state',
    waits_for: 'v.waits_for',
    partners: 'v.partners',
    asked: 'v.asked',
    signers: 'v.signers',
    holder: 'v.holder',
    item_id: 'v.item_id',
    procedure: 'v.procedure',
  },
} as const

/** What a list needs of a case, with the dossier for the due sentence. */
export interface ListedCase {
  area: string
  id: string
  dueDay: string
  applicantMasked: string
  receivedAt: string
  dossier: ListedDossier
  /** Clocks that have not ended; a case read by itself has them in its dossier. */
  openClocks?: readonly Clock[] | null
  /** The day a list was ordered by, from which its next page goes on. */
  listDay?: string
}

/** The bulk of a dossier, which no list reads: two thirds of what would travel for a page. */
const NOT_LISTED = ['applicant', 'form', 'postal', 'materials', 'supplement', 'clocks', 'papers'] as const
export type ListedDossier = Omit<CaseDossier, (typeof NOT_LISTED)[number]>

/** What an act needs of a case: the same, with the chain it goes on with. */
export interface CaseRow extends Omit<ListedCase, 'dossier'> {
  dossier: CaseDossier
  stream: string
  hash: string
}

export const LISTED = `v.area_code AS area, v.id, v.due_day AS "dueDay", v.applicant_masked AS "applicantMasked",
  v.received_at AS "receivedAt",
  v.dossier - '{${NOT_LISTED.join(',')}}'::text[] AS dossier`

/** The columns of a list by name. */
export const LISTED_AS = [
  'area',
  'id',
  'dueDay',
  'applicantMasked',
  'receivedAt',
  'dossier',
  'openClocks',
] as const

/** A few of the many clocks of a dossier: which limit is near or has passed, and why one stands still. */
export const OPEN_CLOCKS = `jsonb_path_query_array(v.dossier, '$.clocks.* ? (!exists(@.ended))') AS "openClocks"`

export const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay",
  v.applicant_masked AS "applicantMasked", v.received_at AS "receivedAt", v.dossier`

/** A case with the files it holds. */
export interface HoldingCase extends CaseRow {
  files: readonly AttachmentRow[]
}

/** A case with everything its page is made of, read at one moment. */
export interface WholeCase extends HoldingCase {
  facts: readonly FactRow[]
}

export interface AttachmentRow {
  id: string
  file: string
  size: number
  media_type: string
  uploaded_by: string
}

/** Attachments by their ids as one column; `area` and `ids` are expressions of the statement it stands in. */
export const attachmentsBeside = (
  area: string,
  ids: string,
): string => `(SELECT coalesce(json_agg(json_build_object(
      'id', a.id, 'file', a.file, 'size', a.size, 'media_type', a.media_type, 'uploaded_by', a.uploaded_by)), '[]')
    FROM cases.attachment a WHERE a.area_code = ${area} AND a.id = ANY(${ids}))`

/** Of what is held now and of what was replaced. */
const HELD = `ARRAY(SELECT (held.id #>> '{}')::uuid FROM jsonb_path_query(v.dossier, '$.materials.*.files[*].id') AS held(id)
    UNION SELECT (old.id #>> '{}')::uuid FROM jsonb_path_query(v.dossier, '$.materials.*.superseded[*].files[*].id') AS old(id))`

export const HOLDING = `${ROW}, ${attachmentsBeside('v.area_code', HELD)} AS files`

export const whole = (bornYear: number | undefined): string => `${HOLDING}, ${factsBeside(bornYear)} AS facts`

/** The hash the next commit must meet stands in the ledger alone; one snapshot reads both. */
export const FROM = `cases.case_view v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

/** In the column `calendar`, for a case whose clocks were counted under more than one; no version is called so. */
export const SEVERAL_CALENDARS = 'several'

export type { Predicate }

/** Sorts after every real due day; a closed case has none. */
export const NO_DUE_DAY = '9999-12-31'
