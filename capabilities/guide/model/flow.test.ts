import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { judge } from '#capabilities/catalogue/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { flowSentences, layoutFlow } from '#ui/chart/index.ts'
import { flowOf } from '../model.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
const licence = items.find(({ id }) => id === 'food-business-licence')!
const ways = ['容缺受理', '现场勘验', '听证', '延长期限', '变更'].map((title) => ({ title }))

describe.each(items.map((item) => [item.id, item] as const))('the chart of %s', (_, item) => {
  const flow = flowOf(item)

  test('has every step of the process in its order, each with its limit', () => {
    expect(flow.steps.map(({ name }) => name)).toEqual(item.process.steps.map(({ name }) => name))
    for (const { limit } of flow.steps) expect(limit).toMatch(/^(当场|\d+(\.\d+)?个工作日)$/u)
  })

  test('shows how a case comes back, is turned away or refused', () => {
    const kinds = flow.steps.flatMap(({ exits }) => exits.map(({ kind }) => kind))
    expect(kinds).toEqual(['return', 'refuse', 'refuse'])
  })
})

test('GUI-13/a changing the limit of a step in the process redraws the chart', () => {
  const at = licence.process.steps.findIndex(({ step }) => step === 'review')
  const steps = licence.process.steps.with(at, { ...licence.process.steps[at]!, limitWorkingDays: 9 })
  const changed = flowOf({ ...licence, process: { ...licence.process, steps } })
  for (const shape of ['lanes', 'column'] as const) {
    expect(layoutFlow(changed, shape)).not.toEqual(layoutFlow(flowOf(licence), shape))
    expect(JSON.stringify(layoutFlow(changed, shape))).toContain('9个工作日')
  }
  expect(flowSentences(changed).join('')).toContain('9个工作日')
})

test.each([[undefined], [Number.NaN], [-1]])('GUI-13/b a step with the limit %s fails the check', (limit) => {
  const [first, ...others] = licence.process.steps
  const steps = [{ ...first!, limitWorkingDays: limit as number }, ...others]
  const { findings, passes } = judge({ ...licence, process: { ...licence.process, steps } })
  expect(passes).toBe(false)
  expect(findings).toContainEqual(
    expect.objectContaining({ check: 'step-limit', what: `环节“${first!.name}”没有写时限` }),
  )
})

test('what the law may put in stands once, where it happens', () => {
  const { steps } = flowOf(licence, ways)
  expect(steps.find(({ name }) => name === '受理')!.beside).toEqual(['容缺受理'])
  const [review] = steps.filter(({ beside }) => beside.includes('听证'))
  expect(review!.name).toBe('审查')
  expect(review!.beside.filter((name) => name.includes('延长'))).toEqual(['延长期限'])
  expect(review!.beside).not.toContain('现场勘验')
  expect(review!.beside).not.toContain('变更')
})
