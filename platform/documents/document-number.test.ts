import { expect, test } from 'vitest'
import { documentNumber } from './document-number.ts'

test.each([
  [{ code: '博审批受', year: 2026, sequence: 1 }, '博审批受〔2026〕1号'],
  [{ code: ' 博石镇许 ', year: 2027, sequence: 1203 }, '博石镇许〔2027〕1203号'],
])('%o is written in hexagonal brackets', (number, written) => {
  expect(documentNumber(number)).toBe(written)
})

test.each([
  [{ code: ' ', year: 2026, sequence: 1 }, 'code'],
  [{ code: '博', year: 26, sequence: 1 }, 'year'],
  [{ code: '博', year: 2026, sequence: 0 }, 'sequence'],
  [{ code: '博', year: 2026, sequence: 1.5 }, 'sequence'],
])('%o is no document number', (number, part) => {
  expect(() => documentNumber(number)).toThrow(part)
})
