import { expect, test } from 'vitest'
import { detailsOf, detailsProblems, typedDetails } from './outside-details.ts'

const KNOWN = { promisedDays: 20, materials: ['申请表'] }

test.each([
  ['nothing was said and nothing is', {}, { days: '', papers: '' }, {}],
  ['days in wide figures', {}, { days: ' １５ ', papers: '' }, { promisedDays: 15 }],
  [
    'one paper a line, each once',
    {},
    { days: '', papers: '申请表\n\n 户口簿 \n申请表' },
    { materials: ['申请表', '户口簿'] },
  ],
  [
    'papers that are gone are said to be gone',
    KNOWN,
    { days: '20', papers: '' },
    { promisedDays: 20, materials: [] },
  ],
] as const)('what an outside item says is read from what is typed: %s', (_case, known, typed, expected) => {
  expect(detailsProblems(typed, known as typeof KNOWN)).toEqual({})
  expect(detailsOf(typed, known as typeof KNOWN)).toEqual(expected)
})

test('what is known stands in the fields and comes back unchanged', () => {
  expect(detailsOf(typedDetails(KNOWN), KNOWN)).toEqual(KNOWN)
})

test.each([
  ['no number', { days: '尽快', papers: '' }, 'days'],
  ['days that were known left empty', { days: '', papers: '申请表' }, 'days'],
  [
    'more papers than a list takes',
    { days: '20', papers: Array.from({ length: 61 }, (_, n) => `材料${n}`).join('\n') },
    'papers',
  ],
  ['a name too long', { days: '20', papers: '材'.repeat(101) }, 'papers'],
] as const)('what cannot be kept is said beside its field: %s', (_case, typed, wrong) => {
  expect(Object.keys(detailsProblems(typed, KNOWN))).toEqual([wrong])
})
