import type { CaseDossier } from '../../model/dossier.ts'
import { STATE_TITLES } from '../../words/titles.ts'
import type { About } from '../chapter-page.ts'

export interface Sibling {
  no: string
  item: string
  state: string
}

/** Other cases of the same project: the office reads all of them, an applicant their own. */
export async function siblings({ means, area, dossier, own }: About, project: string): Promise<Sibling[]> {
  const rows = await means.db.query<{ no: string; state: string; dossier: Pick<CaseDossier, 'item'> }>(
    OF_PROJECT,
    [area, project, dossier.no, own ? dossier.party : null],
  )
  return Promise.all(
    rows.map(async ({ no, state, dossier: { item } }) => ({
      no,
      item: (await means.catalogue.pinned(area, item.id, item.version)).item.name,
      state: STATE_TITLES[state as keyof typeof STATE_TITLES] ?? state,
    })),
  )
}

const OF_PROJECT = {
  name: 'cases.of-project',
  text: `SELECT no, state, dossier FROM cases.case_view
    WHERE area_code = $1 AND project = $2 AND project <> '' AND no <> $3 AND ($4::uuid IS NULL OR party = $4) ORDER BY id LIMIT 20`,
}
