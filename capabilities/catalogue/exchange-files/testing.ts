import { demoCreditCode } from '#capabilities/organisation/model.ts'
import type { Line } from './fields.ts'
import { planImport, type ImportPlan } from './plan.ts'
import type { KnownBody } from './bodies.ts'
import { readTable, type Table } from './table.ts'

export const AREA = '370304'

/** A body of the test county with a code that passes its check and is registered nowhere. */
export const body = (id: string, name: string, shortName: string): KnownBody => ({
  ...{ id, name, shortName, tier: 4 },
  creditCode: demoCreditCode(AREA, id, 'department'),
})

export const BODIES = [
  body('civil-affairs', '测试区民政局', '民政局'),
  body('city-administration', '测试区综合行政执法局', '执法局'),
]

export const table = async (bytes: Uint8Array): Promise<Table> => {
  const read = await readTable(bytes)
  if (typeof read === 'string') throw new Error(`the file could not be read: ${read}`)
  return read
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A whole line; a test says what is different about its own. */
export const WHOLE: Line = {
  ...{
    taskName: '测试补贴申领',
    catalogCode: '370511001000',
    taskType: '行政给付',
    deptName: '测试区民政局',
  },
  ...{ useLevel: '县级', byLaw: '测试办法第一条', serverType: '自然人', projectType: '承诺件' },
  ...{ promiseDay: '10', promiseType: '工作日' },
}

export async function planned(
  rows: readonly Readonly<Record<string, string>>[],
  standing: Parameters<typeof planImport>[2] = [],
): Promise<ImportPlan> {
  const headings = [...new Set(rows.flatMap(Object.keys))]
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading]))]
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')
  return (await planImport(await table(utf8(text)), { area: AREA, bodies: BODIES }, standing))!
}
