export interface DocumentNumber {
  /** 机关代字, for example 博审批受. */
  code: string
  year: number
  /** 序号 as allotted; official numbers are never padded with zeros. */
  sequence: number
}

/**
 * 文号: 机关代字〔年份〕序号号. The year stands in hexagonal brackets, the number has neither 第 nor leading zeros (GB/T
 * 9704).
 */
export function documentNumber({ code, year, sequence }: DocumentNumber): string {
  if (code.trim() === '') throw new Error('A document number needs the code of its body')
  if (!Number.isInteger(year) || year < 1949 || year > 9999)
    throw new Error(`Not a year of a document: ${year}`)
  if (!Number.isInteger(sequence) || sequence < 1) throw new Error(`Not a sequence number: ${sequence}`)
  return `${code.trim()}〔${year}〕${sequence}号`
}
