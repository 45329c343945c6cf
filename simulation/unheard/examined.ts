import { hasStep } from '#capabilities/case/model/limits.ts'
import { due } from '#engine/clock/clock.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { lastDayOf } from '#capabilities/case/model/served.ts'
import { mayBeDeemed } from '#capabilities/case/chapters/licences/deem-renewed.ts'
import { lawfulExtension, statutory } from '#capabilities/case/chapters/extension/rules.ts'
import {
  examiners,
  isOpen,
  isOwed,
  mayAsk,
  objectionOpen,
} from '#capabilities/case/chapters/hearing/rules.ts'
import {
  concerned,
  hearingOwed,
  INTERESTED_MAX,
  noticeOf,
  unanswered,
  unserved,
  unweighed,
  waiting,
} from '#capabilities/case/chapters/interested/rules.ts'
import { isOpen as isPublic, openObjections } from '#capabilities/case/chapters/publicity/rules.ts'
import {
  extendable,
  listedKinds,
  running,
  specials,
  TECHNICAL,
  toldDay,
  unassigned,
} from '#capabilities/case/chapters/special/rules.ts'
import { openAgain, repeatable } from '#capabilities/case/chapters/special/again.ts'
import { SPECIAL_KINDS } from '#capabilities/case/chapters/special/dossier.ts'
import {
  unanswered as toAnswer,
  unserved as unservedNotice,
} from '#capabilities/case/chapters/intent/rules.ts'
import { addDays } from '#engine/day.ts'
import { signed } from '../licence-plans.ts'
import { servedBy } from '../serving.ts'
import { decided, officers, type Around, type Attempt } from './attempt.ts'

const isExamined = ({ state }: CaseDossier): boolean => state === 'accepted' || state === 'reviewed'
const reason = '按照审查情况和申请人的说明提出。'

/** Special procedures of article 45. */
const SPECIAL: readonly Attempt[] = [
  decided('special-running', (dossier) => running(dossier).length > 0),
  {
    ...{ code: 'special-not-running', act: 'end-special' },
    when: (dossier) => isExamined(dossier) && running(dossier).length > 0,
    fill: ({ dossier }) => ({
      kind: SPECIAL_KINDS.find((kind) => running(dossier).every((one) => one.kind !== kind))!,
      ...{ result: 'met', text: '已经完成。', standard: '示例技术规范' },
    }),
  },
  {
    ...{ code: 'special-not-lawful', act: 'start-special' },
    when: (dossier, { item }) => isExamined(dossier) && listedKinds(item).length < SPECIAL_KINDS.length,
    fill: (_asked, { item }) => ({
      kind: SPECIAL_KINDS.find((kind) => !listedKinds(item).includes(kind))!,
      ...{ why: '有关情况需要弄清。', doneBy: '示例技术机构', amount: 2, unit: 'working-day' },
    }),
  },
  {
    ...{ code: 'special-once', act: 'start-special' },
    when: (dossier) => isExamined(dossier) && repeatable(dossier).length > 0,
    fill: ({ dossier }) => ({
      ...{ kind: repeatable(dossier)[0]!, why: '有关情况需要弄清。', doneBy: '示例技术机构' },
      ...{ amount: 2, unit: 'working-day', basis: '《中华人民共和国行政许可法》第五十五条第一款' },
    }),
  },
  {
    ...{ code: 'special-again-not-needed', act: 'ask-special-again' },
    when: (dossier) =>
      isExamined(dossier) && repeatable(dossier).length > 0 && openAgain(dossier) === undefined,
    fill: ({ dossier }) => ({
      kind: SPECIAL_KINDS.find((kind) => !repeatable(dossier).includes(kind))!,
      fact: '有以前不知道的新情况需要弄清。',
    }),
  },
  {
    ...{ code: 'special-extension-long', act: 'extend-special' },
    when: (dossier, { calendar, today }) =>
      isExamined(dossier) &&
      extendable(dossier).some((kind) => toldDay(dossier, { kind }, calendar)! >= today),
    fill: ({ dossier }) => ({ kind: extendable(dossier)[0]!, amount: 300, why: '样品要重新送检。' }),
  },
  {
    ...{ code: 'special-extension-late', act: 'extend-special' },
    when: (dossier, { calendar, today }) =>
      isExamined(dossier) &&
      extendable(dossier).some((kind) => toldDay(dossier, { kind }, calendar)! < today),
    fill: ({ dossier }, { calendar, today }) => ({
      kind: extendable(dossier).find((kind) => toldDay(dossier, { kind }, calendar)! < today)!,
      ...{ amount: 1, why: '样品要重新送检。' },
    }),
  },
  {
    ...{ code: 'publicity-not-spared', act: 'spare-publicity' },
    when: (dossier, { item }) =>
      isExamined(dossier) &&
      item.process.publicity?.unless !== undefined &&
      dossier.publicity === undefined &&
      dossier.publicitySpared === undefined,
    fill: () => ({ when: '9', text: '没有列出的情形。' }),
  },
  {
    ...{ code: 'inspectors-two', act: 'assign-inspectors' },
    when: (dossier) => isExamined(dossier) && unassigned(dossier).length > 0,
    fill: ({ dossier }) => ({ kind: unassigned(dossier)[0]!, people: ['测试甲'] }),
  },
  {
    ...{ code: 'inspectors-missing', act: 'end-special' },
    when: (dossier) => isExamined(dossier) && unassigned(dossier).length > 0,
    fill: ({ dossier }) => ({ kind: unassigned(dossier)[0]!, result: 'met', standard: '示例技术规范' }),
  },
  {
    ...{ code: 'inspection-standard-missing', act: 'end-special' },
    when: (dossier) => isExamined(dossier) && assignedKinds(dossier).length > 0,
    fill: ({ dossier }) => ({ kind: assignedKinds(dossier)[0]!, result: 'met' }),
  },
  decided('inspection-failed', (dossier) =>
    specials(dossier).some(({ kind, ended }) => TECHNICAL.includes(kind) && ended?.result === 'not-met'),
  ),
  decided('inspection-missing', (dossier, { item }) =>
    listedKinds(item).some(
      (kind) => TECHNICAL.includes(kind) && specials(dossier).every((one) => one.kind !== kind),
    ),
  ),
]

function assignedKinds(dossier: CaseDossier) {
  return running(dossier)
    .map(({ kind }) => kind)
    .filter((kind) => TECHNICAL.includes(kind) && !unassigned(dossier).includes(kind))
}

const call = (more: object): Attempt['fill'] => {
  return ({ dossier }, { run, today }) => ({
    ...{ day: addDays(today, 14), time: '09:30', place: '示例会议室', presider: fitPresider(run, dossier) },
    ...more,
  })
}

function fitPresider({ town }: Around['run'], dossier: CaseDossier): string {
  const { posts } = examiners(dossier)
  return (
    town.posts.find(({ id, body }) => body === dossier.decidingBody && !posts.includes(id))?.id ??
    'post-of-nobody'
  )
}

const presider = (around: Around, { hearing }: CaseDossier) =>
  officers(around, ({ id }) => id === hearing?.convened?.presider)

const minutes = {
  ...{ people: ['测试甲', '测试乙'], evidence: '审查记录和图纸。', signed: true },
  record: '各方陈述意见并且质证，记录属实。',
}

const isCalled = (dossier: CaseDossier): boolean =>
  isExamined(dossier) && isOwed(dossier) && dossier.hearing?.convened !== undefined

/** Hearings of articles 46 to 48. */
const HEARING: readonly Attempt[] = [
  {
    ...{ code: 'presider-reviewed', act: 'convene-hearing' },
    when: (dossier) => isExamined(dossier) && isOwed(dossier) && examiners(dossier).posts.length > 0,
    fill: (asked, around) => ({
      ...(call({})!(asked, around) as object),
      presider: examiners(asked.dossier).posts[0]!,
    }),
  },
  {
    ...{ code: 'presider-unknown', act: 'convene-hearing', fill: call({ presider: 'post-of-nobody' }) },
    when: (dossier) => isExamined(dossier) && isOwed(dossier),
  },
  {
    ...{ code: 'presider-objected', act: 'convene-hearing' },
    when: (dossier) => isCalled(dossier) && objectionOpen(dossier),
    fill: (asked, around) => ({
      ...(call({})!(asked, around) as object),
      presider: asked.dossier.hearing!.convened!.presider,
    }),
  },
  {
    ...{ code: 'role-separation', act: 'keep-presider', fill: () => ({ reason: '本人认为没有利害关系。' }) },
    when: (dossier) => isCalled(dossier) && objectionOpen(dossier),
    who: (around, dossier) =>
      officers(
        around,
        ({ id, roles }) => id === dossier.hearing?.convened?.presider && roles.includes('approver'),
      ),
  },
  {
    ...{ code: 'hearing-notice-short', act: 'convene-hearing' },
    when: (dossier) => isExamined(dossier) && isOwed(dossier),
    fill: (asked, around) => ({ ...(call({})!(asked, around) as object), day: addDays(around.today, 1) }),
  },
  {
    ...{ code: 'hearing-too-late', act: 'convene-hearing' },
    when: (dossier) => isExamined(dossier) && isOwed(dossier) && dossier.hearing?.requested !== undefined,
    fill: (asked, around) => ({ ...(call({})!(asked, around) as object), day: addDays(around.today, 120) }),
  },
  {
    ...{ code: 'hearing-request-late', act: 'request-hearing', fill: () => ({ reason }) },
    when: (dossier, { calendar, today }) => {
      const last = lastDayOf(dossier, 'hearing-request', calendar)
      return isExamined(dossier) && mayAsk(dossier) && last !== undefined && today > last
    },
  },
  decided('hearing-not-held', isOpen),
  decided(
    'hearing-not-weighed',
    ({ hearing }) => hearing?.held !== undefined && hearing.weighed === undefined,
  ),
  {
    ...{ code: 'hearing-notice-unserved', act: 'record-hearing', who: presider, fill: () => minutes },
    when: (dossier) => isCalled(dossier) && dossier.hearing?.convened?.served === undefined,
  },
  {
    ...{ code: 'hearing-not-yet', act: 'record-hearing', who: presider, fill: () => minutes },
    when: (dossier, { today }) =>
      isCalled(dossier) &&
      dossier.hearing?.convened?.served !== undefined &&
      dossier.hearing.convened.day > today,
  },
  {
    ...{ code: 'hearing-unsigned', act: 'record-hearing', who: presider },
    when: (dossier, { today }) =>
      isCalled(dossier) &&
      dossier.hearing?.convened?.served !== undefined &&
      dossier.hearing.convened.day <= today &&
      !objectionOpen(dossier),
    fill: () => ({ ...minutes, signed: false }),
  },
]

const mayExtend = (dossier: CaseDossier, { item }: Around): boolean =>
  isExamined(dossier) &&
  ['approval', 'on-the-spot'].includes(dossier.procedure) &&
  lawfulExtension(item) !== undefined &&
  statutory(dossier) !== undefined &&
  dossier.extension?.proposed === undefined

const lastDayToDecide = (dossier: CaseDossier, { calendar }: Around) => {
  const clock = statutory(dossier)
  return clock && due(clock, calendar).day
}

const ask = { code: 'complex', text: '情况复杂，需要再核实。' }

/** Extensions of article 42. */
const EXTENSION: readonly Attempt[] = [
  {
    ...{ code: 'extension-none', act: 'propose-extension', fill: () => ask },
    when: (dossier, { item }) =>
      isExamined(dossier) && dossier.procedure === 'approval' && lawfulExtension(item) === undefined,
  },
  {
    ...{ code: 'extension-once', act: 'propose-extension', fill: () => ask },
    when: (dossier, around) => mayExtend(dossier, around) && dossier.extension?.granted !== undefined,
  },
  {
    ...{ code: 'extension-stopped', act: 'propose-extension', fill: () => ask },
    when: (dossier, around) => mayExtend(dossier, around) && lastDayToDecide(dossier, around) === undefined,
  },
  {
    ...{ code: 'extension-late', act: 'propose-extension', fill: () => ask },
    when: (dossier, around) =>
      mayExtend(dossier, around) && (lastDayToDecide(dossier, around) ?? '9999') < around.today,
  },
  {
    ...{ code: 'extension-too-long', act: 'propose-extension', fill: () => ({ ...ask, amount: 365 }) },
    when: mayExtend,
  },
  {
    ...{ code: 'extension-not-head', act: 'extend' },
    when: (dossier) => isExamined(dossier) && dossier.extension?.proposed?.head === 'government-head',
    who: (around, { decidingBody }) =>
      officers(around, ({ roles, body }) => roles.includes('head') && body === decidingBody),
    fill: () => ({}),
  },
]

const NOBODY = '00000000-0000-7000-8000-000000000000'

/** Whoever else is concerned (第三十六条). */
const CONCERNED: readonly Attempt[] = [
  {
    ...{ code: 'interested-too-many', act: 'name-interested' },
    when: (dossier) => isExamined(dossier) && concerned(dossier).length >= INTERESTED_MAX,
    fill: () => ({ name: '测试戊', interest: '相邻通行', phone: '19900000000', hearing: false }),
  },
  decided('interested-unserved', (dossier) => unserved(dossier).length > 0),
  decided('interested-days-running', (dossier, { calendar }) => waiting(dossier, calendar).length > 0),
  decided('interested-hearing-owed', hearingOwed),
  decided('interested-unweighed', (dossier) => unweighed(dossier).length > 0),
  {
    ...{ code: 'interested-unknown', act: 'drop-interested' },
    when: (dossier) => isExamined(dossier) && unanswered(dossier).length > 0,
    fill: () => ({ id: NOBODY, reason }),
  },
  {
    ...{ code: 'notice-not-ready', act: 'serve-interested' },
    when: (dossier) =>
      isExamined(dossier) && unserved(dossier).some((one) => noticeOf(dossier, one) === undefined),
    fill: ({ dossier }, { today }) => ({
      id: unserved(dossier).find((one) => noticeOf(dossier, one) === undefined)!.id,
      ...servedBy('window', today),
    }),
  },
  {
    ...{ code: 'hearing-request-late', act: 'hear-interested' },
    when: (dossier, { calendar, today }) =>
      isExamined(dossier) && waiting(dossier, calendar).some(({ last }) => last < today),
    fill: ({ dossier }, { calendar, today }) => ({
      id: waiting(dossier, calendar).find(({ last }) => last < today)!.one.id,
      ...{ result: 'hearing', text: reason },
    }),
  },
  {
    ...{ code: 'interested-unserved', act: 'hear-interested' },
    when: (dossier) => isExamined(dossier) && unserved(dossier).length > 0,
    fill: ({ dossier }) => ({ id: unserved(dossier)[0]!.id, result: 'waived', text: reason }),
  },
  {
    ...{ code: 'interested-unreachable', act: 'name-interested' },
    when: (dossier) => isExamined(dossier) && dossier.procedure !== 'commitment',
    fill: () => ({ name: '测试戊', interest: '相邻通行', hearing: false }),
  },
]

const written = (validUntil?: string): Attempt['fill'] => {
  return () => ({ conclusion: '符合规定条件，准予办理。', ...(validUntil ? { validUntil } : {}) })
}

/** The last day of what is granted. */
const TERM: readonly Attempt[] = [
  decided(
    'term-missing',
    ({ about }, { item }) =>
      about === undefined && item.result.term?.kind === 'decided' && item.result.term.atMost !== undefined,
    written(),
  ),
  decided(
    'term-none',
    ({ about }, { item }) => about === undefined && item.result.term?.kind === 'none',
    written('2099-12-31'),
  ),
  decided(
    'term-too-long',
    ({ about }, { item }) =>
      about === undefined && item.result.term?.kind === 'decided' && item.result.term.atMost !== undefined,
    written('2099-12-31'),
  ),
  decided(
    'term-passed',
    ({ about }, { item }) => about === undefined && item.result.term?.kind === 'decided',
    written('2020-01-01'),
  ),
]

/** What was looked at and found wanting. */
const SURVEY: readonly Attempt[] = [
  decided('survey-not-met', ({ survey }) => survey?.result === 'not-met'),
  {
    ...{ code: 'survey-missing', act: 'review' },
    when: ({ state, survey, procedure }, { item }) =>
      state === 'accepted' && procedure === 'approval' && survey === undefined && hasStep(item, 'survey'),
    fill: () => ({ opinion: 'grant', text: reason }),
  },
]

/** Publicity before a decision, and renewals that the law decides. */
const BEFORE_DECISION: readonly Attempt[] = [
  decided(
    'publicity-missing',
    ({ procedure, about, publicity, publicitySpared }, { item }) =>
      publicitySpared === undefined &&
      procedure === 'approval' &&
      about === undefined &&
      item.process.publicity !== undefined &&
      publicity === undefined,
  ),
  decided('publicity-open', isPublic),
  decided('objection-open', (dossier) => !isPublic(dossier) && openObjections(dossier).length > 0),
  {
    ...{ code: 'objection-unknown', act: 'answer-publicity-objection' },
    when: (dossier) => isExamined(dossier) && openObjections(dossier).length > 0,
    fill: () => ({ id: NOBODY, upheld: false, text: reason }),
  },
  {
    ...{ code: 'publicity-over', act: 'record-objection', fill: () => ({ text: reason }) },
    when: (dossier) => isExamined(dossier) && dossier.publicity?.closedOn !== undefined,
  },
  decided(
    'renewal-term-missing',
    ({ about }) => about?.kind === 'renew' && about.validUntil !== undefined,
    () => ({
      conclusion: '符合规定条件，准予延续。',
    }),
  ),
  {
    ...{ code: 'renewal-deemed', act: 'terminate' },
    when: (dossier, { today }) =>
      ['received', 'supplementing', 'accepted', 'reviewed'].includes(dossier.state) &&
      (mayBeDeemed(dossier)?.validUntil ?? '9999') < today,
  },
  {
    ...{ code: 'party-not-heard', act: 'revoke' },
    when: ({ state, intent }) => state === 'check-failed' && intent === undefined,
  },
  {
    ...{ code: 'rectified-once', act: 'record-check', when: ({ state }) => state === 'rectifying' },
    fill: () => ({ checkers: ['测试甲', '测试乙'], text: '对照承诺逐项核查。', result: 'rectify' }),
  },
]

const hears = (code: string, more: object): Attempt => ({
  ...{ code, act: 'hear-party', when: (dossier) => toAnswer(dossier) !== undefined },
  who: (around, dossier) =>
    officers(around, ({ roles, place }) => roles.includes('window-clerk') && place === dossier.acceptPlace),
  fill: (_asked, { today }) => ({ ...signed(today), result: 'waived', ...more }),
})

/** What is meant against somebody: told, served, answered (第七条). */
const TOLD: readonly Attempt[] = [
  hears('waiver-unsigned', { form: 'oral' }),
  hears('answer-record-incomplete', { signer: '' }),
  hears('answer-day-other', { signedOn: '2020-01-02' }),
  {
    ...{ code: 'basis-not-law', act: 'tell-revocation' },
    when: ({ state, intent }) => state === 'check-failed' && intent === undefined,
    fill: () => ({ reason: '核查发现实际情况与承诺不符。', basis: '本单位内部规定第三条' }),
  },
  {
    ...{ code: 'ending-unproved', act: 'terminate', when: isExamined },
    fill: () => ({
      ...{ ground: 'applicant-ended', reason: '听说申请人已经去世，没有申请人了。' },
      basis: '《中华人民共和国行政许可法》第七十条第二项',
    }),
  },
  {
    ...{ code: 'intent-not-served', act: 'revoke' },
    when: ({ state, intent }) =>
      state === 'check-failed' && intent !== undefined && intent.served === undefined,
  },
  {
    ...{ code: 'statement-days-running', act: 'revoke' },
    when: (dossier) => dossier.state === 'check-failed' && toAnswer(dossier) !== undefined,
  },
  {
    ...{ code: 'rectification-not-served', act: 'record-check' },
    when: (dossier) => dossier.state === 'rectifying' && unservedNotice(dossier) !== undefined,
    fill: () => ({ checkers: ['测试甲', '测试乙'], text: '对照承诺逐项核查。', result: 'broken' }),
  },
]

export const ABOUT_EXAMINATION: readonly Attempt[] = [
  ...[...SPECIAL, ...HEARING, ...CONCERNED, ...EXTENSION, ...TERM, ...SURVEY, ...TOLD, ...BEFORE_DECISION],
]
