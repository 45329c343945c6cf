import { expect, test } from 'vitest'
import type { AllowedAct, MaterialView } from '#capabilities/case/contract.ts'
import type { Checklist, Verdict } from './checklist.ts'
import { gapsOf } from './gap-offer.ts'

const act = (options?: readonly string[]): AllowedAct => ({
  ...{ act: 'accept-with-gaps', title: '容缺受理', tone: 'normal', input: {} },
  fields: [
    ...(options === undefined
      ? []
      : [
          {
            ...{ name: 'gaps', label: '以后补交的材料', type: 'choices' as const, required: true },
            options: options.map((value) => ({ value, label: value })),
          },
        ]),
    { name: 'inOrder', label: '其余材料已核对', type: 'yes-no', required: true, sent: 'boolean' },
  ],
})

test.each<[string, [MaterialView['necessity'], Verdict][], AllowedAct[], unknown]>([
  ['nothing is open', [], [act(['0'])], undefined],
  ['the act is not offered', [['tolerable', 'missing']], [], undefined],
  ['all that is missing may follow', [['tolerable', 'missing']], [act(['0'])], { input: { gaps: ['0'] } }],
  [
    'one required paper is missing',
    [
      ['tolerable', 'missing'],
      ['required', 'missing'],
    ],
    [act(['0', '1'])],
    undefined,
  ],
  ['what was handed in is defective', [['tolerable', 'defective']], [act(['0'])], undefined],
  ['the item does not let this one follow', [['tolerable', 'missing']], [act(['other'])], undefined],
  ['the promise online names the papers', [['tolerable', 'missing']], [act()], { input: {} }],
])('when %s', (_title, open, allowed, offered) => {
  const materials = open.map(([necessity], at): MaterialView => ({
    ...{ id: String(at), name: String(at), necessity, requirement: '', fromForm: false },
    ...{ verdict: 'unchecked', paperOriginals: 0, paperCopies: 0, files: [] },
  }))
  const checklist: Checklist = Object.fromEntries(
    open.map(([, verdict], at) => [String(at), { verdict, note: '', problem: '', remedy: '', basis: '' }]),
  )
  expect(gapsOf(materials, checklist, allowed)).toEqual(offered)
})
