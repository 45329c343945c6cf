import { describe, expect, test } from 'vitest'
import { areaOfCaseNumber, caseNumber, checkCharacter, isCaseNumber } from './case-number.ts'

describe('办件编号 carries the check character of ISO 7064 MOD 37,36', () => {
  // Published example of the same system: the Global Release Identifier A1-2425G-ABC1234002-M.
  test.each([
    ['A12425GABC1234002', 'M'],
    ['0', '2'],
    ['', '1'],
  ])('%s → %s', (text, check) => {
    expect(checkCharacter(text)).toBe(check)
  })

  const whole = caseNumber({ area: '370304', tier: 4, department: '043', day: '2026-11-22', serial: 42 })

  test('area, tier, department, day and serial stand in their places', () => {
    expect(whole.slice(0, -1)).toBe('370304404320261122000042')
    expect(areaOfCaseNumber(whole)).toBe('370304')
    expect(isCaseNumber(whole)).toBe(true)
  })

  test('one digit mistyped is noticed, wherever it stands and whatever it became', () => {
    const slips = [...whole.slice(0, -1)].flatMap((was, at) =>
      [...'0123456789']
        .filter((other) => other !== was)
        .map((other) => whole.slice(0, at) + other + whole.slice(at + 1)),
    )
    expect(slips.filter(isCaseNumber)).toEqual([])
  })

  test.each(['', whole.slice(0, -1), `${whole}0`, ` ${whole}`, whole.toLowerCase().replace(/.$/, '-')])(
    '“%s” is no case number',
    (text) => {
      expect(isCaseNumber(text)).toBe(false)
    },
  )
})
