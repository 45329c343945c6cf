import { withOffset } from '#platform/clock.ts'
import type {
  DirectoryLineView,
  ImportField,
  ImportRowDetail,
  ImportRowView,
  ImportRunView,
  RowStanding,
} from '../contract/item-import-routes.ts'
import { CHOICES } from '../exchange-files/choices.ts'
import { FIELD_IDS, titleOf, type FieldId, type Line } from '../exchange-files/fields.ts'
import { asideText, changeSentence, doubtSentence, mendSentence } from '../exchange-files/report.ts'
import { DOUBTS } from '../words/exchange-files.ts'
import { catalogueWords } from '../words.ts'
import { itemImportWords as words, RUN_STATE_TITLES, STANDING_TITLES } from '../words/item-imports.ts'
import type { DirectoryLine } from './directory.ts'
import { isLine } from './judge.ts'
import type { ImportRow } from './rows.ts'
import type { RowCounts, Run } from './runs.ts'
import { ofDirectory } from './standing.ts'

type Names = ReadonlyMap<string, string>

export function sentenceOf(code: string): string {
  const sentence = (catalogueWords as Readonly<Record<string, string | ((facts: object) => string)>>)[code]
  return typeof sentence === 'function' ? sentence({}) : (sentence ?? code)
}

export function runView(run: Run, counts: RowCounts, names: Names): ImportRunView {
  const { id, name, state, failure, encoding, reached, total, by, at, confirmedBy, endedAt } = run
  return {
    ...{ id, name, state, stateText: RUN_STATE_TITLES[state] },
    ...(failure === null ? {} : { failure: sentenceOf(failure) }),
    ...(encoding === null ? {} : { encoding }),
    ...{ reached, total, by: names.get(by) ?? by, at: withOffset(at) },
    ...(confirmedBy === null ? {} : { confirmedBy: names.get(confirmedBy) ?? confirmedBy }),
    ...(endedAt === null ? {} : { endedAt: withOffset(endedAt) }),
    counts,
  }
}

/** What confirming will do; once nobody waits for a person, its numbers add up to the file. */
export function willDo(counts: RowCounts): string[] {
  const of = (standing: RowStanding, sentence: (count: number) => string) => {
    const count = counts[standing]
    return count === 0 ? [] : [sentence(count)]
  }
  return [
    ...of('changed', words.willDraft),
    ...of('new', words.willList),
    ...of('unchanged', words.willKeep),
    ...of('set-aside', words.willSetAside),
    ...of('not-a-row', words.willName),
  ]
}

export function rowView(row: ImportRow, names: Names = new Map()): ImportRowView {
  const { n, sheet, standing, name, code, item, plan } = row
  const note = noteOf(row, names)
  const listed = standing === 'listed' || standing === 'line-updated'
  const known = item === null || ofDirectory(item) !== undefined ? undefined : item
  return {
    ...{ n, sheet, row: row.row, standing, standingText: STANDING_TITLES[standing] },
    ...{ name: name || words.unnamed, code },
    ...(known === undefined ? {} : { item: known }),
    doubts: plan.doubts.map(doubtSentence),
    changes: plan.changes.map(changeSentence),
    mends: plan.mends.map(mendSentence),
    ...(note === undefined ? {} : { note }),
    ...(row.resultRef === null ? {} : listed ? { line: row.resultRef } : { change: row.resultRef }),
  }
}

function noteOf({ setAside, setAsideBy, resultCode, written }: ImportRow, names: Names): string | undefined {
  if (resultCode !== null) return sentenceOf(resultCode)
  if (setAside !== null) return words.setAside(setAside, names.get(setAsideBy ?? '') ?? '')
  return 'why' in written ? asideText(written) : undefined
}

export function rowDetail(row: ImportRow, standing: Line | undefined, names: Names): ImportRowDetail {
  const view = rowView(row, names)
  if (!isLine(row))
    return { ...view, fields: [], problems: [], text: 'text' in row.written ? row.written.text : '' }
  const { plan, written, mended } = row
  return {
    ...view,
    fields: FIELD_IDS.map((field) => fieldView(field, row, written.cells[field] ?? '', standing)),
    problems: plan.doubts.filter(({ field }) => field === undefined).map(doubtSentence),
    ...(mended === null ? {} : { mendedBy: names.get(row.mendedBy ?? '') ?? '' }),
  }
}

const LONG: ReadonlySet<FieldId> = new Set([
  ...(['byLaw', 'acceptCondition', 'materials', 'materialDetails', 'faqDetails', 'feeDetails'] as const),
])

function fieldView(
  field: FieldId,
  { plan, mended }: ImportRow,
  original: string,
  standing: Line | undefined,
): ImportField {
  const doubts = plan.doubts.filter((each) => each.field === field)
  const proposal = doubts.find((each) => each.proposal !== undefined)?.proposal
  const choice = CHOICES[field]
  const says = standing?.[field]
  return {
    ...{ field, title: titleOf(field), original, text: mended?.[field] ?? plan.line[field] ?? original },
    ...(says === undefined ? {} : { standing: says }),
    problems: doubts.map(({ code }) => DOUBTS[code]),
    ...(proposal === undefined ? {} : { proposal }),
    ...(choice && !choice.several && Object.keys(choice.titles).length <= 9
      ? { choices: Object.values(choice.titles) }
      : {}),
    long: LONG.has(field),
  }
}

export function lineView({ id, name, code, line, row }: DirectoryLine, from: string): DirectoryLineView {
  return { id, name, code, body: line.deptName ?? '', from, row }
}
