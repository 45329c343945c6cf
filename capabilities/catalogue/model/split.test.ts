import { expect, test } from 'vitest'
import { readStandards } from '../situations/standards.ts'
import type { ItemVersion } from '../contract.ts'
import type { Situation } from '../contract/situation.ts'
import { REAL } from './layers/testing.ts'
import { splitFlaws } from './split.ts'

const { standards } = readStandards()
const { steps } = REAL.process
const choice = { name: 'kindOfShop', label: '经营方式', type: 'choice' as const, required: true }
const options = ['shop', 'canteen', 'online'].map((value) => ({ value, label: `${value}店` }))
const ITEM: ItemVersion = {
  ...REAL,
  form: {
    ...REAL.form,
    fields: [
      ...REAL.form.fields,
      { ...choice, options },
      { name: 'moved', label: '换了地方', type: 'yes-no', required: true },
      { name: 'why', label: '原因', type: 'text', required: true },
      { name: 'rarely', label: '偶尔问', type: 'yes-no', required: false },
    ],
  },
}
const papers = ITEM.materials.map(({ id }) => id)
const situation = (no: string, equals: string | string[], more: Partial<Situation> = {}): Situation => ({
  ...{ no, name: `情形${no}`, standard: 'grassroots@1', when: [{ field: 'kindOfShop', equals }] },
  ...more,
})
/** Online there is nothing to look at: a paper less and no survey. */
const online = situation('02', 'online', {
  materials: papers.slice(0, -1),
  steps: steps.filter(({ step }) => step !== 'survey'),
  promisedLimit: {
    ...ITEM.promisedLimit,
    amount: steps
      .filter(({ step }) => step !== 'survey')
      .reduce((sum, step) => sum + step.limitWorkingDays, 0),
  },
})
const SOUND = [situation('01', ['shop', 'canteen']), online]
const flawsOf = (situations: Situation[]) => splitFlaws({ ...ITEM, situations }, standards)

test('situations that keep the standard have nothing against them', () => {
  expect(flawsOf(SOUND)).toEqual([])
  expect(splitFlaws(ITEM, standards)).toEqual([])
})

test.each<[string, Situation[], string]>([
  [
    'a standard nobody has written',
    [
      { ...SOUND[0]!, standard: 'grassroots@9' },
      { ...online, standard: 'grassroots@9' },
    ],
    'standard-unknown',
  ],
  [
    'two versions of the standard at once',
    [SOUND[0]!, { ...online, standard: 'grassroots@2' }],
    'standard-unknown',
  ],
  ['the same number twice', [SOUND[0]!, { ...online, no: '01' }], 'number-twice'],
  ['one situation only', [situation('01', ['shop', 'canteen', 'online'])], 'too-few'],
  ['somebody in two', [situation('01', ['shop', 'canteen', 'online']), online], 'overlap'],
  ['somebody in none', [situation('01', 'shop'), online], 'gap'],
  [
    'nothing that differs',
    [situation('01', ['shop', 'canteen']), situation('02', 'online')],
    'no-difference',
  ],
  [
    'more days than the item',
    [SOUND[0]!, { ...online, promisedLimit: { amount: 60, unit: 'working-day' } }],
    'longer',
  ],
  [
    'days that no step answers for',
    [SOUND[0]!, { ...online, promisedLimit: { amount: 1, unit: 'working-day' } }],
    'steps-differ',
  ],
  [
    'a paper the item has not',
    [SOUND[0]!, { ...online, materials: [...papers, 'family-tree'] }],
    'unknown-paper',
  ],
  ['without the application form', [SOUND[0]!, { ...online, materials: papers.slice(1) }], 'form-missing'],
  [
    'a paper that no situation asks',
    [situation('01', ['shop', 'canteen'], { materials: papers.slice(0, -2) }), online],
    'paper-nowhere',
  ],
  [
    'a question the form has not',
    [SOUND[0]!, { ...online, when: [{ field: 'nothing', equals: 'x' }] }],
    'unknown-question',
  ],
  [
    'an answer the question has not',
    [SOUND[0]!, situation('02', ['online', 'market'], { materials: online.materials! })],
    'unknown-answer',
  ],
  [
    'a question one need not answer',
    [SOUND[0]!, { ...online, when: [{ field: 'rarely', equals: 'yes' }] }],
    'question-not-asked-of-all',
  ],
  [
    'a question without choices',
    [SOUND[0]!, { ...online, when: [{ field: 'why', equals: 'x' }] }],
    'kind-of-question',
  ],
])('CAT-17/a a situation that breaks a rule is refused: %s', (_title, situations, code) => {
  expect(flawsOf(situations).map((flaw) => flaw.code)).toContain(code)
})

test('CAT-17/a who falls into none is said by the answers that lead there', () => {
  const two = [
    situation('01', ['shop', 'canteen'], {
      when: [
        { field: 'kindOfShop', equals: ['shop', 'canteen'] },
        { field: 'moved', equals: 'no' },
      ],
    }),
    online,
  ]
  expect(flawsOf(two)).toContainEqual({ code: 'gap', facts: ['经营方式：shop店', '换了地方：是'] })
})

test('CAT-17/b each situation shows the version of the standard it was split under', () => {
  expect(standards.map(({ id, version }) => `${id}@${version}`)).toContain('grassroots@1')
  for (const { standard } of SOUND) expect(standard).toBe('grassroots@1')
  // Under another version of the rules the same split may be one no longer.
  const stricter = standards.map((standard) => ({
    ...standard,
    version: 2,
    rules: { ...standard.rules, least: 3 },
  }))
  const anew = SOUND.map((one) => ({ ...one, standard: 'grassroots@2' }))
  expect(splitFlaws({ ...ITEM, situations: anew }, [...standards, ...stricter])).toEqual([
    { code: 'too-few' },
  ])
  expect(splitFlaws({ ...ITEM, situations: SOUND }, [...standards, ...stricter])).toEqual([])
})
