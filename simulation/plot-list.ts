import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import { lawfulExtension, statutory } from '#capabilities/case/chapters/extension/rules.ts'
import { objectionOpen } from '#capabilities/case/chapters/hearing/rules.ts'
import { listedKinds, TECHNICAL } from '#capabilities/case/chapters/special/rules.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { notice, type Asked, type Input } from './inputs.ts'
import type { Run } from './run.ts'
import { servedBy } from './serving.ts'

/** What surrounds a case that something is meant in. */
export interface Scene {
  run: Run
  item: ItemVersion
  today: string
}

/** One act of a plot; what somebody who means it writes in particular, and what has to stand so first. */
export interface PlotStep {
  act: string
  fill?: (asked: Asked, scene: Scene) => Input
  when?: (dossier: CaseDossier, scene: Scene) => boolean
  /** What is asked for in vain before it; after some days it is taken all the same. */
  after?: readonly string[]
}

/** Acts that follow one another in one case, each of which makes the next possible. */
export interface Plot {
  procedures: readonly ProcedureName[]
  steps: readonly PlotStep[]
  /** In which cases it can be gone through with. */
  when?: (dossier: CaseDossier, scene: Scene) => boolean
  /** Acts of the system that follow when it is left alone afterwards, and for how many days. */
  then?: { acts: readonly string[]; days: number }
  /** Codes that are asked for on the way. */
  codes?: readonly string[]
}

const ALL = ['approval', 'on-the-spot', 'commitment'] as const
const HEARD = ['approval', 'on-the-spot'] as const
const APPROVAL = ['approval'] as const

const steps = (...acts: readonly (string | PlotStep)[]): PlotStep[] =>
  acts.map((act) => (typeof act === 'string' ? { act } : act))

const after = (step: string | PlotStep, ...codes: string[]): PlotStep => ({
  ...(typeof step === 'string' ? { act: step } : step),
  after: codes,
})

const said = (act: string, input: Input): PlotStep => ({ act, fill: () => input })

export const byHand = ({ delivery }: CaseDossier): boolean => delivery !== 'electronic'
export const online = ({ delivery }: CaseDossier): boolean => delivery === 'electronic'

/** One of what the form of the act offers for a field. */
export function offered({ detail, act, random }: Asked, field: string): string {
  const { fields = [] } = detail.allowed.find((one) => one.act === act) ?? {}
  const { options = [] } = fields.find(({ name }) => name === field) ?? {}
  return options.length > 0 ? random.oneOf(options).value : ''
}

export const papersOf = ({ detail }: Asked): string[] => detail.materials.map(({ id }) => id)

export const told = (ground: 'interests' | 'prescribed'): PlotStep[] =>
  steps(
    said('notify-hearing-right', { ground, why: '许可事项影响相邻各方。', others: [] }),
    'serve-hearing-notice',
  )

const held: PlotStep = {
  act: 'record-hearing',
  when: (dossier, { today }) => {
    const { convened } = dossier.hearing ?? {}
    return convened?.served !== undefined && convened.day <= today && !objectionOpen(dossier)
  },
}

export const named = (hearing: boolean): PlotStep =>
  said('name-interested', { name: '测试戊', interest: '相邻通行', phone: '19900000000', hearing })

export const toldOther = (mode: 'window' | 'announcement'): PlotStep => ({
  act: 'serve-interested',
  fill: (asked, { today }) => ({ id: offered(asked, 'id'), ...servedBy(mode, today) }),
})

export const heardOther: PlotStep = {
  act: 'hear-interested',
  fill: (asked) => ({ id: offered(asked, 'id'), result: 'stated', text: '希望保留相邻的通道。' }),
}

const declinedOther: PlotStep = {
  act: 'hear-interested',
  fill: (asked, { today }) => ({
    ...{ id: offered(asked, 'id'), result: 'waived', text: '不要求听证。' },
    ...{ record: 'written', signer: '测试戊', signedOn: today, kept: '案卷' },
  }),
  when: ({ interested = [] }) => interested.some(({ stated }) => stated !== undefined),
}

export const inspected = (result: 'met' | 'not-met'): PlotStep => ({
  act: 'end-special',
  when: ({ special = [] }) =>
    special.every(
      ({ kind, assigned, ended }) =>
        ended !== undefined || assigned !== undefined || !TECHNICAL.includes(kind),
    ),
  fill: (asked) => ({ kind: offered(asked, 'kind'), result, text: '已经完成。', standard: '示例技术规范' }),
})

export /** A review by experts that a law wants, whatever the guide lists, with its notice in the applicant's hand. */
const reviewed = (amount: number): PlotStep[] =>
  steps(
    said('start-special', {
      ...{ kind: 'expert-review', why: '方案要由专家评审。', doneBy: '示例专家组' },
      ...{ basis: '《中华人民共和国行政许可法》第四十五条', amount, unit: 'working-day' },
    }),
    'serve-special',
  )

const special = (dossier: CaseDossier, { item }: Scene): boolean =>
  listedKinds(item).length > 0 && (dossier.special ?? []).length === 0

export const technical = (dossier: CaseDossier, scene: Scene): boolean =>
  special(dossier, scene) && listedKinds(scene.item).some((kind) => TECHNICAL.includes(kind))

export const extendable = (dossier: CaseDossier, { item }: Scene): boolean =>
  lawfulExtension(item) !== undefined && statutory(dossier) !== undefined && dossier.extension === undefined

const open = ({ publicity, publicitySpared }: CaseDossier, { item }: Scene): boolean =>
  item.process.publicity !== undefined && publicity === undefined && publicitySpared === undefined

export const tolerable = ({ materials }: CaseDossier, { item }: Scene): boolean =>
  item.materials.some(({ id, necessity }) => necessity === 'tolerable' && materials[id] === undefined)

/** A town that holds the decision on the item of this case now, beside the body the case lies with. */
export const heldElsewhere = ({ item, decidingBody }: CaseDossier, { run, today }: Scene) =>
  run.delegated.find((given) => given.item === item.id && given.body !== decidingBody && given.from <= today)

const refer: PlotStep = {
  act: 'refer',
  fill: ({ dossier }, scene) => {
    const { body } = heldElsewhere(dossier, scene)!
    return { toBody: body, region: REGIONS[body]!, reason: '该事项已经下放，由镇街道办理。' }
  },
  when: (dossier, scene) => heldElsewhere(dossier, scene) !== undefined,
}

const REGIONS: Readonly<Record<string, string>> = {
  'town-370304004': '370304004207',
  'town-370304106': '370304106026',
}

const disagrees = said('countersign', { opinion: 'disagree', text: '相邻间距还要核实。' })

/** What somebody means to go through with in a case; chance alone rarely does so many things in this order. */
export const PLOTS: readonly Plot[] = [
  {
    procedures: HEARD,
    steps: steps(
      ...['review', ...told('interests'), 'request-hearing', 'convene-hearing', 'serve-hearing-notice'],
      ...['object-to-presider', after('keep-presider', 'presider-objected'), after(held, 'hearing-unsigned')],
      after('weigh-hearing', 'hearing-not-weighed'),
    ),
    codes: ['presider-objected', 'hearing-not-weighed', 'hearing-unsigned', 'hearing-too-late'],
  },
  { procedures: HEARD, steps: steps(...told('interests'), 'waive-hearing') },
  { procedures: HEARD, steps: told('interests'), then: { acts: ['lapse-hearing-right'], days: 12 } },
  {
    procedures: HEARD,
    steps: steps(
      'start-special',
      'serve-special',
      'assign-inspectors',
      after(inspected('met'), 'inspection-standard-missing'),
    ),
    when: (dossier, scene) => byHand(dossier) && technical(dossier, scene),
    codes: ['inspectors-missing', 'inspection-standard-missing'],
  },
  {
    procedures: HEARD,
    steps: steps('review', 'start-special', 'assign-inspectors', inspected('not-met')),
    when: technical,
    codes: ['inspection-failed'],
  },
  {
    procedures: HEARD,
    steps: steps('start-special'),
    when: (dossier, scene) => online(dossier) && special(dossier, scene),
    then: { acts: ['serve-special-electronically', 'flag-over-told'], days: 12 },
  },
  {
    procedures: HEARD,
    steps: steps('start-special', 'serve-special'),
    when: (dossier, scene) => byHand(dossier) && special(dossier, scene),
  },
  {
    procedures: HEARD,
    steps: steps(...reviewed(3), after('extend-special', 'special-extension-long')),
    when: (dossier) => byHand(dossier) && dossier.special === undefined,
    codes: ['special-extension-long'],
  },
  {
    procedures: HEARD,
    steps: steps(
      ...reviewed(2),
      said('end-special', { kind: 'expert-review', result: 'met', text: '方案可行。' }),
      after('ask-special-again', 'special-once', 'special-again-not-needed'),
      'answer-special-again',
    ),
    when: (dossier) => byHand(dossier) && dossier.special === undefined,
    codes: ['special-once', 'special-again-not-needed'],
  },
  {
    procedures: HEARD,
    steps: steps(
      ...['review', named(true), toldOther('window'), after(heardOther, 'interested-days-running')],
      ...[declinedOther, after('weigh-interested', 'interested-unweighed')],
    ),
  },
  { procedures: HEARD, steps: steps(named(false), 'drop-interested') },
  {
    procedures: HEARD,
    steps: steps('review', named(true), toldOther('window'), {
      act: 'hear-interested',
      fill: (asked) => ({ id: offered(asked, 'id'), result: 'hearing', text: '要求举行听证。' }),
    }),
    codes: ['interested-hearing-owed'],
  },
  {
    procedures: HEARD,
    steps: steps(named(true), toldOther('window')),
    then: { acts: ['lapse-interested'], days: 12 },
  },
  {
    procedures: HEARD,
    steps: steps(named(false), toldOther('announcement')),
    then: { acts: ['end-interested-announcement'], days: 40 },
  },
  { procedures: HEARD, steps: steps('propose-extension', 'refuse-extension'), when: extendable },
  {
    procedures: HEARD,
    steps: steps('propose-extension', after('extend', 'extension-not-head')),
    when: extendable,
  },
  {
    procedures: ALL,
    steps: steps('ask-countersign', disagrees, after('settle-disagreement', 'disagreement-unanswered')),
    codes: ['disagreement-unanswered'],
  },
  { procedures: ALL, steps: steps('ask-countersign', 'add-signer', 'countersign') },
  { procedures: ALL, steps: steps('ask-countersign', 'excuse-signer') },
  {
    procedures: ALL,
    steps: steps('review', 'ask-opinions', 'give-opinion', after('answer-objection', 'objection-unanswered')),
    codes: ['objection-unanswered'],
  },
  { procedures: ALL, steps: steps('ask-opinions', 'withdraw-question') },
  { procedures: ALL, steps: steps('call-meeting', 'record-resolution', 'hold-meeting', 'complete-task') },
  { procedures: ALL, steps: steps('call-meeting', 'record-resolution', 'hold-meeting', 'drop-task') },
  {
    procedures: ALL,
    steps: steps('call-meeting', after('cancel-meeting', 'meeting-not-begun')),
    codes: ['meeting-not-begun'],
  },
  { procedures: ALL, steps: steps('open-fast-lane', 'change-contact', 'record-service', 'close-fast-lane') },
  { procedures: ALL, steps: steps('claim', 'hand-over') },
  { procedures: ALL, steps: steps('claim', 'release') },
  { procedures: ALL, steps: [refer], when: (dossier, scene) => heldElsewhere(dossier, scene) !== undefined },
  {
    procedures: HEARD,
    steps: steps(
      { act: 'notify-supplement', fill: (asked) => notice(asked, papersOf(asked).slice(0, 2)) },
      'supply-at-window',
      {
        when: ({ supplement }) => supplement !== undefined,
        act: 'notify-supplement',
        fill: (asked) => notice(asked, asked.dossier.supplement!.asked.slice(0, 1)),
      },
      'supply-at-window',
    ),
    when: ({ supplement }) => supplement === undefined,
    codes: ['point-settled'],
  },
  {
    procedures: ALL,
    steps: steps('correct-form', after('accept', 'form-answer-same')),
    when: ({ corrections }) => corrections === undefined,
    codes: ['form-answer-same'],
  },
  { procedures: ALL, steps: steps('propose-refusal', 'return-to-window') },
  { procedures: ALL, steps: steps('propose-refusal', 'refuse-acceptance') },
  {
    procedures: ALL,
    steps: steps(
      said('propose-refusal', { reason: '提供的证明系伪造。', ground: 'false-materials' }),
      'refuse-acceptance',
    ),
    when: (_dossier, { item }) => item.publicSafety !== undefined,
    codes: ['barred-78'],
  },
  {
    procedures: APPROVAL,
    steps: steps(
      'accept-with-gaps',
      'review',
      after('supply-gap-at-window', 'gap-open'),
      after('verify-gap', 'gap-note-missing'),
    ),
    when: tolerable,
    codes: ['gap-not-owed', 'gap-open', 'gap-note-missing'],
  },
  {
    procedures: APPROVAL,
    steps: steps('promise-gap', 'accept-with-gaps', 'supply-gap', 'verify-gap'),
    when: tolerable,
  },
  {
    procedures: APPROVAL,
    steps: steps('accept-with-gaps'),
    when: tolerable,
    then: { acts: ['remind-gap', 'gap-lapse'], days: 18 },
    codes: ['gap-over', 'gap-blocked'],
  },
  {
    procedures: APPROVAL,
    steps: steps(
      'review',
      'open-publicity',
      'record-objection',
      after('answer-publicity-objection', 'publicity-open', 'objection-open'),
    ),
    when: open,
    codes: ['publicity-open', 'objection-unknown', 'objection-open'],
  },
  {
    procedures: APPROVAL,
    steps: steps('open-publicity'),
    when: open,
    then: { acts: ['close-publicity'], days: 6 },
  },
  { procedures: APPROVAL, steps: steps('review', 'return-to-review') },
  { procedures: APPROVAL, steps: steps('review', 'forward') },
  {
    procedures: HEARD,
    steps: steps('accept', 'review', 'grant', 'seal', after('print-at-place', 'print-elsewhere')),
    when: ({ remote, delivery }) => remote === true && delivery === 'window',
    codes: ['print-elsewhere'],
  },
  {
    procedures: ALL,
    steps: steps('accept', 'review', 'grant', 'seal', 'hand-to-post', 'return-from-post'),
    when: ({ delivery }) => delivery === 'post',
  },
  {
    procedures: HEARD,
    steps: steps('accept', 'review', 'grant', 'seal'),
    when: (_dossier, { item }) => item.lifecycle !== undefined,
    codes: [
      ...['renewal-early', 'renewal-late', 'about-running', 'about-other-body', 'renewal-deemed'],
      ...['licence change', 'licence renew', 'licence cancel-applied'],
    ],
  },
  { procedures: ['commitment'], steps: steps('record-check', 'return-to-check'), codes: ['party-not-heard'] },
  {
    procedures: ['commitment'],
    steps: steps(
      ...['record-check', 'tell-revocation', 'serve-notice', 'hear-party', 'revoke', 'serve-revocation'],
      'restore-credit',
    ),
    codes: ['party-not-heard', 'commitment-blocked'],
  },
  {
    procedures: ['commitment'],
    steps: [{ act: 'serve-revocation', fill: (_asked, { today }) => servedBy('announcement', today) }],
    when: byHand,
    then: { acts: ['end-revocation-announcement'], days: 40 },
    codes: ['announcement-running'],
  },
]
