import { describe, expect, test } from 'vitest'
import { fold } from '#engine/procedure/decide.ts'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { approval } from '../../model/approval.ts'
import {
  act,
  checklist,
  filing,
  INTO,
  journey,
  lines,
  outcome,
  paper,
  type Step,
} from '../../testing/journey.ts'
import { FELLING } from '../../testing/item.ts'
import { caseWorld, type Who } from '../../testing/world.ts'
import { readAs } from './rules.ts'

const FORM = { name: '张示例', phone: '19900000001', trees: '3' }
const FILED: Step[] = [[0, 'applicant', 'file-online', filing({ form: FORM })]]
const CASES = {
  received: FILED,
  supplementing: [...FILED, [1, 'clerk', 'notify-supplement']],
  accepted: [...FILED, [2, 'clerk', 'accept']],
  proposed: [...FILED, [1, 'clerk', 'propose-refusal']],
} satisfies Record<string, Step[]>
const correcting = (field: string, value: string, more: object = {}) => ({
  ...{ field, value, confirmed: true },
  ...more,
})

describe('第三十二条第一款第三项: a mistake of the form is mended on the spot', () => {
  test.each<[from: keyof typeof CASES, who: Who, input: Step[3], gives: string]>([
    ['received', 'applicant', correcting('trees', '30'), 'received'],
    ['received', 'clerk', correcting('trees', '30'), 'received'],
    ['supplementing', 'applicant', correcting('trees', '30'), 'supplementing'],
    ['supplementing', 'clerk', correcting('phone', '19900000002'), 'supplementing'],
    ['received', 'another citizen', correcting('trees', '30'), 'refused: not-your-step'],
    ['received', 'reviewer', correcting('trees', '30'), 'refused: not-your-step'],
    ['accepted', 'applicant', correcting('trees', '30'), 'refused: not-in-this-state'],
    ['proposed', 'clerk', correcting('trees', '30'), 'refused: not-in-this-state'],
    ['received', 'applicant', correcting('name', '李示例'), 'refused: form-answer-fixed'],
    ['received', 'applicant', correcting('nothing', '30'), 'refused: form-answer-fixed'],
    [
      'received',
      'clerk',
      correcting('trees', '30', { confirmed: false }),
      'refused: form-answer-unconfirmed',
    ],
    ['received', 'applicant', correcting('trees', '3'), 'refused: form-answer-same'],
    ['received', 'applicant', correcting('trees', '很多'), 'refused: form-invalid'],
    ['received', 'applicant', correcting('trees', ''), 'refused: form-invalid'],
    ['received', 'applicant', correcting('phone', '12'), 'refused: form-invalid'],
  ])('%s | %s | %o → %s', (from, who, input, gives) => {
    expect(outcome(act(journey(CASES[from]).dossier, [1, who, 'correct-form', input]))).toBe(gives)
  })

  test('the new answer counts, the old one stays on record, and no limit moves', () => {
    const steps: Step[] = [...FILED, [1, 'clerk', 'correct-form', correcting('trees', '３０')]]
    const { dossier, facts } = journey(steps)
    expect(JSON.parse(dossier.form)).toEqual({ ...FORM, trees: '30' })
    expect(JSON.parse(facts[0]!.body['form'] as string)).toEqual(FORM)
    expect(dossier.corrections).toMatchObject([
      { how: 'signed', by: { person: expect.anything() as string } },
    ])
    expect(JSON.parse(dossier.corrections![0]!.text)).toEqual({ label: '采伐株数', before: '3', after: '30' })
    expect(dossier.clocks).toEqual(journey(FILED).dossier.clocks)
    expect(dossier.supplement).toBeUndefined()
    expect(fold(approval, facts)).toEqual(dossier)
  })

  test('a wrong telephone number is mended wherever the office calls from', () => {
    const { dossier } = journey([
      ...FILED,
      [1, 'applicant', 'correct-form', correcting('phone', '19900000002')],
    ])
    expect(JSON.parse(dossier.applicant)).toMatchObject({ name: '张示例', phone: '19900000002' })
    expect(dossier.corrections).toMatchObject([{ how: 'online' }])
  })

  test('it uses up nothing of the one-time notice', () => {
    const { dossier } = journey([...FILED, [1, 'clerk', 'correct-form', correcting('trees', '30')]])
    expect(outcome(act(dossier, [2, 'clerk', 'notify-supplement']))).toBe('supplementing')
  })
})

describe('a notice that names the form is answered by putting the form right', () => {
  const notice = (...named: string[]): Step => [
    1,
    'clerk',
    'notify-supplement',
    {
      lines: lines(...named),
      checklist: checklist(Object.fromEntries(named.map((id) => [id, 'defective']))),
    },
  ]
  const mend: Step = [2, 'applicant', 'correct-form', correcting('trees', '30')]
  const supply = (who: Who, ...given: string[]): Step => [
    3,
    who,
    who === 'clerk' ? 'supply-at-window' : 'supply',
    { materials: given.map((id) => paper(id)), files: {} },
  ]

  test.each<[title: string, before: Step[], step: Step, gives: string]>([
    ['nothing put right', [notice('application')], supply('applicant'), 'refused: materials-missing'],
    ['put right, online', [notice('application'), mend], supply('applicant'), 'received'],
    ['put right, at the window', [notice('application'), mend], supply('clerk'), 'received'],
    [
      'another paper lacks',
      [notice('application', 'plan'), mend],
      supply('applicant'),
      'refused: materials-missing',
    ],
    ['the other paper came', [notice('application', 'plan'), mend], supply('applicant', 'plan'), 'received'],
    ['the form on paper', [notice('application')], supply('clerk', 'application'), 'received'],
    [
      'put right before the notice',
      [[0, 'applicant', 'correct-form', correcting('trees', '30')], notice('application')],
      supply('applicant'),
      'refused: materials-missing',
    ],
  ])('%s → %s', (_title, before, step, gives) => {
    expect(outcome(act(journey([...FILED, ...before]).dossier, step))).toBe(gives)
  })

  test('the form waits to be looked at again, and counts as what came in since the notice', () => {
    const { dossier, facts } = journey([...FILED, notice('application'), mend, supply('applicant')])
    expect(dossier.materials['application']).toMatchObject({ verdict: 'unchecked', files: [] })
    expect(dossier.supplement!.supplied).toMatchObject([{ material: 'application' }])
    expect(fold(approval, facts)).toEqual(dossier)
  })
})

test('a day of birth after today is no day of birth, as at filing', () => {
  const field: FormField = { name: 'born', label: '出生日期', type: 'date', required: true }
  const item = { ...FELLING, form: { ...FELLING.form, fields: [...FELLING.form.fields, field] } }
  const world = caseWorld({ item })
  const filed: Step[] = [[0, 'applicant', 'file-online', filing({ form: { ...FORM, born: '1990-01-01' } })]]
  const { dossier } = journey(filed, world)
  const mend = (value: string): Step => [1, 'applicant', 'correct-form', correcting('born', value)]
  expect(outcome(act(dossier, mend('2026年9月23日'), world))).toBe('refused: form-invalid')
  expect(outcome(act(dossier, mend('2026年9月22日'), world))).toBe('received')
})

const KINDS: FormField = {
  ...{ name: 'kinds', label: '用途', type: 'choices', required: true },
  options: [
    { value: 'own', label: '自用' },
    { value: 'sale', label: '出售' },
  ],
}

test.each<[Partial<FormField>, string, string | string[]]>([
  [KINDS, '自用、出售', ['own', 'sale']],
  [KINDS, '别的', ['别的']],
  [{ ...KINDS, type: 'choice' }, ' 出售 ', 'sale'],
  [{ type: 'yes-no' }, '是', 'yes'],
  [{ type: 'date' }, '2026年1月5日', '2026-01-05'],
  [{ type: 'money-yuan' }, '1,200元', '1200'],
  [{ type: 'long-text' }, ' 两行\n文字 ', '两行\n文字'],
])('%o typed as %s is kept as %o', (field, typed, kept) => {
  expect(readAs({ name: 'one', label: '一项', type: 'text', required: true, ...field }, typed)).toEqual(kept)
})

test('a case that was never corrected says nothing of it', () => {
  expect(journey(INTO.received).dossier).not.toHaveProperty('corrections')
})
