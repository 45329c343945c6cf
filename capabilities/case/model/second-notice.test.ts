import { describe, expect, test } from 'vitest'
import type { ChecklistLine, HandedIn, SupplementLine } from '../contract.ts'
import { act, checklist, filing, journey, outcome, paper, type Step } from '../testing/journey.ts'
import type { Who } from '../testing/world.ts'
import { caseWorld } from '../testing/world.ts'

/** Everybody's words in these tables: a point is its material and what is wrong with it. */
const point = (material: string, problem = '没有提供'): SupplementLine => ({
  material,
  problem,
  remedy: '请提供原件',
})
const raisedBy = (by: string, line: SupplementLine, why = '新交的图纸范围超出权属证明'): SupplementLine => ({
  ...line,
  raised: { by, ground: 'contradiction', why },
})

const notice = (day: number, ...lines: SupplementLine[]): Step => {
  const wrong = lines.map(({ material }): [string, ChecklistLine['verdict']] => [material, 'defective'])
  return [day, 'clerk', 'notify-supplement', { lines, checklist: checklist(Object.fromEntries([...wrong])) }]
}
const handIn = (day: number, materials: (string | HandedIn)[], who: Who = 'applicant'): Step => [
  day,
  who,
  who === 'applicant' ? 'supply' : 'supply-at-window',
  {
    materials: materials.map((material) => (typeof material === 'string' ? paper(material) : material)),
    files: {},
  },
]
/** Filed with the title deed; the plan of works is missing. */
const FILED: Step = [0, 'applicant', 'file-online', filing()]
const FIRST = notice(1, point('plan'))
const ONCE: Step[] = [FILED, FIRST, handIn(3, ['plan'])]
const EMPTY = paper('photos', { paperOriginals: 0 })

describe('CAS-15 a later notice repeats the first, unless the applicant’s own new papers raise a new point', () => {
  test.each<[string, Step[], SupplementLine[], string]>([
    // what it is, what went before, what the clerk names on day 6, what comes of it
    ['the same point, still open', ONCE, [point('plan')], 'supplementing'],
    [
      'the same point with a word why it is still open',
      ONCE,
      [{ ...point('plan'), still: '新交的没有盖章' }],
      'supplementing',
    ],
    [
      'another fault of the paper that was named',
      ONCE,
      [point('plan', '没有盖章')],
      'refused: second-notice-new-point',
    ],
    [
      'another way to mend it',
      ONCE,
      [{ ...point('plan'), remedy: '请另附航拍图' }],
      'refused: second-notice-new-point',
    ],
    ['a paper that lay there from the beginning', ONCE, [point('title')], 'refused: second-notice-new-point'],
    [
      'an old point and one knowable at first',
      ONCE,
      [point('plan'), point('title')],
      'refused: second-notice-new-point',
    ],

    [
      'a new paper with a fault of its own',
      ONCE,
      [raisedBy('plan', point('plan', '没有盖章'))],
      'supplementing',
    ],
    [
      'a new paper that contradicts an old one',
      ONCE,
      [raisedBy('plan', point('title', '面积不一致'))],
      'supplementing',
    ],
    [
      'an old point and a raised one',
      ONCE,
      [point('plan'), raisedBy('plan', point('title', '面积不一致'))],
      'supplementing',
    ],
    [
      'a raised point and one knowable at first',
      ONCE,
      [raisedBy('plan', point('title', '面积不一致')), point('photos')],
      'refused: second-notice-new-point',
    ],
    [
      'raised by a paper of the first filing',
      ONCE,
      [raisedBy('title', point('title', '面积不一致'))],
      'refused: new-point-paper',
    ],
    [
      'raised by a paper nobody handed in',
      ONCE,
      [raisedBy('photos', point('photos'))],
      'refused: new-point-paper',
    ],
    [
      'raised, and nobody says why',
      ONCE,
      [raisedBy('plan', point('title', '面积不一致'), '      ')],
      'refused: new-point-reason',
    ],

    ['a first notice raises nothing', [FILED], [raisedBy('plan', point('plan'))], 'refused: new-point-paper'],
    [
      'a paper nobody asked for raises a point',
      [FILED, FIRST, handIn(3, ['plan', 'photos'])],
      [raisedBy('photos', point('title', '四至不符'))],
      'supplementing',
    ],
    [
      'an empty line is no paper',
      [FILED, FIRST, handIn(3, ['plan', EMPTY])],
      [raisedBy('photos', point('title', '四至不符'))],
      'refused: new-point-paper',
    ],
    [
      'papers brought to a window',
      [FILED, FIRST, handIn(3, ['plan'], 'clerk')],
      [raisedBy('plan', point('title', '面积不一致'))],
      'supplementing',
    ],
    [
      'papers left in another town',
      [FILED, FIRST, handIn(3, ['plan'], 'town clerk')],
      [raisedBy('plan', point('title', '面积不一致'))],
      'supplementing',
    ],
  ])('second notice, %s', (_title, before, named, gives) => {
    const { dossier } = journey(before)
    expect(outcome(act(dossier, notice(4, ...named)))).toBe(gives)
  })

  // A field of the form is a point of the form: named by its words, not by the sheet it stands on.
  const PHONE = point('application', '联系电话少一位')
  const FORM: Step[] = [FILED, notice(1, PHONE), handIn(3, ['application'])]
  test.each<[string, Step[], SupplementLine[], string]>([
    ['the same field, still wrong', FORM, [PHONE], 'supplementing'],
    [
      'another field that was wrong at first',
      FORM,
      [point('application', '采伐地点没有填')],
      'refused: second-notice-new-point',
    ],
    [
      'two fields, one of them new',
      FORM,
      [PHONE, point('application', '采伐地点没有填')],
      'refused: second-notice-new-point',
    ],
    [
      'a field the new sheet itself got wrong',
      FORM,
      [raisedBy('application', point('application', '新表漏了签字'))],
      'supplementing',
    ],
    [
      'a field a new paper contradicts',
      ONCE,
      [raisedBy('plan', point('application', '株数与作业设计不一致'))],
      'supplementing',
    ],
    [
      'a field no new paper speaks of',
      ONCE,
      [point('application', '株数没有填')],
      'refused: second-notice-new-point',
    ],
  ])('of the form, a second notice names %s', (_title, before, named, gives) => {
    const { dossier } = journey(before)
    expect(outcome(act(dossier, notice(4, ...named)))).toBe(gives)
  })

  const BOTH: Step[] = [
    FILED,
    notice(1, point('plan'), point('photos')),
    handIn(3, ['plan', 'photos']),
    notice(4, point('plan')),
    handIn(5, ['plan']),
  ]
  test.each<[string, Step[], SupplementLine[], string]>([
    ['what two notices have named', BOTH, [point('plan')], 'supplementing'],
    ['what the second found in order', BOTH, [point('photos')], 'refused: point-settled'],
    [
      'what the second found in order, in other words',
      BOTH,
      [point('photos', '不清楚')],
      'refused: point-settled',
    ],
    ['what nobody has named', BOTH, [point('title')], 'refused: second-notice-new-point'],
    [
      'raised by what came in before the second',
      BOTH,
      [raisedBy('photos', point('title', '四至不符'))],
      'refused: new-point-paper',
    ],
    [
      'raised by what came in after the second',
      BOTH,
      [raisedBy('plan', point('title', '四至不符'))],
      'supplementing',
    ],
    [
      'in order, until a new paper took that back',
      BOTH,
      [raisedBy('plan', point('photos', '不是同一地块'))],
      'supplementing',
    ],
    [
      'a raised point, repeated',
      [...ONCE, notice(4, raisedBy('plan', point('title', '面积不一致'))), handIn(5, ['title'])],
      [point('title', '面积不一致')],
      'supplementing',
    ],
  ])('third notice, %s', (_title, before, named, gives) => {
    const { dossier } = journey(before)
    expect(outcome(act(dossier, notice(6, ...named)))).toBe(gives)
  })

  test.each<[string, SupplementLine, object]>([
    ['a new point', point('title'), { code: 'second-notice-new-point', facts: { materials: ['title'] } }],
    ['a point settled', point('photos'), { code: 'point-settled', facts: { materials: ['photos'] } }],
  ])('%s leaves a trace for supervision, with paper and law (第七十二条第四项)', (_title, named, refused) => {
    const said = { ...refused, recorded: true, basis: '行政许可法第三十二条第一款第四项' }
    expect(act(journey(BOTH).dossier, notice(6, named))).toMatchObject(said)
  })

  test('a paper that is not new is a slip of the form, and leaves none', () => {
    const slip = act(journey(ONCE).dossier, notice(4, raisedBy('title', point('title'))))
    expect(slip).toMatchObject({ code: 'new-point-paper', facts: { materials: ['title'] } })
    expect(slip).not.toHaveProperty('recorded')
  })

  test('the fact names point, paper and ground openly, and seals the reason', () => {
    const { facts } = journey([
      ...ONCE,
      notice(4, point('plan'), raisedBy('plan', point('title', '面积不一致'))),
    ])
    const { supplement } = facts.at(-1)!.body as { supplement: { lines: string } }
    expect(supplement).toMatchObject({
      round: 2,
      raised: [{ material: 'title', by: 'plan', ground: 'contradiction' }],
    })
    expect(supplement.lines).toContain('新交的图纸范围超出权属证明')
    const { lines: _sealed, ...open } = supplement
    expect(JSON.stringify(open)).not.toContain('超出')
  })

  test('the dossier keeps every notice and what came in after each', () => {
    const { supplement } = journey(BOTH).dossier
    expect(supplement).toMatchObject({
      ...{ round: 2, asked: ['plan'], materials: ['plan', 'photos'], open: false },
      earlier: [{ round: 1, asked: ['plan', 'photos'] }],
      supplied: [{ material: 'plan' }, { material: 'photos' }, { material: 'plan', on: '2026-09-29' }],
    })
    expect(new Set(supplement!.supplied!.map(({ noticeId }) => noticeId)).size).toBe(2)
  })
})

describe('papers that are no answer to a notice raise nothing', () => {
  test.each<[string, string, Step[]]>([
    ['a paper filed at first', 'title', []],
    ['what the office fetched by itself', 'plan', [[3, 'clerk', 'take-over-result']]],
  ])('%s', (_title, by, more) => {
    const { dossier } = journey([FILED, notice(1, point('photos')), handIn(3, ['photos']), ...more])
    const later = notice(4, raisedBy(by, point('mandate')))
    expect(outcome(act(dossier, later))).toBe('refused: new-point-paper')
  })

  test('nothing comes in after a lapse', () => {
    const { dossier } = journey([FILED, FIRST, [17, 'system', 'lapse']])
    expect(outcome(act(dossier, handIn(17, ['plan'])))).toBe('refused: not-in-this-state')
  })

  test('what was promised to follow may be left out, and once accepted no notice is left (容缺受理)', () => {
    const { dossier } = journey([
      ...ONCE,
      [4, 'applicant', 'promise-gap'],
      [4, 'clerk', 'accept-with-gaps', { inOrder: true }],
    ])
    expect(dossier.state).toBe('accepted')
    expect(outcome(act(dossier, notice(5, raisedBy('plan', point('photos')))))).toBe(
      'refused: not-in-this-state',
    )
  })
})

describe('C1 the five days and a second notice (第三十二条第一款第四项、第八十二条)', () => {
  // The law knows one notice. What comes in afterwards is looked at within five days of its own; silence accepts it.
  const raised = raisedBy('plan', point('title', '面积不一致'))
  test.each<[string, Step, string]>([
    ['C1 on the fifth day after the hand-in', notice(8, raised), 'supplementing'],
    ['C1 on the sixth', notice(9, raised), 'refused: notice-too-late'],
    ['C1 silence until the fifth day', [8, 'system', 'deem-accept'], 'refused: not-overdue'],
    ['C1 silence past it', [9, 'system', 'deem-accept'], 'accepted'],
  ])('%s → %s', (_title, step, gives) => {
    expect(outcome(act(journey(ONCE).dossier, step))).toBe(gives)
  })

  test('C1 a second notice ends the five days, and what answers it starts them anew from its own day', () => {
    const { dossier } = journey([...ONCE, notice(4, raised)])
    expect(dossier.clocks['notice']!.ended).toBeDefined()
    expect(dossier.clocks['supplement']!.ended).toBeUndefined()
    const again = journey([...ONCE, notice(4, raised), handIn(10, ['title'])]).dossier
    expect(outcome(act(again, [15, 'system', 'deem-accept']))).toBe('refused: not-overdue')
    const deemed = act(again, [16, 'system', 'deem-accept'], caseWorld())
    expect(deemed).toMatchObject({ dossier: { acceptance: { on: again.receivedOn, deemed: true } } })
    expect(again.receivedOn).not.toBe(again.firstReceivedOn)
  })
})
