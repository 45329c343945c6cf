import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { check } from '#ui/form/index.ts'
import { birthdayOf } from '#ui/form/citizen-id.ts'
import { SAMPLE_REGIONS, sampleFaults, sampleValues } from './model/sample.ts'

/** What people come for most: each has a form filled in by a person, common errors and answers in every county that offers it. */
const MOST_USED = [
  ...['identity-card', 'newborn-household-registration', 'death-household-cancellation', 'residence-permit'],
  ...[
    'birth-service-registration',
    'elderly-allowance',
    'senior-preferential-card',
    'disability-certificate',
  ],
  ...['disability-two-subsidies', 'subsistence-allowance', 'extreme-poverty-support', 'temporary-assistance'],
  ...['temporary-assistance-small', 'resident-medical-insurance-enrolment', 'resident-pension-claim'],
  ...['social-insurance-enrolment-residents', 'medical-manual-reimbursement', 'off-site-medical-filing'],
  ...['unemployment-registration', 'unemployment-benefit', 'individual-household-registration'],
  ...['food-business-licence', 'veteran-arrival-registration', 'startup-guaranteed-loan'],
]
const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']
const TODAY = '2026-11-23'

describe.each(PACKS)('%s', (pack) => {
  const { items } = readItems(path.join(packFolder(pack), 'items'))
  const told = items.filter(({ guide }) => guide?.example !== undefined)

  test('GUI-11 the sample of every item is a form that would be taken', () => {
    const faults = items.map((item) => [item.id, sampleFaults(item).map(({ message }) => message)] as const)
    expect(faults.filter(([, messages]) => messages.length > 0)).toEqual([])
  })

  test('a sample somebody wrote holds on the day it is read: ages, sexes and days agree', () => {
    for (const item of told)
      expect([
        item.id,
        check(item.form, sampleValues(item), { regions: SAMPLE_REGIONS, today: TODAY }),
      ]).toEqual([item.id, []])
  })

  test('what people come for most has its sample, three answers, its errors and the look of its result', () => {
    const said = new Map(
      items.map((item) => [
        item.id,
        {
          sample: item.form.fields
            .filter(({ required, showWhen }) => required && showWhen === undefined)
            .filter(({ name }) => item.guide?.example?.[name] === undefined)
            .map(({ label }) => label),
          errors: (item.guide?.commonErrors ?? []).length >= 2,
          answers: item.faq.length >= 3,
          result: item.result.type === '4' || item.result.sampleNote !== undefined,
        },
      ]),
    )
    for (const id of MOST_USED)
      expect([id, said.get(id)]).toEqual([id, { sample: [], errors: true, answers: true, result: true }])
  })

  test('nobody in a sample can be taken for a person', () => {
    for (const item of told) {
      const words = JSON.stringify(item.guide!.example)
      expect([item.id, ...words.matchAll(/1[3-8]\d{9}(?!\d)/gu)]).toEqual([item.id])
      for (const { name } of item.form.fields.filter(({ type }) => type === 'citizen-id')) {
        const id = item.guide!.example![name]
        if (id === undefined || id === '不填') continue
        expect([id.slice(0, 6), birthdayOf(id) < '1910-01-01']).toEqual(['990000', true])
      }
    }
  })
})
