import { hasStep } from '#capabilities/case/model/limits.ts'
import { owesReason } from '#capabilities/case/model/visit.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { servedBy } from '../serving.ts'
import type { Scene } from '../plot-list.ts'
import type { Doing } from './take.ts'

type Act = Doing & { act: string }

/** Which act leads a case on from where it lies, by the shortest way to its end. */
const ON: Readonly<Record<string, (dossier: CaseDossier) => Act | undefined>> = {
  received: () => ({ act: 'accept' }),
  supplementing: () => ({ act: 'supply-at-window' }),
  'refusal-proposed': () => ({ act: 'return-to-window' }),
  accepted: ({ procedure }) => (procedure === 'approval' ? { act: 'review' } : { act: 'grant' }),
  reviewed: () => ({ act: 'grant' }),
  decided: () => ({ act: 'seal' }),
  issued: ({ delivery }) =>
    delivery === 'electronic'
      ? undefined
      : { act: delivery === 'post' ? 'hand-to-post' : 'deliver-at-window' },
  'check-failed': () => ({ act: 'revoke' }),
  revoking: ({ delivery }) =>
    delivery === 'electronic'
      ? undefined
      : { act: 'serve-revocation', fill: (_asked, { today }) => servedBy('window', today) },
}

/** The next act of that way, where it is somebody's. */
export const onwards = (dossier: CaseDossier): Act | undefined => ON[dossier.state]?.(dossier)

/** What is to be done first because the state does not know the act yet; nothing where it does. */
export function mainLine(act: string, dossier: CaseDossier): Act | 'never' | 'later' | undefined {
  const { actions, states } = procedureOf(dossier)
  const action = actions.find(({ name }) => name === act)
  if (action === undefined) return 'never'
  if (action.from.includes(dossier.state)) return undefined
  if (states[dossier.state]?.final === true) return 'never'
  return onwards(dossier) ?? 'later'
}

/** What the act asks for in the same state: a reason for what was left open, a look at the place. */
export function before(act: string, dossier: CaseDossier, { item, today }: Scene): Act | undefined {
  if (owesReason(dossier, today) && act !== 'leave-open') return { act: 'leave-open' }
  const unseen = hasStep(item, 'survey') && dossier.survey === undefined
  if (act !== 'review' || !unseen || dossier.procedure !== 'approval') return undefined
  return {
    act: 'record-survey',
    fill: () => ({
      ...{ surveyors: ['测试甲', '测试乙'], day: today, text: '现场与申请一致。', result: 'met' },
    }),
  }
}
