import { expect, test } from 'vitest'
import { faqSince } from '../model.ts'

const faq = (answer: string) => [{ question: '要多久？', answer }]
const versions = [
  { version: 1, effectiveFrom: '2024-01-01', faq: faq('十天') },
  { version: 2, effectiveFrom: '2025-03-01', faq: faq('五天') },
  { version: 3, effectiveFrom: '2026-01-01', faq: faq('五天') },
  {
    ...{ version: 4, effectiveFrom: '2026-06-01', faq: faq('五天') },
    guide: { commonErrors: [{ wrong: '身份证过期', right: '先换领' }] },
  },
]

test.each([
  [1, '2024-01-01'],
  [2, '2025-03-01'],
  [3, '2025-03-01'],
  [4, '2026-06-01'],
])('GUI-18/b the answers of version %i were last changed on %s', (version, day) => {
  expect(faqSince(versions, versions[version - 1]!)).toBe(day)
})
