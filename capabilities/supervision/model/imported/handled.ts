import type { Evidence } from '../finding/finding.ts'
import type { Done, HandledCase, Step } from '../finding/handled-case.ts'
import type { Dataset } from './datasets.ts'
import { byDataset } from './rows.ts'

/** A kept line with the file it came in. */
export interface KeptRow {
  dataset: Dataset
  projectNo: string
  file: string
  line: number
  fields: Readonly<Record<string, string>>
}

/** Which body a name or a credit code means; nothing when our register does not know it. */
export type BodyOf = (named: { code?: string | undefined; name?: string | undefined }) => string | undefined

/** All lines of one case as one handled case. */
export function handledCase(rows: readonly KeptRow[], bodyOf: BodyOf): HandledCase {
  const lines = byDataset(rows)
  const only = (dataset: Dataset) => lines.findLast((row) => row.dataset === dataset)
  const [accept, result] = [only('accept'), only('result')]
  const done = (row: KeptRow, time: string): Done => doneOf(row, time, bodyOf)
  return {
    no: rows[0]!.projectNo,
    ...(accept?.fields['applyDate'] ? { applied: done(accept, 'applyDate') } : {}),
    ...(accept ? { accepted: done(accept, 'acceptDate') } : {}),
    ...(accept?.fields['promiseDate'] ? { promisedBy: accept.fields['promiseDate'] } : {}),
    steps: lines.flatMap((row) => {
      const step = row.dataset === 'process' ? stepOf(row.fields) : undefined
      if (step === undefined) return []
      const { processName, eventName, eventStartTime } = row.fields
      return [
        {
          ...done(row, 'eventEndTime'),
          step,
          name: `${processName}（${eventName}）`,
          began: eventStartTime!,
        },
      ]
    }),
    specials: lines.flatMap((row) => {
      if (row.dataset !== 'special') return []
      const { specialName, specialType, specialTime, endTime } = row.fields
      return [
        {
          ...{ name: specialName!, from: specialTime!, to: endTime!, evidence: evidenceOf(row) },
          // GB/T 39046 附录 A.7: 1 延长审批, 2 除延长外的情况; the older provincial codes are A and B.
          extends: /^(1|01|A)$/i.test(specialType ?? '') || specialName!.includes('延长'),
        },
      ]
    }),
    ...(result
      ? { result: { ...done(result, 'resultDate'), decides: decides(result.fields['resultType']!) } }
      : {}),
  }
}

function doneOf(row: KeptRow, time: string, bodyOf: BodyOf): Done {
  const { orgCode, orgName, handleUserName } = row.fields
  const body = bodyOf({ code: orgCode, name: orgName })
  return {
    at: row.fields[time]!,
    ...(handleUserName ? { by: handleUserName } : {}),
    ...(body === undefined ? {} : { body }),
    ...(orgName || orgCode ? { bodyName: orgName ?? orgCode! } : {}),
    evidence: evidenceOf(row),
  }
}

function evidenceOf({ dataset, file, line, fields }: KeptRow): Evidence {
  return { from: 'row', dataset, file, line, fields }
}

/** 0 准予, 1 不予许可; by provincial codes (standards.md §2.2) or in words. All others end a case without a decision. */
function decides(resultType: string): boolean {
  return (
    /^0?[01]$/.test(resultType) ||
    /准予|许可|不予|出证|批准|同意|通过/.test(resultType.replace('不予受理', ''))
  )
}

/** What a step is called differs from office to office; the first line that fits decides. */
const STEP_WORDS: readonly (readonly [step: Step, words: RegExp])[] = [
  ['survey', /勘验|踏勘|勘查|现场/],
  ['issue', /制证|发证|颁证|送达|出证|办结/],
  ['decide', /决定|审批|核准|批准|签批|签发/],
  ['review', /审查|审核|初审|复审|复核/],
  ['accept', /受理|收件|接件/],
]

function stepOf({ processName = '', eventName = '' }: Readonly<Record<string, string>>): Step | undefined {
  const known = (text: string) => STEP_WORDS.find(([, words]) => words.test(text))?.[0]
  return known(processName) ?? known(eventName)
}
