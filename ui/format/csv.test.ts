import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('a spreadsheet opens the file as it is: mark, line ends, quotes', () => {
  expect(
    csv(
      ['一', '二'],
      [
        ['甲,乙', undefined],
        ['说“好”"', 3],
      ],
    ),
  ).toBe('\uFEFF一,二\r\n"甲,乙",\r\n"说“好”""",3\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['@cmd', "'@cmd"],
  ['-2', "'-2"],
  // Case numbers keep all their digits.
  ['3703045000202603160000017', "'3703045000202603160000017"],
  ['370304500020260316000001X', '370304500020260316000001X'],
  ['2026-03-16', '2026-03-16'],
])('%s is written %s', (value, written) => {
  expect(csv(['一'], [[value]])).toBe(`\uFEFF一\r\n${written}\r\n`)
})
