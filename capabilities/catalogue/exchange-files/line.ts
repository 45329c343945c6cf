import { composeBasic, taskCode } from '../model/codes.ts'
import { isEachTown, readBody, type KnownBody } from './bodies.ts'
import { LEVEL_SPELLINGS, LEVELS } from './choices.ts'
import { readBasic, readTask } from './codes.ts'
import type { Doubt, Mend } from './findings.ts'
import { FIELD_IDS, type FieldId, type Line } from './fields.ts'
import type { WrittenRow } from './header.ts'
import { readCell } from './reading.ts'

/** Whose catalogue it is, and which bodies it has. */
export interface Around {
  area: string
  bodies: readonly KnownBody[]
}

/** A row in the one way this catalogue writes it. */
export interface ReadRow {
  sheet: string
  row: number
  /** The words of the file. */
  written: WrittenRow
  line: Line
  mends: readonly Mend[]
  doubts: readonly Doubt[]
}

interface Reading {
  line: Partial<Record<FieldId, string>>
  mends: Mend[]
  doubts: Doubt[]
}

/** Cell by cell first, then what the cells say of each other. */
export function readRow(written: WrittenRow, around: Around): ReadRow {
  const reading: Reading = { line: {}, mends: [], doubts: [] }
  for (const field of FIELD_IDS) readInto(reading, field, written)
  if (written.beyond !== undefined)
    reading.doubts.push({ code: 'cells-beyond-header', original: written.beyond })
  levelFromName(reading)
  unitsOfLimits(reading, written)
  codesApart(reading, around)
  bodyOf(reading, around)
  const line = Object.fromEntries(
    FIELD_IDS.flatMap((field) => (reading.line[field] ? [[field, reading.line[field]]] : [])),
  )
  return {
    ...{ sheet: written.sheet, row: written.row, written, line },
    mends: reading.mends,
    doubts: reading.doubts,
  }
}

function readInto({ line, mends, doubts }: Reading, field: FieldId, { cells, merged }: WrittenRow): void {
  const original = cells[field] ?? ''
  const { text, mends: codes, doubt } = readCell(field, original)
  if (doubt) doubts.push({ field, original, ...doubt })
  if (text === '' && codes.length === 0) return
  line[field] = text
  const all = merged.includes(field) ? (['merged-cell', ...codes] as const) : codes
  mends.push(...all.map((code) => ({ field, code, original, became: text })))
}

const SUFFIX = /[（(]([^（()）]{1,8}|[县乡镇][（(][^（()）]{1,6}[)）]级?)[)）]$/

/** `户外广告设置审批（县级）`: the level is no part of what the item is called. */
function levelFromName({ line, mends, doubts }: Reading): void {
  const name = line.taskName
  const said = name === undefined ? undefined : SUFFIX.exec(name)?.[1]
  if (name === undefined || said === undefined) return
  const key = said.normalize('NFKC')
  const code =
    Object.entries(LEVELS).find(([, title]) => title.normalize('NFKC') === key)?.[0] ?? spelled(key)
  if (code === undefined || !key.endsWith('级')) return
  const level = LEVELS[code as keyof typeof LEVELS]
  const bare = name.slice(0, -(said.length + 2)).trim()
  if (line.useLevel === undefined || line.useLevel === '') line.useLevel = level
  else if (!line.useLevel.split('^').includes(level))
    doubts.push({ field: 'useLevel', code: 'level-differs', original: line.useLevel, proposal: level })
  line.taskName = bare
  mends.push({ field: 'taskName', code: 'level-from-name', original: name, became: bare })
}

const spelled = (key: string): string | undefined =>
  Object.hasOwn(LEVEL_SPELLINGS, key) ? LEVEL_SPELLINGS[key] : undefined

function unitsOfLimits({ line, doubts }: Reading, { cells, headed }: WrittenRow): void {
  for (const [amount, unit] of [
    ['anticipateDay', 'anticipateType'],
    ['promiseDay', 'promiseType'],
  ] as const) {
    const ofHeading = readCell(amount, `${line[amount] ?? ''}${headed[amount] ?? ''}`).also?.[unit]
    const named =
      readCell(amount, cells[amount] ?? '').also?.[unit] ?? (cells[unit]?.trim() ? undefined : ofHeading)
    if (named === undefined) continue
    if (!line[unit]) line[unit] = named
    else if (line[unit] !== named)
      doubts.push({ field: unit, code: 'unit-differs', original: cells[unit] ?? '', proposal: named })
  }
}

function codesApart({ line, mends, doubts }: Reading, { area }: Around): void {
  for (const field of ['catalogCode', 'taskCode'] as const) {
    const original = line[field]
    if (!original) continue
    const { put, mend, doubt } = field === 'taskCode' ? readTask(original) : readBasic(original, area)
    if (doubt) doubts.push({ field, original, ...doubt })
    for (const [of, text] of Object.entries(put) as [FieldId, string][]) {
      if (of !== field && line[of] && line[of] !== text)
        doubts.push({ field: of, code: 'code-parts-differ', original: line[of], proposal: text })
      else line[of] = text
    }
    if (mend)
      mends.push({ field, code: mend, original, became: Object.values(put).filter(Boolean).join(' ') })
  }
  fromTaskCode({ line, mends, doubts })
}

/** The parts of the task code have to say what the line says; what the line leaves out, they say. */
function fromTaskCode({ line, mends, doubts }: Reading): void {
  const task = line.taskCode ? taskCode(line.taskCode) : undefined
  if (task === undefined || task.situation !== undefined) return
  for (const [field, text] of [
    ['catalogCode', composeBasic(task.basic)],
    ['deptCode', task.creditCode],
  ] as const) {
    const original = line[field]
    if (!original) {
      line[field] = text
      mends.push({ field, code: 'task-code-apart', original: line.taskCode!, became: text })
    } else if (original !== text && (field === 'catalogCode' || original.length === 18))
      doubts.push({ field, code: 'code-parts-differ', original, proposal: text })
  }
}

function bodyOf({ line, mends, doubts }: Reading, { bodies }: Around): void {
  if (isEachTown(line.deptName) && !line.deptCode) return
  const { name, code, mends: mended, doubt } = readBody(line.deptName, line.deptCode, bodies)
  if (doubt) doubts.push({ original: line[doubt.field] ?? '', ...doubt })
  mends.push(...mended.map((mend) => ({ original: line[mend.field] ?? '', ...mend })))
  if (name) line.deptName = name
  if (code) line.deptCode = code
}
