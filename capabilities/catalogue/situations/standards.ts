import fs from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { SplitStandard } from '../contract/situation.ts'
import { forgetLists, lists } from '../store.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const isStandard = ajv.compile<SplitStandard>(SplitStandard)

/** The split standards (拆分标准) that all packs share: `split-standards/<id>@<version>.json`. */
export function readStandards(folder: string = packFolder('base')): {
  standards: SplitStandard[]
  problems: string[]
} {
  const at = path.join(folder, 'split-standards')
  const standards: SplitStandard[] = []
  const problems: string[] = []
  for (const name of fs.existsSync(at) ? fs.readdirSync(at).toSorted() : []) {
    const value: unknown = JSON.parse(fs.readFileSync(path.join(at, name), 'utf8'))
    if (isStandard(value)) standards.push(value)
    else
      problems.push(
        ...(isStandard.errors ?? []).map(
          (error) => `base/split-standards/${name}${error.instancePath}: ${error.message ?? ''}`,
        ),
      )
  }
  return { standards, problems }
}

/** Takes down the standards of an area; a version once taken down stays as it is. */
export async function loadStandards(
  db: Queryable,
  area: string,
  standards: readonly SplitStandard[],
): Promise<void> {
  await db.query(SAVE, [area, JSON.stringify(standards)])
  forgetLists()
}

export async function splitStandards(db: Queryable, area: string): Promise<SplitStandard[]> {
  return (await lists.query<{ body: SplitStandard }>(db, ALL, [area])).map(({ body }) => body)
}

const SAVE = {
  name: 'catalogue.save-split-standards',
  text: `INSERT INTO catalogue.split_standard (area_code, id, version, effective_from, body)
    SELECT $1, s->>'id', (s->>'version')::int, (s->>'effectiveFrom')::date, s FROM jsonb_array_elements($2::jsonb) AS s
    ON CONFLICT (area_code, id, version) DO NOTHING`,
}

const ALL = {
  name: 'catalogue.split-standards',
  text: 'SELECT body FROM catalogue.split_standard WHERE area_code = $1 ORDER BY id, version',
}
