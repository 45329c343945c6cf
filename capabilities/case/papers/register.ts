import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'
import type { CaseMeans } from '../service/means.ts'
import { paperTitle } from './title.ts'
import { paperToken } from './tokens.ts'

export interface RegisteredPaper {
  area: string
  dossier: CaseDossier
  item: ItemVersion
  applicantMasked: string
  paper: Omit<Paper, 'at'>
  /** When the fact that brought the paper about was recorded. */
  causedAt: string
}

/** Makes a paper findable for /verify; returns whether it was not there yet. */
export async function registerPaper(
  { db, keys, demo }: Pick<CaseMeans, 'db' | 'keys' | 'demo'>,
  { area, dossier, item, applicantMasked, paper, causedAt }: RegisteredPaper,
): Promise<boolean> {
  const { id, kind, number, hash } = paper
  const rows = await db.query(INSERT, [
    ...[
      area,
      id,
      paperToken(keys, area, id),
      dossier.no,
      kind,
      paperTitle(kind, item.itemType, dossier),
      number ?? null,
    ],
    ...[dossier.decidingBody, dossier.item.id, applicantMasked, legalDay(causedAt), hash, demo],
  ])
  return rows.length > 0
}

/** Papers of a decision that was revoked are found by /verify as revoked, from the moment the revocation was served. */
export async function revokePapers(
  { db }: Pick<CaseMeans, 'db'>,
  { area, dossier }: { area: string; dossier: CaseDossier },
): Promise<boolean> {
  if (dossier.ended?.how !== 'revoked') return false
  return (await db.query(REVOKE, [area, dossier.no, dossier.ended.at])).length > 0
}

const REVOKE = {
  name: 'cases.paper-revoke',
  text: `UPDATE cases.paper SET revoked_at = $3 WHERE area_code = $1 AND no = $2 AND kind = 'grant' AND revoked_at IS NULL
    RETURNING id`,
}

const INSERT = {
  name: 'cases.paper-insert',
  text: `INSERT INTO cases.paper (area_code, id, token, no, kind, title, number, body, item_id, applicant_masked, made_on, sha256, demo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (area_code, id) DO NOTHING RETURNING id`,
}
