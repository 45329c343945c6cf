import type { Actor } from '#engine/actor.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import { askedOf, columnsOf, sheetFile, type Asked, type SheetFile } from '#ui/format/sheet.ts'
import type { Cell } from '#ui/format/csv.ts'
import type { CaseSummary } from '../contract.ts'
import { isNamedRange, RANGE_TITLES, rangeWords } from '../contract/day-range.ts'
import { askedColumns, FILE_TITLES, type FileColumn } from '../contract/file-columns.ts'
import { overdueWords } from '../contract/limit-view.ts'
import { PROCEDURE_TITLES, STATE_TITLES } from '../contract/titles.ts'
import { list, type ListParts, type ListRequest } from './list.ts'

/** More lines than anybody works off from a spreadsheet; a longer list wants a filter. */
const LINES_MAX = 2_000
const PAGE = 100

export interface ListFileRequest extends Omit<ListRequest, 'limit' | 'cursor'> {
  /** Columns of the file or of the screen, in their order; all that there are unless said otherwise. */
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
  const drawn = columns === undefined ? EVERYTHING : askedColumns(columns.split(','))
  return sheetFile({
    title: '办件列表',
    name: nameOf(request),
    columns: columnsOf(...drawn.map((name) => FILE_TITLES[name])),
    rows: lines.map((one) => drawn.map((name) => IN_FILE[name](one))),
    asked: asked(request, lines, legalDay(now)),
    more: cursor !== undefined,
  })
}

/** All there are, in the order of the counter’s own book. */
const EVERYTHING: readonly FileColumn[] = [
  ...(['matter-no', 'matter-item', 'applicant', 'standing', 'waits', 'due-day', 'due-left'] as const),
  ...(['due-limit', 'due-overdue', 'holder', 'received-place', 'body', 'received-at'] as const),
  ...(['owed-what', 'owed-day'] as const),
]

/** The day that the screen shows: of what was asked of this reader, else of the step. */
const dayOf = ({ owed, ...step }: CaseSummary) => owed ?? step

const IN_FILE: Readonly<Record<FileColumn, (one: CaseSummary) => Cell>> = {
  'due-day': (one) => dayOf(one).dueDay,
  'due-left': (one) => dayOf(one).workingDaysLeft?.toString(),
  'due-limit': (one) => dayOf(one).limit?.title,
  'due-overdue': ({ overdue = [] }) => overdue.map(overdueWords).join('；'),
  'matter-no': ({ no }) => no,
  'matter-item': ({ itemName }) => itemName,
  applicant: ({ applicant }) => applicant,
  standing: ({ stateText }) => stateText,
  'received-at': ({ receivedAt }) => receivedAt,
  'received-place': ({ acceptPlace }) => acceptPlace,
  waits: ({ waitsAt, waitsFor }) => [waitsAt, waitsFor].filter(Boolean).join(' '),
  'owed-what': ({ owed }) => owed?.what,
  'owed-day': ({ owed }) => owed?.dueDay,
  holder: ({ holder }) => holder?.name,
  body: ({ decidingBody }) => decidingBody,
}

/** `办件-本周收件`: a file in a folder of downloads says which list it is. */
function nameOf({ queue = 'mine', state, received, due }: ListFileRequest): string {
  return [
    '办件',
    queue === 'all' ? undefined : QUEUE_TITLES[queue],
    state && (STATE_TITLES as Titles)[state],
    received && `${shortRange(received)}收件`,
    due && `${shortRange(due)}到期`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('-')
}

const shortRange = (range: string): string =>
  isNamedRange(range) ? RANGE_TITLES[range] : range.replace('~', '到')

type Titles = Readonly<Record<string, string>>

const QUEUE_TITLES = { mine: '等我办', approvals: '待我批', open: '全部在办', all: '含已办结' } as const
const HOLDER_TITLES = { mine: '我认领的', nobody: '未认领', other: '他人认领的' } as const

function asked(request: ListFileRequest, lines: readonly CaseSummary[], today: LegalDay): Asked[] {
  const { queue = 'mine', state, item, procedure, holder, projects, applicant, no } = request
  const { received, due } = request
  return askedOf({
    范围: QUEUE_TITLES[queue],
    状态: state && (STATE_TITLES as Titles)[state],
    事项: item && (lines[0]?.itemName ?? item),
    办件类型: procedure && (PROCEDURE_TITLES as Titles)[procedure],
    认领: holder && HOLDER_TITLES[holder],
    直通车: projects && '只看直通车项目',
    申请人: applicant,
    收件日: received && rangeWords(received, today),
    到期日: due && rangeWords(due, today),
    办件编号: no,
  })
}
