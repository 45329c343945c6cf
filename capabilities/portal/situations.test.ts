import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { effectiveItem } from '#capabilities/case/model.ts'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { applies, askedMaterials, itemFor, situationOf, type FormValues } from '#ui/form/index.ts'
import { papersAsked } from './model.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
const SPLIT = items.filter(({ situations }) => situations !== undefined)

describe.each(SPLIT.map((item) => [item.name, item] as const))('%s', (_name, item) => {
  const choices = item.form.fields.filter(({ type }) => type === 'choice' || type === 'yes-no')
  const answers: fc.Arbitrary<FormValues> = fc
    .tuple(
      ...choices.map(({ name, options }) =>
        fc
          .constantFrom(...(options?.map(({ value }) => value) ?? ['yes', 'no']))
          .map((value) => [name, value] as const),
      ),
    )
    .map((entries) => Object.fromEntries(entries))

  test('CAT-17 portal, counter and server ask the same papers in the same time', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const no = situationOf(item, values)?.no
        expect(no).toBeDefined()
        const server = effectiveItem(item, item.process.procedure, { situation: no! })
        const asked = server.materials
          .filter(({ fromForm, shared }) => !fromForm && !shared)
          .filter((material) => applies(material, values, item.form) !== 'no')
          .map(({ id }) => id)
        // What the portal shows of a draft, and what the counter sorts its papers by.
        const shown = itemFor(item, values)
        const portal = papersAsked(shown, values, undefined).asked.map(({ material }) => material.id)
        const counter = askedMaterials(shown, values).filter(({ fromForm, shared }) => !fromForm && !shared)
        expect(portal).toEqual(asked)
        expect(counter.map(({ id }) => id)).toEqual(asked)
        expect(shown.promisedLimit).toEqual(server.promisedLimit)
        expect(shown.process.steps).toEqual(server.process.steps)
        expect(shown.fee).toEqual(server.fee)
      }),
      { numRuns: 100 },
    )
  })
})

test('CAT-17 a real item of the pack is split', () => {
  expect(SPLIT.map(({ id }) => id)).toContain('medical-manual-reimbursement')
})
