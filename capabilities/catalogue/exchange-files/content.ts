import { basicCode, taskCode } from '../model/codes.ts'
import { itemTypeTitles } from '../words.ts'
import { LEVELS } from './choices.ts'
import type { FieldId, Line } from './fields.ts'
import type { Doubt } from './findings.ts'
import type { StandingLine } from './matching.ts'

/** What a line of the directory cannot be without (基本目录的必填项). */
const REQUIRED: readonly FieldId[] = [
  ...(['taskName', 'catalogCode', 'taskType', 'byLaw', 'useLevel', 'deptName'] as const),
]

/** What a line says against itself or against the item it is about. */
export function contentDoubts(line: Line, found: StandingLine | undefined): Doubt[] {
  const whole: Line = { ...found?.line, ...line }
  const missing = REQUIRED.filter((field) => !whole[field]).map((field) => ({
    ...{ field, code: 'missing' as const, original: '' },
  }))
  return [
    ...missing,
    ...limitDoubts(whole),
    ...codeDoubts(whole),
    ...(found ? movedCodes(line, found.line) : []),
  ]
}

function limitDoubts(line: Line): Doubt[] {
  const doubts: Doubt[] = []
  for (const [amount, unit] of [
    ['anticipateDay', 'anticipateType'],
    ['promiseDay', 'promiseType'],
  ] as const)
    if (Number(line[amount] ?? 0) > 0 && !line[unit])
      doubts.push({ field: unit, code: 'missing', original: '' })
  const [law, promise] = [Number(line.anticipateDay ?? 0), Number(line.promiseDay ?? 0)]
  // Without a limit by law only the promise binds.
  if (law > 0 && line.anticipateType === line.promiseType && promise > law)
    doubts.push({
      field: 'promiseDay',
      code: 'promise-over-law',
      original: line.promiseDay!,
      proposal: String(law),
    })
  return doubts
}

/** The codes have to say what the line says (要素一致). */
function codeDoubts(line: Line): Doubt[] {
  const basic = line.catalogCode ? basicCode(line.catalogCode) : undefined
  const doubts: Doubt[] = []
  const ofCode = basic && (itemTypeTitles as Readonly<Record<string, string>>)[basic.itemType]
  if (basic && line.taskType && ofCode !== line.taskType)
    doubts.push({
      field: 'taskType',
      code: 'code-parts-differ',
      original: line.taskType,
      ...(ofCode ? { proposal: ofCode } : {}),
    })
  const task = line.taskCode ? taskCode(line.taskCode) : undefined
  const level = task && LEVELS[task.level as keyof typeof LEVELS]
  if (level && line.useLevel && !line.useLevel.split('^').includes(level))
    doubts.push({ field: 'useLevel', code: 'code-parts-differ', original: line.useLevel, proposal: level })
  return doubts
}

/** A code once given stays with its item. */
function movedCodes(line: Line, before: Line): Doubt[] {
  return (['catalogCode', 'taskCode', 'localTaskCode', 'deptCode'] as const).flatMap((field): Doubt[] =>
    line[field] && before[field] && line[field] !== before[field]
      ? [{ field, code: 'code-changed', original: line[field], proposal: before[field] }]
      : [],
  )
}
