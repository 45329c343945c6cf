import { describe, expect, test } from 'vitest'
import { allowed } from '#engine/procedure/decide.ts'
import { walk } from '#engine/procedure/walk.ts'
import { isRefusal } from '#engine/refusal.ts'
import { itemProblems } from '#capabilities/catalogue/model.ts'
import { CASE_STATES, caseRefusals } from './contract.ts'
import { approval } from './model/approval.ts'
import { NO_CASE } from './model.ts'
import { FELLING } from './testing/item.ts'
import {
  act,
  checklist,
  filing,
  INPUTS,
  INTO,
  into,
  lines,
  outcome,
  paper,
  rendered,
} from './testing/journey.ts'
import type { Stage, Step } from './testing/journey.ts'
import { calendar, caseWorld, PARAMETERS, PEOPLE, workday, type Who } from './testing/world.ts'

type Line = [from: Stage, who: Who, action: string, day: number, gives: string, input?: Step[3]]

/** Days are working days after receipt; the notice of a supplement is served on day 1 and may be answered to day 16. */
const ANNEX: Line[] = [
  // state, actor, action, day, gives
  ['none', 'applicant', 'file-online', 0, 'received'],
  ['none', 'clerk', 'file-at-window', 0, 'received'],
  ['none', 'clerk of a town without power', 'file-at-window', 0, 'received'],
  ['none', 'clerk', 'file-online', 0, 'refused: not-your-step'],
  ['none', 'applicant', 'file-at-window', 0, 'refused: not-your-step'],
  ['none', 'reviewer', 'file-at-window', 0, 'refused: not-your-step'],
  ['none', 'applicant', 'file-online', 0, 'refused: item-changed', filing({ itemVersion: 2 })],
  ['none', 'clerk', 'file-at-window', 0, 'refused: item-changed', filing({ itemVersion: 4 })],
  [
    'none',
    'applicant',
    'file-online',
    0,
    'refused: material-unknown',
    filing({ materials: [paper('bank-card')] }),
  ],
  ['none', 'applicant', 'file-online', 0, 'received', filing({ materials: [] })],
  ['none', 'applicant', 'file-online', 0, 'received', filing({ delivery: 'electronic' })],
  ['none', 'applicant', 'accept', 0, 'refused: not-in-this-state'],
  ['received', 'applicant', 'file-online', 0, 'refused: not-in-this-state'],
  ['withdrawn', 'applicant', 'file-online', 2, 'refused: not-in-this-state'],

  // 预审
  ['received', 'clerk', 'pre-review', 0, 'received'],
  ['received', 'clerk', 'pre-review', 1, 'received', { passed: false }],
  ['received', 'applicant', 'pre-review', 1, 'refused: not-your-step'],
  ['accepted', 'clerk', 'pre-review', 3, 'refused: not-in-this-state'],

  // 受理（第三十二条第一款第五项）
  ['received', 'clerk', 'accept', 0, 'accepted'],
  ['received', 'town clerk', 'accept', 5, 'accepted'],
  ['received', 'clerk', 'accept', 6, 'accepted'],
  ['received', 'applicant', 'accept', 1, 'refused: not-your-step'],
  ['received', 'reviewer', 'accept', 1, 'refused: not-your-step'],
  ['received', 'cleaner with an unknown role', 'accept', 1, 'refused: not-your-step'],
  ['received', 'system', 'accept', 6, 'refused: not-your-step'],
  ['received', 'clerk of a town without power', 'accept', 1, 'refused: power-none'],
  ['received', 'clerk whose power ended', 'accept', 0, 'refused: power-expired'],
  ['received', 'clerk whose power is to come', 'accept', 1, 'refused: power-not-yet'],
  ['received', 'clerk at another place', 'accept', 1, 'refused: power-other-place'],
  ['received', 'clerk of another area', 'accept', 1, 'refused: not-your-step'],
  ['received', 'clerk', 'accept', 1, 'refused: checklist-incomplete', { checklist: checklist().slice(1) }],
  ['received', 'clerk', 'accept', 1, 'refused: checklist-incomplete', { checklist: [] }],
  [
    'received',
    'clerk',
    'accept',
    1,
    'refused: materials-missing',
    { checklist: checklist({ plan: 'missing' }) },
  ],
  [
    'received',
    'clerk',
    'accept',
    1,
    'refused: materials-missing',
    { checklist: checklist({ plan: 'defective' }) },
  ],
  [
    'received',
    'clerk',
    'accept',
    1,
    'refused: materials-missing',
    { checklist: checklist({ plan: 'not-applicable' }) },
  ],
  [
    'received',
    'clerk',
    'accept',
    1,
    'refused: materials-missing',
    { checklist: checklist({ mandate: 'missing' }) },
  ],
  ['received', 'clerk', 'accept', 1, 'accepted', { checklist: checklist({ mandate: 'not-applicable' }) }],
  [
    'received',
    'clerk',
    'accept',
    1,
    'refused: material-unknown',
    { checklist: [...checklist(), { material: 'bank-card', verdict: 'ok' }] },
  ],
  ['supplementing', 'clerk', 'accept', 2, 'refused: not-in-this-state'],

  // 视为受理（第三十二条第一款第四项）
  ['received', 'system', 'deem-accept', 5, 'refused: not-overdue'],
  ['received', 'system', 'deem-accept', 6, 'accepted'],
  ['refusal-proposed', 'system', 'deem-accept', 5, 'refused: not-overdue'],
  ['refusal-proposed', 'system', 'deem-accept', 6, 'accepted'],
  ['received', 'clerk', 'deem-accept', 6, 'refused: not-your-step'],
  ['supplementing', 'system', 'deem-accept', 6, 'refused: not-in-this-state'],
  ['accepted', 'system', 'deem-accept', 6, 'refused: not-in-this-state'],

  // 一次告知（第三十二条第一款第四项）
  ['received', 'clerk', 'notify-supplement', 0, 'supplementing'],
  ['received', 'clerk', 'notify-supplement', 5, 'supplementing'],
  ['received', 'clerk', 'notify-supplement', 6, 'refused: notice-too-late'],
  ['received', 'applicant', 'notify-supplement', 1, 'refused: not-your-step'],
  ['received', 'clerk of a town without power', 'notify-supplement', 1, 'refused: power-none'],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: checklist-incomplete',
    { lines: lines('plan'), checklist: [] },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: material-unknown',
    { lines: lines('plan', 'bank-card'), checklist: [] },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: checklist-incomplete',
    { lines: lines('plan'), checklist: checklist({ plan: 'missing', title: 'defective' }) },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: checklist-incomplete',
    { lines: lines('plan'), checklist: checklist({ plan: 'missing', title: 'missing' }) },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: nothing-missing',
    { lines: lines('plan'), checklist: checklist() },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: nothing-missing',
    { lines: lines('mandate'), checklist: checklist() },
  ],
  [
    'received',
    'clerk',
    'notify-supplement',
    1,
    'refused: checklist-incomplete',
    { lines: lines('plan', 'title'), checklist: checklist({ plan: 'missing' }) },
  ],
  ['supplementing', 'clerk', 'notify-supplement', 2, 'refused: not-in-this-state'],

  // 补正
  ['supplementing', 'applicant', 'supply', 2, 'received'],
  ['supplementing', 'applicant’s agent', 'supply', 2, 'received'],
  ['supplementing', 'clerk', 'supply-at-window', 2, 'received'],
  ['supplementing', 'town clerk', 'supply-at-window', 16, 'received'],
  ['supplementing', 'applicant', 'supply', 17, 'received'],
  ['supplementing', 'another citizen', 'supply', 2, 'refused: not-your-step'],
  ['supplementing', 'clerk', 'supply', 2, 'refused: not-your-step'],
  ['supplementing', 'clerk of another area', 'supply-at-window', 2, 'refused: not-your-step'],
  [
    'supplementing',
    'applicant',
    'supply',
    2,
    'refused: materials-missing',
    { materials: [paper('title')], files: {} },
  ],
  [
    'supplementing',
    'applicant',
    'supply',
    2,
    'refused: materials-missing',
    { materials: [paper('plan', { paperOriginals: 0 })], files: {} },
  ],
  [
    'supplementing',
    'applicant',
    'supply',
    2,
    'refused: materials-missing',
    { materials: [paper('plan', { paperOriginals: 0, files: ['not-looked-up'] })], files: {} },
  ],
  [
    'supplementing',
    'applicant',
    'supply',
    2,
    'received',
    { materials: [paper('plan', { paperOriginals: 0, paperCopies: 1 })], files: {} },
  ],
  [
    'supplementing',
    'clerk',
    'supply-at-window',
    2,
    'refused: material-unknown',
    { materials: [paper('plan'), paper('bank-card')], files: {} },
  ],
  ['received', 'applicant', 'supply', 2, 'refused: not-in-this-state'],
  ['supplementing', 'system', 'lapse', 16, 'refused: not-overdue'],
  ['supplementing', 'system', 'lapse', 17, 'lapsed'],
  ['supplementing', 'clerk', 'lapse', 17, 'refused: not-your-step'],
  ['received', 'system', 'lapse', 17, 'refused: not-in-this-state'],
  ['lapsed', 'applicant', 'supply', 17, 'refused: not-in-this-state'],

  // 不予受理：窗口只能提出，决定机关才能决定（第三十二条第一款第一、二项，第二款）
  ['received', 'clerk', 'propose-refusal', 0, 'refusal-proposed'],
  ['received', 'clerk', 'propose-refusal', 5, 'refusal-proposed'],
  ['received', 'clerk', 'propose-refusal', 6, 'refused: notice-too-late'],
  ['received', 'approver', 'propose-refusal', 1, 'refused: not-your-step'],
  ['received', 'approver', 'refuse-acceptance', 1, 'refused: not-in-this-state'],
  ['refusal-proposed', 'clerk', 'refuse-acceptance', 2, 'refused: not-your-step'],
  ['refusal-proposed', 'reviewer', 'refuse-acceptance', 2, 'refused: not-your-step'],
  ['refusal-proposed', 'approver', 'refuse-acceptance', 5, 'not-accepted'],
  ['refusal-proposed', 'approver', 'refuse-acceptance', 6, 'refused: notice-too-late'],
  ['refusal-proposed', 'approver', 'return-to-window', 2, 'received'],
  ['refusal-proposed', 'approver', 'return-to-window', 6, 'received'],
  ['refusal-proposed', 'clerk', 'return-to-window', 2, 'refused: not-your-step'],
  ['refusal-proposed', 'approver of another body', 'refuse-acceptance', 2, 'refused: power-none'],
  ['refusal-proposed', 'clerk', 'accept', 2, 'refused: not-in-this-state'],

  // 审查与决定（第三十四条、第三十八条）
  ['accepted', 'reviewer', 'review', 3, 'reviewed'],
  ['accepted', 'reviewer', 'review', 40, 'reviewed'],
  ['accepted', 'approver', 'review', 3, 'refused: not-your-step'],
  ['accepted', 'clerk', 'review', 3, 'refused: not-your-step'],
  ['accepted', 'reviewer of another body', 'review', 3, 'refused: not-your-step'],
  ['accepted', 'approver', 'grant', 3, 'refused: not-in-this-state'],
  ['received', 'reviewer', 'review', 1, 'refused: not-in-this-state'],
  ['reviewed', 'approver', 'return-to-review', 6, 'accepted'],
  ['reviewed', 'approver', 'grant', 6, 'decided'],
  ['reviewed', 'approver', 'grant', 40, 'decided'],
  ['reviewed', 'approver', 'deny', 6, 'decided'],
  ['reviewed', 'reviewer', 'grant', 6, 'refused: not-your-step'],
  ['reviewed', 'clerk', 'grant', 6, 'refused: not-your-step'],
  ['reviewed', 'clerk', 'deny', 6, 'refused: not-your-step'],
  ['reviewed', 'applicant', 'grant', 6, 'refused: not-your-step'],
  ['reviewed', 'system', 'grant', 6, 'refused: not-your-step'],
  ['reviewed', 'approver of another body', 'grant', 6, 'refused: power-none'],
  ['reviewed', 'approver of another body', 'deny', 6, 'refused: power-none'],
  ['reviewed', 'approver of another body', 'return-to-review', 6, 'refused: power-none'],
  ['reviewed', 'approver of a body with the same power', 'grant', 6, 'refused: not-your-step'],
  ['reviewed', 'clerk', 'accept', 6, 'refused: not-in-this-state'],
  ['decided', 'approver', 'deny', 7, 'refused: not-in-this-state'],

  // 签章发文（第三十九条）
  ['decided', 'issuer', 'seal', 7, 'issued'],
  ['decided', 'approver', 'seal', 7, 'refused: not-your-step'],
  ['decided', 'clerk', 'seal', 7, 'refused: not-your-step'],
  ['decided', 'issuer of another body', 'seal', 7, 'refused: power-none'],
  ['reviewed', 'issuer', 'seal', 7, 'refused: not-in-this-state'],
  ['not-accepted', 'issuer', 'seal', 7, 'refused: not-in-this-state'],

  // 送达（第四十四条）
  ['issued', 'clerk', 'deliver-at-window', 8, 'refused: decision-paper-not-ready'],
  ['issued', 'system', 'deliver-electronically', 8, 'refused: delivery-mode-other'],
  ['issued, paper made', 'clerk', 'deliver-at-window', 8, 'closed'],
  ['issued, paper made', 'town clerk', 'deliver-at-window', 8, 'closed'],
  ['issued, paper made', 'issuer', 'deliver-at-window', 8, 'refused: not-your-step'],
  ['issued, paper made', 'clerk of another area', 'deliver-at-window', 8, 'refused: not-your-step'],
  ['issued, paper made', 'system', 'deliver-electronically', 8, 'refused: delivery-mode-other'],
  ['not-accepted', 'clerk', 'deliver-at-window', 3, 'refused: decision-paper-not-ready'],
  ['decided', 'clerk', 'deliver-at-window', 7, 'refused: not-in-this-state'],
  ['closed', 'clerk', 'deliver-at-window', 9, 'refused: not-in-this-state'],

  // 撤回：决定之前
  ['received', 'applicant', 'withdraw', 1, 'withdrawn'],
  ['supplementing', 'applicant', 'withdraw', 2, 'withdrawn'],
  ['refusal-proposed', 'applicant', 'withdraw', 2, 'withdrawn'],
  ['accepted', 'applicant', 'withdraw', 3, 'withdrawn'],
  ['reviewed', 'applicant', 'withdraw', 6, 'withdrawn'],
  ['accepted', 'clerk', 'withdraw', 3, 'withdrawn'],
  ['accepted', 'another citizen', 'withdraw', 3, 'refused: not-your-step'],
  ['accepted', 'reviewer', 'withdraw', 3, 'refused: not-your-step'],
  ['decided', 'applicant', 'withdraw', 7, 'refused: not-in-this-state'],
  ['issued', 'applicant', 'withdraw', 8, 'refused: not-in-this-state'],
  ['not-accepted', 'applicant', 'withdraw', 3, 'refused: not-in-this-state'],
  ['closed', 'applicant', 'withdraw', 9, 'refused: not-in-this-state'],

  // 文书
  ['received', 'system', 'record-paper', 0, 'received'],
  ['closed', 'system', 'record-paper', 9, 'closed', rendered('delivery', 6)],
  ['issued, paper made', 'system', 'record-paper', 8, 'refused: already-rendered', rendered('grant', 4)],
  ['issued, paper made', 'system', 'record-paper', 8, 'issued', rendered('receipt', 4)],
  ['issued, paper made', 'system', 'record-paper', 8, 'issued', rendered('grant', 5)],
  ['received', 'clerk', 'record-paper', 0, 'refused: not-your-step'],
  ['decided', 'system', 'record-paper', 7, 'refused: not-in-this-state', rendered('grant', 4)],
  ['none', 'system', 'record-paper', 0, 'refused: not-in-this-state'],

  ['received', 'clerk', 'dance', 1, 'refused: action-unknown'],
]

describe('the annex: who may do what, when, and what comes of it (行政许可法第二十九条至第四十四条)', () => {
  test.each(ANNEX)('%s | %s | %s | day %i → %s', (from, who, action, day, gives, input) => {
    expect(outcome(act(into(from), [day, who, action, input]))).toBe(gives)
  })

  test('every act is taken in it at least once, and every act is refused at least once', () => {
    const names = (wanted: (gives: string) => boolean) =>
      [...new Set(ANNEX.filter(([, , , , gives]) => wanted(gives)).map(([, , action]) => action))].toSorted()
    const acts = approval.actions.map((action) => action.name).toSorted()
    // Electronic delivery needs a case that chose it; `papers.test.ts` takes it.
    expect(names((gives) => !gives.startsWith('refused'))).toEqual(
      acts.filter((name) => name !== 'deliver-electronically'),
    )
    expect(names((gives) => gives.startsWith('refused'))).toEqual([...acts, 'dance'].toSorted())
  })

  test('every refusal in it is a code of the contract', () => {
    const codes = ANNEX.map(([, , , , gives]) => gives).filter((gives) => gives.startsWith('refused: '))
    for (const code of codes) expect(caseRefusals).toContain(code.slice('refused: '.length))
  })
})

describe('which buttons each desk sees', () => {
  test.each<[Stage, Who, string[]]>([
    ['none', 'applicant', ['file-online']],
    ['none', 'clerk', ['file-at-window']],
    ['received', 'applicant', ['withdraw']],
    ['received', 'another citizen', []],
    ['received', 'clerk', ['pre-review', 'accept', 'notify-supplement', 'propose-refusal', 'withdraw']],
    ['received', 'clerk of a town without power', ['pre-review', 'propose-refusal', 'withdraw']],
    ['received', 'reviewer', []],
    ['received', 'approver', []],
    ['received', 'system', ['deem-accept', 'record-paper']],
    ['supplementing', 'applicant', ['supply', 'withdraw']],
    ['supplementing', 'clerk', ['supply-at-window', 'withdraw']],
    ['supplementing', 'system', ['lapse', 'record-paper']],
    ['refusal-proposed', 'clerk', ['withdraw']],
    ['refusal-proposed', 'approver', ['return-to-window', 'refuse-acceptance']],
    ['refusal-proposed', 'system', ['deem-accept', 'record-paper']],
    ['accepted', 'clerk', ['withdraw']],
    ['accepted', 'reviewer', ['review']],
    ['accepted', 'reviewer of another body', []],
    ['accepted', 'approver', []],
    ['reviewed', 'reviewer', []],
    ['reviewed', 'approver', ['return-to-review', 'grant', 'deny']],
    ['reviewed', 'approver of another body', []],
    ['decided', 'issuer', ['seal']],
    ['decided', 'approver', []],
    ['decided', 'applicant', []],
    ['issued', 'clerk', ['deliver-at-window']],
    ['not-accepted', 'clerk', ['deliver-at-window']],
    ['closed', 'clerk', []],
    ['closed', 'system', ['record-paper']],
    ['withdrawn', 'applicant', []],
    ['lapsed', 'applicant', []],
  ])('%s: %s %j', (stage, who, buttons) => {
    expect(allowed(approval, into(stage), PEOPLE[who], workday(2), caseWorld())).toEqual(buttons)
  })

  test('no act is taken outside the states it names, whoever tries', () => {
    for (const stage of Object.keys(INTO) as Stage[]) {
      const dossier = into(stage)
      for (const who of Object.keys(PEOPLE) as Who[]) {
        const buttons = allowed(approval, dossier, PEOPLE[who], workday(2), caseWorld())
        for (const { name } of approval.actions) {
          if (buttons.includes(name)) continue
          const verdict = act(dossier, [2, who, name, INPUTS[name]])
          expect(outcome(verdict), `${stage}: ${who} ${name}`).toMatch(/^refused: (not-|power-)/)
        }
      }
    }
  })

  test('a window has no refusing and no deciding act (DESIGN promise 4)', () => {
    const clerks = approval.actions
      .filter((action) => action.by.includes('window-clerk'))
      .map((action) => action.name)
    expect(clerks).toEqual([
      'file-at-window',
      'pre-review',
      'accept',
      'notify-supplement',
      'supply-at-window',
      'propose-refusal',
      'deliver-at-window',
      'withdraw',
    ])
  })
})

describe('beyond power (越权): refused and recorded, so that supervision sees it', () => {
  test.each<[Stage, Who, string, object]>([
    [
      'received',
      'clerk of a town without power',
      'accept',
      { code: 'power-none', facts: { power: 'accept', body: 'west-town' } },
    ],
    [
      'received',
      'clerk whose power ended',
      'accept',
      { code: 'power-expired', facts: { lastDay: '2026-09-20' } },
    ],
    [
      'reviewed',
      'approver of another body',
      'grant',
      { code: 'power-none', facts: { power: 'decide', body: 'west-town' } },
    ],
    ['reviewed', 'approver of a body with the same power', 'grant', { code: 'not-your-step' }],
    ['decided', 'issuer of another body', 'seal', { code: 'power-none', facts: { power: 'seal' } }],
  ])('%s: %s tries to %s', (stage, who, action, expected) => {
    expect(act(into(stage), [6, who, action])).toMatchObject({ refused: true, recorded: true, ...expected })
  })

  test.each<[Stage, Who, string]>([
    ['reviewed', 'clerk', 'grant'],
    ['reviewed', 'applicant', 'grant'],
    ['accepted', 'reviewer of another body', 'review'],
  ])('%s: %s pressing %s is a wrong door, not an attempt', (stage, who, action) => {
    expect(act(into(stage), [6, who, action])).not.toHaveProperty('recorded')
  })
})

describe('a power that ended yesterday accepts nothing today', () => {
  test('it was still good on its last day', () => {
    const world = caseWorld({
      grants: caseWorld().grants.map((grant) =>
        grant.body === 'south-town' ? { ...grant, to: '2026-09-21' } : grant,
      ),
    })
    const received = into('received')
    expect(outcome(act(received, [0, 'clerk whose power ended', 'accept'], world))).toBe('accepted')
    expect(outcome(act(received, [1, 'clerk whose power ended', 'accept'], world))).toBe(
      'refused: power-expired',
    )
  })
})

describe('separation of posts (岗位分设) where the plan asks for it', () => {
  const reviewed = into('reviewed')
  const apart = (more: object) => caseWorld({ parameters: { ...PARAMETERS, ...more } })
  test.each<[string, Who, string, object, string]>([
    ['not asked for', 'one person for everything', 'grant', {}, 'decided'],
    [
      'reviewed it',
      'one person for everything',
      'grant',
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    [
      'reviewed it',
      'one person for everything',
      'deny',
      { reviewAndDecideDiffer: true },
      'refused: role-separation',
    ],
    ['only reviewed it', 'one person for everything', 'grant', { acceptAndDecideDiffer: true }, 'decided'],
    [
      'accepted it',
      'accepting person as approver',
      'grant',
      { acceptAndDecideDiffer: true },
      'refused: role-separation',
    ],
    ['only accepted it', 'accepting person as approver', 'grant', { reviewAndDecideDiffer: true }, 'decided'],
    [
      'did neither',
      'approver',
      'grant',
      { reviewAndDecideDiffer: true, acceptAndDecideDiffer: true },
      'decided',
    ],
  ])('%s: %s → %s', (_why, who, action, parameters, gives) => {
    expect(outcome(act(reviewed, [6, who, action], apart(parameters)))).toBe(gives)
  })
})

describe('filing', () => {
  test('a result can only be collected as the guide offers', () => {
    const world = caseWorld({ item: { ...FELLING, delivery: ['window'] } })
    const verdict = act(NO_CASE, [0, 'applicant', 'file-online', filing({ delivery: 'electronic' })], world)
    expect(verdict).toMatchObject({ code: 'delivery-mode-other', facts: { modes: ['window'] } })
  })

  test('a newer guide is named', () => {
    const verdict = act(NO_CASE, [0, 'applicant', 'file-online', filing({ itemVersion: 2 })])
    expect(verdict).toMatchObject({ code: 'item-changed', facts: { seen: 2, inForce: 3 } })
  })

  test('sealing needs the deciding body’s own seal for decisions', () => {
    const others = caseWorld({ seals: caseWorld().seals.filter((seal) => seal.id !== 'seal-1') })
    expect(act(into('decided'), [7, 'issuer', 'seal'], others)).toMatchObject({
      code: 'seal-none',
      facts: { body: 'forestry-bureau' },
    })
  })
})

describe('the legal skeleton', () => {
  test('is sound', () => {
    expect(walk(approval)).toEqual([])
  })

  test('has the states of the contract', () => {
    expect(Object.keys(approval.states)).toEqual([...CASE_STATES])
  })

  test('and the item of these tests would pass publication', () => {
    expect(itemProblems(FELLING)).toEqual([])
    expect(calendar.version).toBe('2026-published')
    expect(isRefusal(act(NO_CASE, [0, 'applicant', 'file-online']))).toBe(false)
  })
})
