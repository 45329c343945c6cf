import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../contract.ts'
import { readItems } from '../index.ts'
import { easing, isEasier } from './easing.ts'

const ITEM = readItems(path.join(packFolder('boshan-2020'), 'items')).items.find(
  ({ id }) => id === 'food-business-licence',
)!
const { materials, process, promisedLimit, form } = ITEM
const paper = materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!
const amount = promisedLimit.amount
const survey = process.steps.find(({ step }) => step === 'survey')!
const line = { name: '工本费', standard: '10元', basis: '示例文件', reducible: false }
const PAID: Partial<ItemVersion> = { fee: { charged: true, basis: '示例文件', lines: [line] } }
const otherPaper = (change: Partial<typeof paper>) => ({
  materials: materials.map((one) => (one === paper ? { ...paper, ...change } : one)),
})
const another = { ...paper, id: 'one-more', name: '又一份材料' }

test.each<[what: string, now: Partial<ItemVersion>, easier: boolean, before?: Partial<ItemVersion>]>([
  ['nothing but the number', {}, false],
  ['a paper less', { materials: materials.filter((one) => one !== paper) }, true],
  ['a paper more', { materials: [...materials, another] }, false],
  ['one paper for another', { materials: materials.map((one) => (one === paper ? another : one)) }, false],
  ['a paper the office looks up', otherPaper({ shared: '部门间核对' }), true],
  ['a copy less', otherPaper({ copies: 0 }), true, otherPaper({ copies: 2 })],
  [
    'a copy less, and only as paper',
    otherPaper({ copies: 0, medium: 'paper' }),
    false,
    otherPaper({ copies: 2, medium: 'both' }),
  ],
  [
    'an original less and a copy more',
    otherPaper({ originals: 0, copies: 3 }),
    false,
    otherPaper({ originals: 1, copies: 0 }),
  ],
  ['another standard for a paper', otherPaper({ acceptStandard: '另一种要求。' }), false],
  ['a shorter promise', { promisedLimit: { ...promisedLimit, amount: amount - 1 } }, true],
  ['a longer promise', { promisedLimit: { ...promisedLimit, amount: amount + 1 } }, false],
  [
    'a promise in days of another kind',
    { promisedLimit: { ...promisedLimit, amount: 1, unit: 'calendar-day' } },
    false,
  ],
  [
    'fewer days, counted from an earlier event',
    { promisedLimit: { ...promisedLimit, amount: amount - 1, from: 'receipt' } },
    false,
  ],
  ['a visit less', { visits: 0 }, true, { visits: 1 }],
  ['a visit more', { visits: 3 }, false, { visits: 1 }],
  ['no fee any more', { fee: { charged: false } }, true, PAID],
  ['a fee less', { fee: { charged: true, basis: '示例文件', lines: [] } }, true, PAID],
  [
    'a fee of another amount',
    { fee: { charged: true, basis: '示例文件', lines: [{ ...line, standard: '5元' }] } },
    false,
    PAID,
  ],
  ['a fee where there was none', PAID, false, { fee: { charged: false } }],
  ['a condition less', { conditions: ITEM.conditions.slice(1) }, true],
  ['a condition more', { conditions: [...ITEM.conditions, '又一个条件。'] }, false],
  ['a step less', { process: { ...process, steps: process.steps.filter((one) => one !== survey) } }, true],
  ['another procedure', { process: { ...process, procedure: 'on-the-spot' }, visits: 0 }, false],
  [
    'a question that must be answered',
    {
      form: {
        ...form,
        fields: [...form.fields, { name: 'more', label: '又一问', type: 'text', required: true }],
      },
    },
    false,
  ],
  [
    'another phone and a shorter promise',
    { enquiryPhone: '0533-1234567', promisedLimit: { ...promisedLimit, amount: amount - 1 } },
    true,
  ],
  [
    'a shorter promise and another deciding body',
    { decidingBody: { kind: 'town' }, promisedLimit: { ...promisedLimit, amount: amount - 1 } },
    false,
  ],
  ['only another phone', { enquiryPhone: '0533-1234567' }, false],
])(
  'a later version is easier for whoever applied under the one before, or it is not: %s',
  (_what, now, easier, before = {}) => {
    const was = { ...ITEM, ...before }
    expect(isEasier(easing(was, { ...was, version: was.version + 1, ...now }))).toBe(easier)
  },
)
