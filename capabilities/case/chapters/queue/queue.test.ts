import { describe, expect, test } from 'vitest'
import type { StaffActor } from '#engine/actor.ts'
import { allowed, decide } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { procedureOf } from '../../model/procedures.ts'
import type { CaseWorld, PostHere } from '../../model/world.ts'
import { filing, journey } from '../../testing/journey.ts'
import { caseWorld, GRANTS, PEOPLE, workday } from '../../testing/world.ts'
import { FELLING } from '../../testing/item.ts'
import { openSigners } from './dossier.ts'
import { queue } from './index.ts'
import { queueWords } from './words.ts'

const officer = (name: string, role: string, more: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  person: name,
  post: `post-${name}`,
  roles: [role],
  place: 'forestry-bureau-place',
  body: 'forestry-bureau',
  area: '370304',
  ...more,
})
const CLERK_HERE = { place: 'hall-place', body: 'hall' }
const WHO = {
  anna: officer('anna', 'reviewer'),
  bert: officer('bert', 'reviewer'),
  cora: officer('cora', 'reviewer'),
  boss: officer('boss', 'approver'),
  vice: officer('vice', 'approver'),
  issuer: officer('issuer', 'issuer'),
  director: officer('director', 'director'),
  clerk: officer('clerk', 'window-clerk', CLERK_HERE),
  clerk2: officer('clerk2', 'window-clerk', CLERK_HERE),
  farClerk: officer('far', 'window-clerk', { place: 'east-town-place', body: 'east-town' }),
  westReviewer: officer('west', 'reviewer', { body: 'west-town', place: 'west-town-place' }),
  agent: officer('agent', 'village-agent', { place: 'station' }),
  applicant: PEOPLE.applicant,
  system: PEOPLE.system,
} as const
type Name = keyof typeof WHO

const here = (actor: StaffActor, more: Partial<PostHere> = {}): PostHere => ({
  ...{ post: actor.post, person: actor.person, personName: actor.person, title: '岗', roles: actor.roles },
  ...{ place: actor.place, body: actor.body, stream: `post/${actor.person}`, version: 3, onDuty: true },
  ...more,
})
const everybody = (more: Partial<Record<Name, Partial<PostHere>>> = {}): PostHere[] =>
  Object.entries(WHO).flatMap(([name, actor]) =>
    actor.kind === 'staff' ? [here(actor, more[name as Name])] : [],
  )

const world = (posts = everybody(), more: Partial<CaseWorld> = {}) => caseWorld({ posts, ...more })
const accepted = journey([
  [0, 'applicant', 'file-online', filing()],
  [1, 'clerk', 'accept'],
]).dossier
const received = journey([[0, 'applicant', 'file-online', filing()]]).dossier
const reviewed = journey([
  [0, 'applicant', 'file-online', filing()],
  [1, 'clerk', 'accept'],
  [2, 'reviewer', 'review', { opinion: 'grant', text: '符合条件' }],
]).dossier

type Deed = [who: Name, act: string, input?: Record<string, unknown>]
const REVIEW = { opinion: 'grant', text: '符合条件' }

function decided(dossier: CaseDossier, [who, act, input = {}]: Deed, at: CaseWorld) {
  return decide(procedureOf(dossier), dossier, act, input, WHO[who], workday(3), at)
}

function after(dossier: CaseDossier, deeds: readonly Deed[], at = world()): CaseDossier {
  return deeds.reduce((before, deed) => {
    const verdict = decided(before, deed, at)
    if (isRefusal(verdict)) throw new Error(`${deed[0]} ${deed[1]}: ${JSON.stringify(verdict)}`)
    return verdict.dossier
  }, dossier)
}

const said = (dossier: CaseDossier, deed: Deed, at = world()) => {
  const verdict = decided(dossier, deed, at)
  return isRefusal(verdict) ? `refused: ${verdict.code}` : verdict.facts.map(({ kind }) => kind).join(', ')
}

describe('a claim', () => {
  test.each<[string, CaseDossier, Deed[], Deed, string]>([
    ['is taken by whoever holds the role', accepted, [], ['anna', 'claim'], 'claimed'],
    ['nothing is taken away while nobody claims', accepted, [], ['bert', 'review', REVIEW], 'reviewed'],
    ['keeps the step for its holder', accepted, [['anna', 'claim']], ['anna', 'review', REVIEW], 'reviewed'],
    [
      'keeps colleagues out',
      accepted,
      [['anna', 'claim']],
      ['bert', 'review', REVIEW],
      'refused: claimed-by-other',
    ],
    ['is not claimed over', accepted, [['anna', 'claim']], ['bert', 'claim'], 'refused: claimed-by-other'],
    ['is claimed once', accepted, [['anna', 'claim']], ['anna', 'claim'], 'refused: already-held'],
    ['is given back', accepted, [['anna', 'claim']], ['anna', 'release'], 'released'],
    [
      'is not given back by others',
      accepted,
      [['anna', 'claim']],
      ['bert', 'release'],
      'refused: not-holding',
    ],
    [
      'given back it is open again',
      accepted,
      [
        ['anna', 'claim'],
        ['anna', 'release'],
      ],
      ['bert', 'review', REVIEW],
      'reviewed',
    ],
    [
      'is no issuer’s while it waits for a reviewer',
      accepted,
      [],
      ['issuer', 'claim'],
      'refused: nothing-to-claim',
    ],
    ['of a counter lies at its place', received, [], ['farClerk', 'claim'], 'refused: claim-elsewhere'],
    [
      'of a counter is its own',
      received,
      [['clerk', 'claim']],
      ['clerk2', 'pre-review', { passed: true }],
      'refused: claimed-by-other',
    ],
    [
      'does not stop the applicant',
      accepted,
      [['anna', 'claim']],
      ['applicant', 'withdraw', { reason: '不办了' }],
      'withdrawn',
    ],
  ])('%s', (_title, dossier, before, deed, expected) => {
    expect(said(after(dossier, before), deed)).toBe(expected)
  })

  test('ends when the case moves on, and returning does not bring it back', () => {
    const moved = after(accepted, [
      ['anna', 'claim'],
      ['anna', 'review', REVIEW],
    ])
    expect(moved.holder).toBeUndefined()
    const back = after(moved, [['boss', 'return-to-review', { reason: '请再核对一次' }]])
    expect(said(back, ['bert', 'review', REVIEW])).toBe('reviewed')
  })

  test('of somebody whose post has ended is nobody’s', () => {
    const claimed = after(accepted, [['anna', 'claim']])
    expect(said(claimed, ['bert', 'review', REVIEW], world(everybody({ anna: { onDuty: false } })))).toBe(
      'reviewed',
    )
    expect(said(claimed, ['bert', 'claim'], world(everybody({ anna: { onDuty: false } })))).toBe('claimed')
  })

  test('the refusal names the holder, and no button is drawn', () => {
    const claimed = after(accepted, [['anna', 'claim']])
    expect(decided(claimed, ['bert', 'review', REVIEW], world())).toMatchObject({
      code: 'claimed-by-other',
      facts: { holder: 'post-anna', name: 'anna（岗）' },
    })
    const may = (who: Name) => allowed(procedureOf(claimed), claimed, WHO[who], workday(3), world())
    expect(may('bert')).not.toContain('review')
    expect(may('anna')).toEqual(expect.arrayContaining(['review', 'release', 'hand-over']))
    expect(may('director')).toContain('assign')
    expect(may('director')).not.toContain('claim')
  })
})

describe('giving a case to a colleague', () => {
  const claimed = after(accepted, [['anna', 'claim']])
  test.each<[string, CaseDossier, Deed, string]>([
    ['the director assigns', accepted, ['director', 'assign', { to: 'post-bert' }], 'assigned'],
    ['also what somebody claimed', claimed, ['director', 'assign', { to: 'post-bert' }], 'assigned'],
    [
      'the approver assigns',
      claimed,
      ['boss', 'assign', { to: 'post-bert', reason: '熟悉情况' }],
      'assigned',
    ],
    ['a reviewer does not', accepted, ['cora', 'assign', { to: 'post-bert' }], 'refused: not-your-step'],
    [
      'not to a stranger',
      accepted,
      ['director', 'assign', { to: 'post-nobody' }],
      'refused: colleague-unknown',
    ],
    [
      'not to another title',
      accepted,
      ['director', 'assign', { to: 'post-issuer' }],
      'refused: colleague-unfit',
    ],
    [
      'not to another body',
      accepted,
      ['director', 'assign', { to: 'post-west' }],
      'refused: colleague-unfit',
    ],
    [
      'not to whom it already is',
      claimed,
      ['director', 'assign', { to: 'post-anna' }],
      'refused: already-held',
    ],
    [
      'not while it waits for nobody here',
      journey([
        [0, 'applicant', 'file-online', filing()],
        [1, 'clerk', 'notify-supplement'],
      ]).dossier,
      ['director', 'assign', { to: 'post-clerk' }],
      'refused: nothing-to-claim',
    ],
    [
      'the holder hands it over',
      claimed,
      ['anna', 'hand-over', { to: 'post-cora', reason: '需要回避' }],
      'handed-over',
    ],
    [
      'nobody else does',
      claimed,
      ['bert', 'hand-over', { to: 'post-cora', reason: '需要回避' }],
      'refused: not-holding',
    ],
  ])('%s', (_title, dossier, deed, expected) => {
    expect(said(dossier, deed)).toBe(expected)
  })

  test('not to a colleague who is away', () => {
    const away = world(everybody({ bert: { away: {} } }))
    expect(said(accepted, ['director', 'assign', { to: 'post-bert' }], away)).toBe('refused: colleague-away')
  })

  test('the new holder alone goes on, and the commit compares the post it was given to', () => {
    const given = after(claimed, [['anna', 'hand-over', { to: 'post-cora', reason: '需要回避' }]])
    expect([said(given, ['cora', 'review', REVIEW]), said(given, ['anna', 'review', REVIEW])]).toEqual([
      'reviewed',
      'refused: claimed-by-other',
    ])
    const verdict = decided(claimed, ['director', 'assign', { to: 'post-bert' }], world())
    expect(isRefusal(verdict) ? [] : verdict.reliesOn).toContainEqual({ stream: 'post/bert', version: 3 })
  })
})

describe('a cover (B角)', () => {
  const claimed = after(accepted, [['anna', 'claim']])
  const away = world(everybody({ anna: { away: {}, cover: 'post-bert' } }))
  test('acts for the holder while away, and the record says for whom', () => {
    expect(said(claimed, ['bert', 'review', REVIEW], away)).toBe('stood-in, reviewed')
    expect(said(claimed, ['bert', 'hand-over', { to: 'post-cora', reason: '需要回避' }], away)).toBe(
      'stood-in, handed-over',
    )
  })
  test('does not while the holder is there, nor does anybody else while away', () => {
    const present = world(everybody({ anna: { cover: 'post-bert' } }))
    expect(said(claimed, ['bert', 'review', REVIEW], present)).toBe('refused: claimed-by-other')
    expect(said(claimed, ['cora', 'review', REVIEW], away)).toBe('refused: claimed-by-other')
  })
})

describe('转办', () => {
  const grants = GRANTS.map((grant) => ({ ...grant, item: FELLING.id }))
  const power = (body: string, more = {}) => ({
    ...grants[0]!,
    id: `grant-${body}`,
    stream: `grant/${body}`,
    body,
    kind: 'own' as const,
    powers: ['decide' as const],
    ...more,
  })
  const to = (toBody: string) => ({ toBody, reason: '收件时选错了机构' })
  test.each<[string, CaseDossier, Deed, string]>([
    ['to a body with the power', accepted, ['anna', 'refer', to('parks-bureau')], 'referred'],
    ['also after the review', reviewed, ['boss', 'refer', to('parks-bureau')], 'referred'],
    ['not to oneself', accepted, ['anna', 'refer', to('forestry-bureau')], 'refused: refer-to-itself'],
    [
      'not to a body without power',
      accepted,
      ['anna', 'refer', to('water-bureau')],
      'refused: refer-without-power',
    ],
    ['not by a window', accepted, ['clerk', 'refer', to('parks-bureau')], 'refused: not-your-step'],
    [
      'a claim is respected',
      after(accepted, [['anna', 'claim']]),
      ['bert', 'refer', to('parks-bureau')],
      'refused: claimed-by-other',
    ],
  ])('%s', (_title, dossier, deed, expected) => {
    expect(said(dossier, deed)).toBe(expected)
  })

  test('a body that has a survey to make begins with it, and goes on to the review', () => {
    const { steps } = FELLING.process
    const survey = { ...steps[0]!, step: 'survey' as const, name: '现场勘验', role: 'reviewer' as const }
    const process = { ...FELLING.process, steps: [steps[0]!, survey, ...steps.slice(1)] }
    const at = world(everybody(), { item: { ...FELLING, process } })
    const referred = after(accepted, [['anna', 'refer', to('parks-bureau')]], at)
    expect(referred.clocks['step-survey']).toMatchObject({ start: { event: '转办' } })
    const there = { ...WHO.anna, body: 'parks-bureau' }
    const seen = { surveyors: ['测试甲', '测试乙'], day: '2026-09-24', result: 'met', text: '与申请一致。' }
    const surveyed = decide(procedureOf(referred), referred, 'record-survey', seen, there, workday(3), at)
    if (isRefusal(surveyed)) throw new Error(surveyed.code)
    expect(surveyed.dossier.clocks['step-survey']?.ended).toBeDefined()
    expect(surveyed.dossier.clocks['step-review']?.ended).toBeUndefined()
  })

  test('the limits run on, the step begins anew at the other body, and its power is compared at commit', () => {
    const verdict = decided(reviewed, ['boss', 'refer', to('parks-bureau')], world())
    if (isRefusal(verdict)) throw new Error(verdict.code)
    const { dossier, reliesOn, facts } = verdict
    expect(dossier).toMatchObject({ state: 'accepted', decidingBody: 'parks-bureau' })
    expect(dossier.review).toBeUndefined()
    for (const clock of ['statutory', 'promised'])
      expect(dossier.clocks[clock]).toEqual(reviewed.clocks[clock])
    expect(dossier.clocks['step-decide']?.ended).toBeDefined()
    expect(dossier.clocks['step-review']).toMatchObject({ start: { day: '2026-09-24', event: '转办' } })
    expect(facts[0]!.body).toMatchObject({
      from: 'forestry-bureau',
      to: 'parks-bureau',
      grant: 'grant-parks-bureau',
    })
    expect(reliesOn).toContainEqual({ stream: 'grant/parks-bureau', version: 2 })
  })

  test('the name it is decided in follows the power it goes to, never the one before', () => {
    const entrusted = { ...accepted, inNameOf: 'water-bureau' }
    const nameAt = (grants: ReturnType<typeof power>[]) => {
      const verdict = decided(
        entrusted,
        ['anna', 'refer', to('parks-bureau')],
        world(everybody(), { grants }),
      )
      return isRefusal(verdict) ? verdict.code : verdict.dossier.inNameOf
    }
    expect(nameAt([power('parks-bureau')])).toBeUndefined()
    const under = power('parks-bureau', { kind: 'entrusted', by: 'forestry-bureau' })
    expect(nameAt([under])).toBe('forestry-bureau')
  })

  describe('from town to town the place decides, not the item alone', () => {
    const town = { ...accepted, decidingBody: 'west-town' }
    const both = world(everybody(), { grants: [power('west-town'), power('east-town')] })
    const eastwards = (more: object) => ({ ...to('east-town'), ...more })
    test.each<[string, object, string]>([
      ['a village of one town is not another town’s', { town: 'west-town' }, 'refused: refer-beyond-region'],
      ['nor anybody’s, where no town answers for it', {}, 'refused: refer-beyond-region'],
      ['taken down wrong: it goes where it lies', { town: 'east-town', region: '370304100002' }, 'referred'],
    ])('CAS-25 %s', (_title, more, gives) => {
      expect(said(town, ['westReviewer', 'refer', eastwards(more)], both)).toBe(gives)
    })

    test('and the right place stays with the case', () => {
      const deed: Deed = ['westReviewer', 'refer', eastwards({ town: 'east-town', region: '370304100002' })]
      const verdict = decided(town, deed, both)
      if (isRefusal(verdict)) throw new Error(verdict.code)
      expect(verdict.dossier).toMatchObject({ decidingBody: 'east-town', region: '370304100002' })
    })
  })

  test('CAS-24 a town that holds the decision does not pass it up, and trying is recorded', () => {
    const town = { ...accepted, decidingBody: 'west-town' }
    const both = world(everybody(), { grants: [power('west-town'), power('forestry-bureau')] })
    expect(decided(town, ['westReviewer', 'refer', to('forestry-bureau')], both)).toMatchObject({
      code: 'no-upward-transfer',
      recorded: true,
    })
    const onlyAbove = world(everybody(), { grants: [power('forestry-bureau')] })
    expect(said(town, ['westReviewer', 'refer', to('forestry-bureau')], onlyAbove)).toBe('referred')
  })
})

describe('会签 and 加签', () => {
  const ask = (signers: string[]): Deed => ['boss', 'ask-countersign', { signers }]
  const agree: Record<string, unknown> = { opinion: 'agree' }
  const against = { opinion: 'disagree', text: '面积对不上' }
  const asked = after(reviewed, [ask(['post-anna', 'post-bert'])])
  const GRANT: Deed = ['boss', 'grant', { conclusion: '准予。' }]
  test('a signature is a second person’s: not the asker’s for whom they stand in, nor one beside one’s own', () => {
    const covered = (cover: string) => world(everybody({ anna: { away: {}, cover } } as never))
    expect(said(asked, ['boss', 'countersign', agree], covered('post-boss'))).toBe(
      'refused: not-asked-to-sign',
    )
    const signed = after(asked, [['bert', 'countersign', agree]])
    expect(said(signed, ['bert', 'countersign', agree], covered('post-bert'))).toBe(
      'refused: not-asked-to-sign',
    )
    expect(said(signed, ['cora', 'countersign', agree], covered('post-cora'))).toBe('stood-in, countersigned')
  })

  test.each<[string, CaseDossier, Deed, string]>([
    ['the approver asks before deciding', reviewed, ask(['post-anna']), 'countersign-asked'],
    ['not before it comes to a decision', accepted, ask(['post-anna']), 'refused: countersign-not-now'],
    ['not of oneself', reviewed, ask(['post-boss']), 'refused: signer-is-oneself'],
    ['not of another body', reviewed, ask(['post-west']), 'refused: signer-of-another-body'],
    [
      'not of a village agent, who would not see the case',
      reviewed,
      ask(['post-agent']),
      'refused: colleague-unknown',
    ],
    ['not of nobody', reviewed, ask(['post-nobody']), 'refused: colleague-unknown'],
    ['not twice', asked, ask(['post-anna']), 'refused: signer-already-asked'],
    ['the decision waits', asked, GRANT, 'refused: countersign-missing'],
    ['a signature', asked, ['anna', 'countersign', agree], 'countersigned'],
    ['only of whom was asked', asked, ['cora', 'countersign', agree], 'refused: not-asked-to-sign'],
    [
      'once',
      after(asked, [['anna', 'countersign', agree]]),
      ['anna', 'countersign', agree],
      'refused: not-asked-to-sign',
    ],
    [
      'against only with a reason',
      asked,
      ['anna', 'countersign', { opinion: 'disagree' }],
      'refused: disagreement-needs-reason',
    ],
    [
      'still waits for the second',
      after(asked, [['anna', 'countersign', agree]]),
      GRANT,
      'refused: countersign-missing',
    ],
    [
      'all have signed',
      after(asked, [
        ['anna', 'countersign', agree],
        ['bert', 'countersign', agree],
      ]),
      GRANT,
      'granted',
    ],
    [
      'a disagreement wants an answer',
      after(asked, [
        ['anna', 'countersign', agree],
        ['bert', 'countersign', against],
      ]),
      GRANT,
      'refused: disagreement-unanswered',
    ],
    [
      'which is given',
      after(asked, [
        ['anna', 'countersign', agree],
        ['bert', 'countersign', against],
        ['boss', 'settle-disagreement', { reason: '已现场复核，面积以测绘报告为准' }],
      ]),
      GRANT,
      'granted',
    ],
    [
      'nothing to settle',
      asked,
      ['boss', 'settle-disagreement', { reason: '没有不同意见可以处理的' }],
      'refused: not-for-this-dossier',
    ],
    [
      'a signer adds one',
      asked,
      ['anna', 'add-signer', { signer: 'post-cora', reason: '她去过现场' }],
      'signer-added',
    ],
    [
      'nobody else adds',
      asked,
      ['cora', 'add-signer', { signer: 'post-vice', reason: '她去过现场' }],
      'refused: not-asked-to-sign',
    ],
    [
      'the approver excuses',
      asked,
      ['boss', 'excuse-signer', { signer: 'post-bert', reason: '已经调离' }],
      'signer-excused',
    ],
    [
      'only a signer',
      asked,
      ['boss', 'excuse-signer', { signer: 'post-cora', reason: '已经调离' }],
      'refused: not-a-signer',
    ],
    [
      'sent back, the signatures are void',
      asked,
      ['boss', 'return-to-review', { reason: '请补充核查' }],
      'countersign-void, returned-to-review',
    ],
    [
      'given up by the applicant, they are void too, and their days end once',
      asked,
      ['clerk', 'withdraw', { reason: '不再办理了。', signed: true }],
      'countersign-void, withdrawn',
    ],
  ])('%s', (_title, dossier, deed, expected) => {
    expect(said(dossier, deed)).toBe(expected)
  })

  test('a notice that is served meanwhile leaves the case where it is, so nobody’s signature is void, and the limit to sign stands still', () => {
    const why = { ground: 'prescribed', why: '影响相邻各方' }
    const told = after(asked, [['boss', 'notify-hearing-right', why]])
    const notice = { id: told.hearing!.id, kind: 'hearing-right' as const, seq: told.version, at: workday(3) }
    const ready: CaseDossier = { ...told, papers: [...told.papers, { ...notice, file: 'f', hash: 'h' }] }
    const receiver = { receiver: '测试甲', relation: 'self', identified: '核对居民身份证' }
    expect(said(ready, ['clerk', 'serve-hearing-notice', receiver])).toBe('hearing-notice-served')
    const served = after(ready, [['clerk', 'serve-hearing-notice', receiver]])
    expect(openSigners(served)).toEqual(openSigners(asked))
    expect(served.clocks['countersign']?.stops).toHaveLength(1)
  })

  test('more than ten are too many', () => {
    const many = {
      ...asked,
      signers: Array.from({ length: 10 }, (_, n) => ({ ...asked.signers![0]!, post: `post-${n}` })),
    }
    expect(said(many, ask(['post-anna']))).toBe('refused: too-many-signers')
  })

  test('a cover signs for a colleague away, and the record says so', () => {
    const away = world(everybody({ bert: { away: {}, cover: 'post-cora' } }))
    expect(said(asked, ['cora', 'countersign', agree], away)).toBe('stood-in, countersigned')
    const signed = after(asked, [['cora', 'countersign', agree]], away)
    expect(openSigners(signed)).toEqual(['post-anna'])
  })

  test('the limit to sign runs from the asking, three working days unless the pack says otherwise, until the last signature', () => {
    expect(asked.clocks['countersign']).toMatchObject({ amount: 3, kind: 'step', unit: 'working-day' })
    const five = world(everybody(), { parameters: { ...world().parameters, countersignWorkingDays: 5 } })
    expect(after(reviewed, [ask(['post-anna'])], five).clocks['countersign']?.amount).toBe(5)
    const one = after(asked, [['anna', 'countersign', agree]])
    expect(one.clocks['countersign']?.ended).toBeUndefined()
    expect(after(one, [['bert', 'countersign', agree]]).clocks['countersign']?.ended).toBeDefined()
    expect(
      after(asked, [['boss', 'return-to-review', { reason: '请补充核查' }]]).clocks['countersign']?.ended,
    ).toBeDefined()
  })

  test('a claim by one approver keeps another from asking and deciding', () => {
    const mine = after(reviewed, [['boss', 'claim']])
    expect(said(mine, ['vice', 'ask-countersign', { signers: ['post-anna'] }])).toBe(
      'refused: claimed-by-other',
    )
    expect(said(mine, ['vice', 'grant', { conclusion: '准予。' }])).toBe('refused: claimed-by-other')
  })
})

test('every fact of the chapter is told in a Chinese sentence', () => {
  expect(Object.keys(queueWords.told).toSorted()).toEqual(Object.keys(queue.apply).toSorted())
})
