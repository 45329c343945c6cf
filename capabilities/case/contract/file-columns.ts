import { LIST_COLUMNS, USUAL_COLUMNS, type ListColumn } from './list-columns.ts'

/** What a column of the screen says, fact by fact: each is one column of a spreadsheet, the first is what the screen column is for. */
export const FILE_COLUMNS = {
  due: ['due-day', 'due-left', 'due-limit', 'due-overdue'],
  matter: ['matter-no', 'matter-item'],
  applicant: ['applicant'],
  standing: ['standing'],
  received: ['received-at', 'received-place'],
  waits: ['waits', 'owed-what', 'owed-day'],
  holder: ['holder'],
  body: ['body'],
} as const satisfies Readonly<Record<ListColumn, readonly string[]>>
export type FileColumn = (typeof FILE_COLUMNS)[ListColumn][number]

/** The title in the file, with the kind of its values where they are no plain text. */
export const FILE_TITLES: Readonly<Record<FileColumn, string>> = {
  'due-day': '到期日:day',
  'due-left': '剩余工作日:number',
  'due-limit': '哪个期限',
  'due-overdue': '超期情况',
  'matter-no': '办件编号',
  'matter-item': '事项',
  applicant: '申请人',
  standing: '办到哪一步',
  'received-at': '收件时间:moment',
  'received-place': '收件场所',
  waits: '等谁办理',
  'owed-what': '等我办的另一件事',
  'owed-day': '那件事的期限:day',
  holder: '认领人',
  body: '决定机关',
}

export const fileTitle = (name: FileColumn): string => FILE_TITLES[name].split(':')[0]!

/** One column of the file for one of the screen; the number belongs to the item, as the screen says both in its title. */
export function mainColumns(shown: readonly ListColumn[]): FileColumn[] {
  return shown.flatMap((name): readonly FileColumn[] =>
    name === 'matter' ? FILE_COLUMNS.matter : [FILE_COLUMNS[name][0]],
  )
}

/** Columns of the file by their own names, or all that a column of the screen stands for; what is neither is left out. */
export function askedColumns(names: readonly string[]): readonly FileColumn[] {
  const asked = names.flatMap((name): readonly FileColumn[] =>
    isFileColumn(name) ? [name] : isListColumn(name) ? FILE_COLUMNS[name] : [],
  )
  return asked.length > 0 ? [...new Set(asked)] : mainColumns(USUAL_COLUMNS)
}

const isFileColumn = (name: string): name is FileColumn => Object.hasOwn(FILE_TITLES, name)
const isListColumn = (name: string): name is ListColumn => (LIST_COLUMNS as readonly string[]).includes(name)
