import { viewTable } from '#platform/views/table.ts'
import { licence } from './procedure.ts'
import type { LicenceDossier } from './dossier.ts'

/** Stands for “no last day” where days are compared. */
export const NO_LAST_DAY = '9999-12-31'

export interface LicenceSource {
  area: string
  stream: string
  dossier: LicenceDossier
  holderMasked: string
  changedAt: string
}

/** Columns in the order of `licenceValues`. */
export const LICENCES = viewTable({
  name: 'licence_seal.licence',
  key: ['area_code', 'id'],
  columns: [
    ...[
      'area_code text',
      'id uuid',
      'stream text',
      'version int',
      'state text',
      'number text',
      'item_id text',
    ],
    ...['party uuid', 'holder_masked text', 'body text', 'case_no text', 'granted_on date'],
    ...['valid_until date', 'open boolean', 'changed_at timestamptz', 'dossier jsonb'],
  ],
  pinned: ['stream', 'number', 'item_id', 'party', 'body', 'case_no', 'granted_on'],
})

export function licenceValues({ area, stream, dossier, holderMasked, changedAt }: LicenceSource): unknown[] {
  const { id, version, state, number, item, party, body, case: no, grantedOn, validUntil } = dossier
  const open = licence.states[state]?.final !== true
  return [
    ...[area, id, stream, version, state, number, item, party, holderMasked, body, no, grantedOn],
    ...[validUntil ?? NO_LAST_DAY, open, changedAt, JSON.stringify(dossier)],
  ]
}
