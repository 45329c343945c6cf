import type { ReportLine } from '../contract/reports.ts'

/** A condition that holds when nothing is at fault. */
export function mustBeEmpty(title: string, faults: readonly string[], well: string, ill: string): ReportLine {
  const names = [...faults]
  return {
    title,
    standing: names.length === 0 ? 'good' : 'bad',
    text: names.length === 0 ? well : ill,
    names,
  }
}

export const holds = (title: string, good: boolean, well: string, ill: string): ReportLine => ({
  ...{ title, standing: good ? 'good' : 'bad', text: good ? well : ill, names: [] },
})

/** What is told without being judged. */
export const told = (title: string, text: string, names: readonly string[] = []): ReportLine => ({
  ...{ title, standing: 'none', text, names: [...names] },
})

/** `2/5（40.0%）`, cut and not rounded up: what falls short never reads 100%. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '没有可计算的'
  return `${part}/${whole}（${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%）`
}

export const atLeastAll = (
  title: string,
  part: number,
  whole: number,
  names: readonly string[] = [],
): ReportLine => ({
  title,
  standing: whole === 0 ? 'none' : part < whole ? 'bad' : 'good',
  text: share(part, whole),
  names: [...names],
})
