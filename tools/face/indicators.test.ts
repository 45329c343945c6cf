import fs from 'node:fs'
import { expect, test } from 'vitest'
import { indicators, OF_THE_STANDARD } from './indicators.ts'
import { accessibilityPage, PAGE } from './accessibility-page.ts'

test('the list has as many indicators as GB/T 37668-2019, numbered through', () => {
  expect(indicators).toHaveLength(OF_THE_STANDARD.reduce((sum, count) => sum + count, 0))
  expect(indicators.map(({ no }) => no)).toEqual(indicators.map((_each, at) => at + 1))
})

test.each(indicators.map((each) => [each.no, each.asks, each] as const))(
  '%i %s has a state and says what shows it',
  (_no, _asks, { state, evidence, wcag }) => {
    expect(['holds', 'does-not-arise', 'partly', 'unchecked']).toContain(state)
    expect(evidence.length).toBeGreaterThan(3)
    expect(wcag).toMatch(/^[1-4]\.[1-5]\.\d+$/)
  },
)

test('docs/accessibility.md is this list', () => {
  expect(fs.readFileSync(PAGE, 'utf8')).toBe(accessibilityPage())
})
