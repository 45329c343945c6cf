import { openQuestions } from '#capabilities/case/chapters/joint/dossier.ts'
import { openTasks } from '#capabilities/case/chapters/meetings/dossier.ts'
import { addDays } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Asked } from '../inputs.ts'
import { offered, type Scene } from '../plot-list.ts'
import { plain, said } from './writing.ts'
import type { Errand } from './errand.ts'
import { does, hears, reaches, until } from './steps.ts'
import type { Doing } from './take.ts'

const optionsOf = ({ detail, act }: Asked, field: string): string[] => {
  const { fields = [] } = detail.allowed.find((one) => one.act === act) ?? {}
  return (fields.find(({ name }) => name === field)?.options ?? []).map(({ value }) => value)
}

/** One of those the form offers who works on cases of the body. */
function colleague(asked: Asked, field: string, { run }: Scene, role: string): string {
  const holders = new Set(
    run.town.posts.flatMap(({ id, roles }) => (roles.some((held) => held === role) ? [id] : [])),
  )
  return optionsOf(asked, field).find((id) => holders.has(id)) ?? offered(asked, field)
}

const asksHead: Doing = {
  fill: (asked, scene) => ({ signers: [colleague(asked, 'signers', scene, 'head')] }),
}

const another: Doing = {
  fill: (asked, scene) => ({
    signer: colleague(asked, 'signer', scene, 'reviewer'),
    reason: '还要请同事看一看。',
  }),
}

/** A department that has somebody to answer for it and that has not been asked. */
export const asksOne = (workingDays?: number): Doing => ({
  fill: (asked, { run }) => {
    const staffed = new Set(
      run.town.posts.flatMap(({ roles, body }) => (roles.includes('approver') ? [body] : [])),
    )
    const open = new Set(openQuestions(asked.dossier).map(({ body }) => body))
    const body = optionsOf(asked, 'bodies').find((one) => staffed.has(one) && !open.has(one))
    return {
      bodies: [body ?? offered(asked, 'bodies')],
      question: '是否符合本部门管理要求？',
      ...(workingDays === undefined ? {} : { workingDays }),
    }
  },
})

const ofTown = (item: ItemVersion): boolean => plain(item) && item.decidingBody.kind === 'town'

const soon = (kind: 'coordination' | 'joint-review'): Doing => ({
  fill: (asked, { today }) => ({
    ...{ kind, day: addDays(today, 3), time: '09:30', where: '示例会议室' },
    ...{ bodies: [offered(asked, 'bodies')], question: '怎样衔接办理？' },
  }),
})

const ALL = ['approval', 'on-the-spot', 'commitment'] as const

/** Days in which nobody looked at it: the five to name what lacks are nearly over. */
const nearly: Doing = { when: ({ firstReceivedOn }, { today }) => addDays(firstReceivedOn, 5) <= today }

/** Errands in which colleagues and other departments have a say. */
export const COLLEAGUES: readonly Errand[] = [
  ...ALL.map((procedure): Errand => ({
    for: [`${procedure} add-signer`],
    wanted: {
      procedure,
      like: (item) => (procedure === 'approval' ? ofTown(item) : item.decidingBody.kind === 'town'),
    },
    steps: [
      reaches(procedure === 'approval' ? 'reviewed' : 'accepted'),
      ...[does('ask-countersign', asksHead), does('add-signer', another)],
    ],
  })),
  {
    for: ['approval excuse-signer'],
    wanted: { procedure: 'approval', like: ofTown },
    steps: [does('review'), does('ask-countersign', asksHead), does('excuse-signer')],
  },
  {
    for: ['approval settle-disagreement', 'disagreement-unanswered'],
    wanted: { procedure: 'approval', like: ofTown },
    steps: [
      ...[does('review'), does('ask-countersign', asksHead)],
      does('countersign', said({ opinion: 'disagree', text: '相邻间距还要核实。' })),
      ...[hears('disagreement-unanswered'), does('settle-disagreement')],
    ],
  },
  {
    for: ['objection-unanswered'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      ...[does('review'), does('ask-opinions', asksOne())],
      does('give-opinion', said({ verdict: 'object', text: '与本部门的管理要求不符。' })),
      ...[hears('objection-unanswered'), does('answer-objection')],
    ],
  },
  {
    for: ['meeting-not-begun'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      does('review'),
      does('call-meeting', soon('coordination')),
      hears('meeting-not-begun'),
      does('cancel-meeting'),
    ],
  },
  {
    for: ['meeting-pending'],
    wanted: { procedure: 'approval', like: plain },
    steps: [
      does('review'),
      does('call-meeting', soon('joint-review')),
      hears('meeting-pending'),
      does('cancel-meeting'),
    ],
  },
  {
    for: ['already-held'],
    wanted: { procedure: 'approval', like: plain },
    steps: [does('claim'), hears('already-held'), does('release')],
  },
  ...ALL.map((procedure): Errand => ({
    for: [`${procedure} urge`, `${procedure} answer-urge`, 'urge-once', 'urge-early'],
    wanted: { procedure },
    steps: [hears('urge-early'), does('urge', nearly), hears('urge-once'), does('answer-urge')],
  })),
  ...ALL.map((procedure): Errand => ({
    for: [`${procedure} task-overdue`],
    wanted: { procedure, ...(procedure === 'approval' ? { like: plain } : {}) },
    steps: [
      ...[does('call-meeting'), does('record-resolution'), does('hold-meeting')],
      until((dossier) => openTasks(dossier).some(({ overdueAt }) => overdueAt !== undefined)),
    ],
  })),
]
