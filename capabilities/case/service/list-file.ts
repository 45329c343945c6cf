import type { Actor } from '#engine/actor.ts'
import { askedOf, columnsOf, sheetFile, type Asked, type SheetFile } from '#ui/format/sheet.ts'
import type { Cell } from '#ui/format/csv.ts'
import type { CaseSummary } from '../contract.ts'
import { chosenColumns, type ListColumn } from '../contract/list-columns.ts'
import { PROCEDURE_TITLES, STATE_TITLES } from '../contract/titles.ts'
import { list, type ListParts, type ListRequest } from './list.ts'

/** More lines than anybody works off from a spreadsheet; a longer list wants a filter. */
const LINES_MAX = 2_000
const PAGE = 100

export interface ListFileRequest extends Omit<ListRequest, 'limit' | 'cursor'> {
  /** Columns of the screen, in their order; all that there are unless said otherwise. */
  columns?: string
}

/** The same list as a file: what this person may see, masked as on the screen. */
export async function listFile(
  parts: ListParts,
  actor: Actor,
  now: string,
  { columns, ...request }: ListFileRequest,
): Promise<SheetFile> {
  const lines: CaseSummary[] = []
  let cursor: string | undefined
  do {
    const page = await list(parts, actor, now, { ...request, limit: PAGE, ...(cursor ? { cursor } : {}) })
    lines.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && lines.length < LINES_MAX)
  const drawn = columns === undefined ? EVERYTHING : theseColumns(chosenColumns(columns.split(',')))
  return sheetFile({
    title: '办件列表',
    columns: drawn.flatMap(({ titles }) => columnsOf(...titles)),
    rows: lines.map((one) => drawn.flatMap(({ cells }) => cells(one))),
    asked: asked(request, lines),
    more: cursor !== undefined,
  })
}

/** Columns of the file that belong together, with what stands in them. */
interface Stretch {
  titles: readonly string[]
  cells(one: CaseSummary): Cell[]
}

const EVERYTHING: readonly Stretch[] = [
  {
    titles: [
      ...['办件编号', '事项', '申请人', '办到哪一步', '等谁办理', '到期日:day', '剩余工作日:number'],
      ...['认领人', '收件场所', '决定机关', '收件时间:moment', '等我办的另一件事', '那件事的期限:day'],
    ],
    cells: line,
  },
]

function line(one: CaseSummary): Cell[] {
  const { no, itemName, applicant, stateText, waitsFor, dueDay, workingDaysLeft, holder, owed } = one
  return [
    ...[no, itemName, applicant, stateText, waitsFor, dueDay, workingDaysLeft?.toString(), holder?.name],
    ...[one.acceptPlace, one.decidingBody, one.receivedAt, owed?.what, owed?.dueDay],
  ]
}

/** What a column of the screen says, and nothing of a column that is not shown; the day is the one on the screen. */
const IN_FILE: Readonly<Record<ListColumn, Stretch>> = {
  due: {
    titles: ['到期日:day', '剩余工作日:number'],
    cells: ({ owed, ...step }) => {
      const { dueDay, workingDaysLeft } = owed ?? step
      return [dueDay, workingDaysLeft?.toString()]
    },
  },
  matter: { titles: ['办件编号', '事项'], cells: ({ no, itemName }) => [no, itemName] },
  applicant: { titles: ['申请人'], cells: ({ applicant }) => [applicant] },
  standing: { titles: ['办到哪一步'], cells: ({ stateText }) => [stateText] },
  received: {
    titles: ['收件场所', '收件时间:moment'],
    cells: ({ acceptPlace, receivedAt }) => [acceptPlace, receivedAt],
  },
  waits: { titles: ['等谁办理'], cells: ({ waitsFor }) => [waitsFor] },
  holder: { titles: ['认领人'], cells: ({ holder }) => [holder?.name] },
  body: { titles: ['决定机关'], cells: ({ decidingBody }) => [decidingBody] },
}

const theseColumns = (chosen: readonly ListColumn[]): Stretch[] => chosen.map((name) => IN_FILE[name])

type Titles = Readonly<Record<string, string>>

const QUEUE_TITLES = { mine: '等我办', approvals: '待我批', open: '全部在办', all: '含已办结' } as const
const HOLDER_TITLES = { mine: '我认领的', nobody: '未认领', other: '他人认领的' } as const

function asked(request: ListFileRequest, lines: readonly CaseSummary[]): Asked[] {
  const { queue = 'mine', state, item, procedure, holder, projects, applicant, no } = request
  return askedOf({
    范围: QUEUE_TITLES[queue],
    状态: state && (STATE_TITLES as Titles)[state],
    事项: item && (lines[0]?.itemName ?? item),
    办件类型: procedure && (PROCEDURE_TITLES as Titles)[procedure],
    认领: holder && HOLDER_TITLES[holder],
    直通车: projects && '只看直通车项目',
    申请人: applicant,
    办件编号: no,
  })
}
