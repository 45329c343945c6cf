import { addDays, legalDay } from '#engine/day.ts'
import type { IntentGround } from '#capabilities/licence-seal/contract.ts'
import { hasAnswered, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import type { Input } from './inputs.ts'
import type { Run } from './run.ts'
import { servedBy } from './serving.ts'

/** What somebody wants of a licence that stands so; who, where it is not whoever may. */
export interface LicencePlan {
  act: string
  when(dossier: LicenceDossier, today: string): boolean
  fill(dossier: LicenceDossier, today: string): Input
  role?: 'approver' | 'reviewer' | 'window-clerk'
}

const text = '经核查情况属实，依法办理。'
const compensation = '按实际损失补偿'
const document = '《演示条例》第九条，演示证明〔2026〕1号'

const law = '《中华人民共和国行政许可法》第六十九条'

const inForce = ({ state, intent, application, amendment }: LicenceDossier): boolean =>
  state === 'valid' && intent === undefined && application === undefined && amendment === undefined
const meant = ({ state, intent }: LicenceDossier) =>
  ['ending', 'withdrawn', 'cancelled'].includes(state) ? undefined : intent
const isHeard = (dossier: LicenceDossier, how: string): boolean =>
  meant(dossier)?.how === how && hasAnswered(meant(dossier)!)
const isToHear = (dossier: LicenceDossier): boolean =>
  meant(dossier)?.servedOn !== undefined && !hasAnswered(meant(dossier)!)
export const signed = (today: string): Input => ({
  ...{ result: 'stated', form: 'signed', record: 'read-back', text },
  ...{ signer: '示例持证人', signedOn: today, kept: '案卷第2页' },
})
const isAmendmentMade = ({ state, papers, amendment }: LicenceDossier): boolean =>
  state === 'valid' && papers.some(({ kind, seq }) => kind === 'amendment' && seq === amendment?.seq)
const isMade = ({ papers, intent }: LicenceDossier): boolean =>
  papers.some(({ kind, seq }) => kind === 'intent' && seq === intent?.seq)
const untold = (dossier: LicenceDossier): boolean =>
  meant(dossier) !== undefined &&
  meant(dossier)!.servedOn === undefined &&
  dossier.announced === undefined &&
  !dossier.electronic
const isEndingMade = ({ state, papers, ending }: LicenceDossier): boolean =>
  state === 'ending' && papers.some(({ kind, seq }) => kind === 'ending' && seq >= (ending?.seq ?? 0))

export const intend = (ground: IntentGround): LicencePlan => ({
  ...{ act: 'intend', when: inForce },
  fill: () => ({
    ...{ ground, reason: text, basis: law },
    ...(ground.startsWith('change-') ? { change: '面积由100平方米改为80平方米' } : {}),
  }),
})

const slip: LicencePlan = {
  ...{ act: 'correct', when: inForce, role: 'approver' },
  fill: () => ({ found: 'holder', wrong: '示列路', right: '示例路', shownBy: '申请表第3项' }),
}
const what = ['面积：100平方米 → 80平方米']

/** Ways in which a licence is taken away, each begun once before chance begins any of them again. */
export const BEGINNINGS: Readonly<Record<string, LicencePlan>> = {
  fraud: intend('fraud'),
  'not-qualified': intend('not-qualified'),
  'law-changed': intend('law-changed'),
  'circumstances-changed': intend('circumstances-changed'),
  'cancel-other-law': intend('cancel-other-law'),
  'change-law-changed': intend('change-law-changed'),
  'change-circumstances-changed': intend('change-circumstances-changed'),
  slip,
  'slip, into an account': { ...slip, when: (dossier) => inForce(dossier) && dossier.electronic },
  forfeited: {
    ...{ act: 'record-forfeiture', when: inForce, role: 'approver' },
    fill: (_dossier, today) => ({ organ: '示例行政执法机关', document: '演示罚决〔2026〕1号', on: today }),
  },
  'not-renewed': {
    ...{ act: 'cancel', role: 'approver' },
    when: ({ state, intent, application }) =>
      state === 'expired' && intent === undefined && application === undefined,
    fill: () => ({ ground: 'not-renewed', conclusion: text }),
  },
}

/** What follows once it has begun. */
export const GOING_ON: readonly LicencePlan[] = [
  {
    ...{ act: 'serve-intent', when: (dossier) => untold(dossier) && isMade(dossier) },
    fill: ({ intent }, today) =>
      servedBy(intent?.ground === 'circumstances-changed' ? 'announcement' : 'window', today),
  },
  {
    act: 'hear',
    when: isToHear,
    fill: (_dossier, today) => signed(today),
  },
  {
    ...{ act: 'drop-intent', role: 'approver' },
    when: (dossier) => meant(dossier)?.ground === 'circumstances-changed' && isHeard(dossier, 'withdrawn'),
    fill: () => ({ reason: text }),
  },
  {
    ...{ act: 'revoke', role: 'approver', when: (dossier) => isHeard(dossier, 'revoked') },
    fill: ({ intent }) => ({
      ...{ publicInterest: 'no-grave-harm', conclusion: text },
      ...(intent?.ground === 'fraud' ? {} : { compensation }),
    }),
  },
  {
    ...{ act: 'withdraw', role: 'approver' },
    when: (dossier) => dossier.state === 'valid' && isHeard(dossier, 'withdrawn'),
    fill: () => ({ conclusion: text, compensation }),
  },
  {
    ...{ act: 'alter', role: 'approver' },
    when: (dossier) => dossier.state === 'valid' && isHeard(dossier, 'changed'),
    fill: () => ({ what, conclusion: text, compensation }),
  },
  {
    ...{ act: 'serve-amendment', role: 'window-clerk' },
    when: (dossier) => isAmendmentMade(dossier) && !dossier.electronic && dossier.announced === undefined,
    fill: (_dossier, today) => servedBy('window', today),
  },
  {
    ...{ act: 'cancel', role: 'approver', when: (dossier) => isHeard(dossier, 'cancelled') },
    fill: ({ intent }) => ({ ground: intent!.ground, conclusion: text, document }),
  },
  {
    ...{ act: 'serve', role: 'window-clerk' },
    when: (dossier) => isEndingMade(dossier) && !dossier.electronic && dossier.announced === undefined,
    fill: ({ ending }, today) => servedBy(ending?.how === 'withdrawn' ? 'announcement' : 'window', today),
  },
  {
    ...{ act: 'cancel', role: 'approver' },
    when: ({ state, intent }) =>
      ['revoked', 'withdrawn', 'forfeited'].includes(state) && intent === undefined,
    fill: () => ({ ground: 'taken-away', conclusion: text }),
  },
]

/** What somebody asks for and will not get, by the code they hear. */
export const REFUSED: Readonly<Record<string, LicencePlan>> = {
  'licence-paper-not-ready': {
    ...{ act: 'serve-intent', when: (dossier) => untold(dossier) && !isMade(dossier) },
    fill: (_dossier, today) => servedBy('window', today),
  },
  'serving-incomplete': {
    ...{ act: 'serve-intent', when: (dossier) => untold(dossier) && isMade(dossier) },
    fill: (_dossier, today) => servedBy('window', today, ['receiver']),
  },
  'serving-day-other': {
    ...{ act: 'serve-intent', when: (dossier) => untold(dossier) && isMade(dossier) },
    fill: (_dossier, today) => servedBy('post', addDays(today, 3)),
  },
  'announcement-running': {
    act: 'serve-intent',
    when: (dossier) => meant(dossier) !== undefined && dossier.announced?.what === 'intent',
    fill: (_dossier, today) => servedBy('announcement', today),
  },
  'statement-days-running': {
    act: 'cancel',
    ...{ role: 'approver' },
    when: (dossier) => meant(dossier)?.how === 'cancelled' && isToHear(dossier),
    fill: ({ intent }) => ({ ground: intent!.ground, conclusion: text, document }),
  },
  'public-interest-bars': {
    ...{ act: 'revoke', role: 'approver', when: (dossier) => isHeard(dossier, 'revoked') },
    fill: () => ({ publicInterest: 'grave-harm', conclusion: text, compensation }),
  },
  'compensation-unsaid': {
    ...{ act: 'revoke', role: 'approver' },
    when: (dossier) => isHeard(dossier, 'revoked') && dossier.intent?.ground !== 'fraud',
    fill: () => ({ publicInterest: 'no-grave-harm', conclusion: text }),
  },
  'fraud-not-compensated': {
    ...{ act: 'revoke', role: 'approver' },
    when: (dossier) => isHeard(dossier, 'revoked') && dossier.intent?.ground === 'fraud',
    fill: () => ({ publicInterest: 'no-grave-harm', conclusion: text, compensation }),
  },
  'intent-running': {
    ...{ act: 'intend', role: 'approver', when: (dossier) => meant(dossier) !== undefined },
    fill: () => ({ ground: 'fraud', reason: text, basis: law }),
  },
  'basis-not-law': {
    ...{ act: 'intend', role: 'approver', when: inForce },
    fill: () => ({ ground: 'fraud', reason: text, basis: '本单位内部规定第三条' }),
  },
  'change-unsaid': {
    ...{ act: 'intend', role: 'approver', when: inForce },
    fill: () => ({ ground: 'change-law-changed', reason: text, basis: law }),
  },
  'waiver-unsigned': {
    ...{ act: 'hear', role: 'approver', when: isToHear },
    fill: () => ({ result: 'waived', form: 'oral', text }),
  },
  'answer-record-incomplete': {
    ...{ act: 'hear', role: 'approver', when: isToHear },
    fill: () => ({ result: 'waived', form: 'signed', text }),
  },
  'answer-day-other': {
    ...{ act: 'hear', role: 'approver', when: isToHear },
    fill: (_dossier, today) => signed(addDays(today, 1)),
  },
  'amended-term-other': {
    ...{ act: 'alter', role: 'approver' },
    when: (dossier) => dossier.state === 'valid' && isHeard(dossier, 'changed'),
    fill: (_dossier, today) => ({ what, conclusion: text, compensation, validUntil: today }),
  },
  'amendment-unserved': {
    ...slip,
    when: ({ state, amendment }) => state === 'valid' && amendment !== undefined,
  },
  'correction-same': {
    ...slip,
    fill: () => ({ found: 'office', wrong: '示例路', right: '示例路', shownBy: '申请表第3项' }),
  },
  'cancel-not-personal': {
    ...{ act: 'cancel', role: 'approver', when: (dossier) => inForce(dossier) && dossier.person },
    fill: () => ({ ground: 'person-gone', befell: 'incapacity', conclusion: text, document }),
  },
  'cancel-ground-other': {
    ...{ act: 'cancel', role: 'approver', when: inForce },
    fill: () => ({ ground: 'not-renewed', conclusion: text }),
  },
  'cancel-document-missing': {
    ...{ act: 'cancel', role: 'approver', when: inForce },
    fill: () => ({ ground: 'other-law', conclusion: text }),
  },
  'cancel-not-told': {
    ...{ act: 'cancel', role: 'approver', when: inForce },
    fill: () => ({ ground: 'force-majeure', conclusion: text }),
  },
  'application-running': {
    ...{ act: 'cancel', role: 'approver' },
    when: ({ state, application }) => state === 'expired' && application?.kind === 'renew',
    fill: () => ({ ground: 'not-renewed', conclusion: text }),
  },
  'forfeiture-not-in-force': {
    ...{ act: 'record-forfeiture', role: 'approver', when: inForce },
    fill: (_dossier, today) => ({
      ...{ organ: '示例行政执法机关', document: '演示罚决〔2026〕1号', on: addDays(today, 30) },
    }),
  },
  'licence-not-your-step': {
    ...{ act: 'cancel', role: 'reviewer', when: inForce },
    fill: () => ({ ground: 'force-majeure', conclusion: text }),
  },
}

/** So many licences are on their way to be taken away at a time. */
const AT_ONCE = 4

/** The next that is wanted of some licence: a no that nobody has heard, what follows, or another beginning. */
export function planned(
  { journal, random, town }: Run,
  all: readonly { number: string; dossier: LicenceDossier }[],
): { number: string; plan: LicencePlan } | undefined {
  const today = legalDay(town.clock.now())
  const of = (plan: LicencePlan) =>
    all.filter(({ dossier }) => plan.when(dossier, today)).map(({ number }) => ({ number, plan }))
  const unheard = Object.entries(REFUSED).filter(([code]) => !journal.refused.has(code))
  const no = unheard.flatMap(([, plan]) => of(plan).slice(-1))
  if (no.length > 0 && random.chance(0.5)) return random.oneOf(no)
  const next = GOING_ON.flatMap((plan) => of(plan))
  if (next.length > 0 && random.chance(0.8)) return random.oneOf(next)
  const busy = all.filter(
    ({ dossier: { intent, state } }) => intent !== undefined && state === 'valid',
  ).length
  const begin = Object.entries(BEGINNINGS).filter(([name]) => !journal.met.has(`licence: ${name}`))
  const fresh =
    busy < AT_ONCE ? begin.flatMap(([name, plan]) => of(plan).map((one) => ({ ...one, name }))) : []
  if (fresh.length === 0) return undefined
  const { name, ...one } = random.oneOf(fresh)
  journal.met.add(`licence: ${name}`)
  return one
}
