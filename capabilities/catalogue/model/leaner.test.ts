import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../contract.ts'
import { readItems } from '../load.ts'
import { burdenOf, compareVersions, type Comparison } from './leaner.ts'

const ITEM = readItems(path.join(packFolder('boshan-2020'), 'items')).items.find(
  ({ id }) => id === 'food-business-licence',
)!
const next = (change: Partial<ItemVersion>): ItemVersion => ({ ...ITEM, version: 2, ...change })
const { process, materials } = ITEM
const paper = materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!
const survey = process.steps.find(({ step }) => step === 'survey')!
const { steps, demanded } = burdenOf(ITEM)
const all = materials.length

test.each<[string, Partial<ItemVersion>, Partial<Comparison>]>([
  [
    'nothing but the number',
    {},
    { changes: [], stepsDropped: [], materialsDropped: [], materialsShared: [] },
  ],
  [
    'a step less, and its days',
    {
      process: { ...process, steps: process.steps.filter((step) => step !== survey) },
      promisedLimit: { ...ITEM.promisedLimit, amount: 5 },
    },
    {
      changes: [
        { measure: 'steps', before: steps, after: steps - 1 },
        { measure: 'days', before: 8, after: 5 },
      ],
      stepsDropped: [survey.name],
    },
  ],
  [
    'a paper less',
    { materials: materials.filter((material) => material !== paper) },
    {
      changes: [
        { measure: 'materials', before: all, after: all - 1 },
        { measure: 'demanded', before: demanded, after: demanded - 1 },
      ],
      materialsDropped: [paper.name],
    },
  ],
  [
    'a paper that is now written into the form: still listed, and nobody brings it',
    { materials: materials.map((each) => (each === paper ? { ...each, fromForm: true } : each)) },
    { changes: [{ measure: 'demanded', before: demanded, after: demanded - 1 }], materialsDropped: [] },
  ],
  [
    'a paper that the office looks up for itself',
    {
      materials: materials.map((material) =>
        material === paper ? { ...paper, shared: '电子证照库' } : material,
      ),
    },
    {
      changes: [{ measure: 'demanded', before: demanded, after: demanded - 1 }],
      materialsShared: [paper.name],
      materialsDropped: [],
    },
  ],
  [
    'a visit less and a question less',
    { visits: 0, form: { ...ITEM.form, fields: ITEM.form.fields.slice(1) } },
    {
      changes: [
        { measure: 'fields', before: ITEM.form.fields.length, after: ITEM.form.fields.length - 1 },
        { measure: 'visits', before: ITEM.visits, after: 0 },
      ].filter(({ before, after }) => before !== after) as Comparison['changes'],
    },
  ],
  [
    'heavier than before, which shows too',
    { visits: 3, materials: [...materials, { ...paper, id: 'one-more', name: '又一份材料' }] },
    { materialsAdded: ['又一份材料'] },
  ],
  [
    'days of another kind are not compared',
    { promisedLimit: { amount: 5, unit: 'calendar-day' } },
    { changes: [], unitsDiffer: true },
  ],
])('CAS-22 a version beside the one before it: %s', (_title, change, expected) => {
  expect(compareVersions(ITEM, next(change))).toMatchObject({ from: 1, to: 2, ...expected })
})
