import { columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { ComparedItem } from './comparison.ts'
import type { ChannelDifferences } from './service.ts'

const text = (lines: readonly string[]): string => lines.join('\n')

/** 七项统一对照表: a line for each wording of a field that is not the same everywhere. */
export function comparisonFile(items: readonly ComparedItem[]): SheetFile {
  const rows = items.flatMap(({ name, differences }) =>
    differences.flatMap(({ fieldTitle, says }) =>
      says.map(({ lines, holders }) => [name, fieldTitle, text(lines), holders.join('、'), holders.length]),
    ),
  )
  return sheetFile({
    ...{ title: '服务指南七项统一对照', asked: [], more: false, rows },
    columns: columnsOf('事项', '不一致的内容', '写法', '哪些地方这样写', '处数:number'),
  })
}

export function channelFile({ lines, more }: ChannelDifferences): SheetFile {
  const rows = lines.flatMap(({ name, channelTitle, placeName, byHand, fields }) =>
    fields.map(({ fieldTitle, source, copy }) => [
      ...[name, channelTitle, placeName, fieldTitle, text(source), text(copy)],
      byHand ? '人工改动' : '尚未同步',
    ]),
  )
  return sheetFile({
    ...{ title: '办事指南渠道差异', asked: [], more, rows },
    columns: columnsOf('事项', '渠道', '场所', '不一致的内容', '应当是', '现在是', '原因'),
  })
}
