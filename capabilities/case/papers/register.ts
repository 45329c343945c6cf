import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { titleFor } from '../documents/papers.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'
import type { CaseMeans } from '../service/means.ts'
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
      titleFor(kind, item.itemType),
      number ?? null,
    ],
    ...[dossier.decidingBody, dossier.item.id, applicantMasked, legalDay(causedAt), hash, demo],
  ])
  return rows.length > 0
}

const INSERT = {
  name: 'cases.paper-insert',
  text: `INSERT INTO cases.paper (area_code, id, token, no, kind, title, number, body, item_id, applicant_masked, made_on, sha256, demo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (area_code, id) DO NOTHING RETURNING id`,
}
