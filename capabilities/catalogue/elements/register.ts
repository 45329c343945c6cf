import fs from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ElementsFile, type DataElement } from '../contract/element.ts'
import { forgetLists, lists } from '../store.ts'

export const ELEMENTS = 'elements.json'

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const isFile = ajv.compile<ElementsFile>(ElementsFile)

/** The register (数据元目录) that all packs share; faults name file and place. */
export function readElements(folder: string = packFolder('base')): {
  file: ElementsFile
  problems: string[]
} {
  const at = path.join(folder, ELEMENTS)
  const none: ElementsFile = { source: { title: ELEMENTS, on: '1970-01-01' } }
  if (!fs.existsSync(at)) return { file: none, problems: [] }
  const value: unknown = JSON.parse(fs.readFileSync(at, 'utf8'))
  if (isFile(value)) return { file: value, problems: [] }
  const problems = (isFile.errors ?? []).map(
    (error) => `base/${ELEMENTS}${error.instancePath}: ${error.message ?? ''}`,
  )
  return { file: none, problems }
}

/** Keeps the register of an area; the same again writes nothing. */
export async function loadElements(
  db: Queryable,
  area: string,
  elements: readonly DataElement[],
  now: Instant,
): Promise<void> {
  await db.query(LOAD, [area, JSON.stringify(elements), now])
  forgetLists()
}

const NONE: readonly DataElement[] = []

/** Read from memory; the list keeps its identity while it stands, so what follows from it is worked out once. */
export async function dataElements(db: Queryable, area: string): Promise<readonly DataElement[]> {
  const [row] = await lists.query<{ body: readonly DataElement[] }>(db, READ, [area])
  return row?.body ?? NONE
}

const READ = {
  name: 'catalogue.data-elements',
  text: 'SELECT body FROM catalogue.data_element WHERE area_code = $1',
}

const LOAD = {
  name: 'catalogue.load-data-elements',
  text: `INSERT INTO catalogue.data_element AS held (area_code, body, loaded_at) VALUES ($1, $2::jsonb, $3)
    ON CONFLICT (area_code) DO UPDATE SET body = excluded.body, loaded_at = excluded.loaded_at WHERE held.body <> excluded.body`,
}
