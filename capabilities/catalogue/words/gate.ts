import type { Severity } from '../gate/check.ts'

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  block: '必须改',
  warn: '提醒',
  off: '不检查',
}

export const QUALITY_COLUMNS = [
  ...['事项', '事项编号', '版本:number', '得分:number', '能否发布', '要素齐全（共26项）:number'],
  ...['轻重', '检查', '问题', '怎么改', '依据'],
] as const

export const gateWords = {
  file: '事项质量清单',
  passes: '可以发布',
  fails: '改好才能发布',
  item: '事项',
  check: '检查',
  severity: '轻重',
}
