import type { Static, TSchema } from 'typebox'
import { action, type Act, type Action } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { field, record } from '#capabilities/books/model.ts'
import { CHECK_TITLES, DECLINE_TITLES, VOID_TITLES } from '../words/titles.ts'
import type { Certificate, CertificateWorld, Listed } from './dossier.ts'

type CertificateAct<I> = Act<Certificate, I, CertificateWorld>
export type CertificateAction = Action<Certificate, CertificateWorld, never>

const certificateAction = <S extends TSchema>(
  spec: Omit<Action<Certificate, CertificateWorld, Static<S>>, 'input'> & { input: S },
): CertificateAction => action(spec)

/** No law sets days for a village's answer; five working days are those in which an office has to say whether it accepts (行政许可法第三十二条) [K]. */
export const ANSWER_WORKING_DAYS = 5

/** What the service makes of what was filled in: the person is sealed before it gets here. */
export interface AskInput {
  id: string
  area: string
  place: string
  party: string
  type: string
  purpose: string
  holderMasked: string
  details: string
  wish?: string
}

export const ask = action<Certificate, CertificateWorld, AskInput>({
  ...{ name: 'ask', from: [], to: ['asked'], by: ['issuer', 'applicant'], input: {} },
  refuse: ({ world, actor }) =>
    notListed(world.listed) ??
    notHere(world) ??
    notOnline(world.listed, actor.kind) ??
    (world.askedAlready ? refusal('certificate-asked-already') : undefined),
  facts: ({ input, actor, world: { listed, at, calendar, today } }) => [
    {
      kind: 'certificate-asked',
      body: {
        ...input,
        ...lineOf(listed),
        ...(at?.parent == null ? {} : { guiding: at.parent }),
        ...{ online: actor.kind === 'citizen', askedOn: today },
        due: calendar.addWorkingDays(today, ANSWER_WORKING_DAYS),
      },
    },
  ],
})

/** 核实: how the facts were looked into and what was found; without it nothing is certified. */
const check = certificateAction({
  ...{ name: 'check', from: ['asked'], to: ['checked'], by: ['issuer'] },
  input: record({
    how: field.choice('核实方式', CHECK_TITLES),
    found: field.text('核实情况', { least: 4, most: 300, hint: '查了什么、问了谁、结果怎样' }),
  }),
  facts: ({ input: { how, found }, world }) => [
    { kind: 'certificate-checked', body: { how, found: world.seal(found) } },
  ],
})

/** 开具: what was checked is stated, under the next number of the place. The list is asked again: it may have changed meanwhile. */
const issue = certificateAction({
  ...{ name: 'issue', from: ['checked'], to: ['issued'], by: ['issuer'] },
  input: record({ content: field.text('证明内容', { least: 6, most: 500, hint: '只写核实过的事实' }) }),
  refuse: ({ world, input: { content } }) => {
    const signs = world.unprintable(content)
    return (
      notListed(world.listed) ??
      (signs === '' ? undefined : refusal('unprintable-signs', { facts: { signs } }))
    )
  },
  facts: ({ dossier, input: { content }, world: { next, codeOf, seal, today } }) => [
    {
      kind: 'certificate-issued',
      body: { ...next, content: seal(content), issuedOn: today, code: codeOf(dossier.id, 1) },
    },
  ],
})

/** 不予开具: with the ground, the reason and where to turn instead. */
const decline = certificateAction({
  ...{ name: 'decline', from: ['asked', 'checked'], to: ['declined'], by: ['issuer'] },
  input: record({
    ground: field.choice('不予开具的情形', DECLINE_TITLES),
    reason: field.text('理由', { least: 4, most: 300, hint: '申请人看得到' }),
    instead: field.optional(field.text('可以找谁', { most: 100, hint: '哪个单位能办、能查' })),
  }),
  facts: ({ input: { ground, reason, instead }, world }) => [
    {
      kind: 'certificate-declined',
      body: { ground, reason: world.seal(reason), ...(instead === undefined ? {} : { instead }) },
    },
  ],
})

const withdraw = certificateAction({
  ...{ name: 'withdraw', from: ['asked', 'checked'], to: ['withdrawn'], by: ['issuer', 'applicant'] },
  input: record({}),
  facts: () => [{ kind: 'certificate-withdrawn', body: {} }],
})

/** 挂失补发: the lost copy counts no more; a new one under the same number carries another code. */
const reportLost = certificateAction({
  ...{ name: 'report-lost', from: ['issued'], to: 'same', by: ['issuer'] },
  input: record({ how: field.text('遗失情况', { least: 2, most: 200 }) }),
  offered: ({ voided, codes }) => voided === undefined && codes.length < COPIES_MAX,
  facts: ({ dossier, input: { how }, world }) => [
    {
      kind: 'certificate-lost',
      body: { lost: world.seal(how), code: world.codeOf(dossier.id, dossier.codes.length + 1) },
    },
  ],
})

/** Whoever loses more papers than this asks for a new one. */
const COPIES_MAX = 9

/** 作废: whoever was shown it learns at once that it counts no more. */
const voidIt = certificateAction({
  ...{ name: 'void', from: ['issued'], to: 'same', by: ['issuer', 'guide'] },
  input: record({
    ground: field.choice('作废的情形', VOID_TITLES),
    reason: field.text('理由', { least: 4, most: 300 }),
  }),
  offered: ({ voided }) => voided === undefined,
  facts: ({ input: { ground, reason }, world }) => [
    { kind: 'certificate-voided', body: { ground, reason: world.seal(reason), on: world.today } },
  ],
})

const markOverdue = certificateAction({
  ...{ name: 'mark-overdue', from: ['asked', 'checked'], to: 'same', by: ['system'], input: record({}) },
  offered: ({ overdue }) => overdue !== true,
  facts: () => [{ kind: 'certificate-overdue', body: {} }],
})

export const CERTIFICATE_ACTIONS: readonly CertificateAction[] = [
  ...[ask, check, issue, decline, withdraw, reportLost, voidIt, markOverdue],
]

const lineOf = (listed: Listed) =>
  typeof listed === 'object' && 'name' in listed
    ? { typeName: listed.name, basis: listed.basis, states: listed.states }
    : {}

/** What the State has struck off is nobody’s to give or to ask for, whatever a list says. */
export function notListed(listed: Listed): Refusal | undefined {
  if (listed === 'not-listed') return refusal('certificate-not-listed', { basis: 'LC-3.4-08' })
  if (!('struck' in listed)) return undefined
  return refusal('certificate-struck-off', {
    facts: { name: listed.struck, instead: listed.instead },
    basis: listed.basis,
  })
}

const notHere = ({ at }: CertificateAct<unknown>['world']): Refusal | undefined =>
  at === undefined || at.kind === 'hall' ? refusal('certificate-not-here') : undefined

const notOnline = (listed: Listed, by: string): Refusal | undefined =>
  by === 'citizen' && typeof listed === 'object' && 'online' in listed && !listed.online
    ? refusal('certificate-not-online')
    : undefined
