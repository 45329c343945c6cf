import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { Chapter } from '../chapter.ts'
import { counterOf } from './dossier.ts'

const COUNTER = 'window-clerk'
/** Who of a department without a window of its own does what its counter would do. */
const OF_THE_DEPARTMENT = ['reviewer', 'issuer']

/**
 * 委托受理: while an agreement holds the centre's window takes in, and hands out if that was agreed; the department decides. What comes in
 * when it is over, and what the agreement gives back, the department takes in and hands out itself, so that nothing lies still.
 */
export const entrustment: Chapter = {
  name: 'entrustment',
  actions: [],
  apply: {},
  rolesOf: (actor, { entrusted, decidingBody }) =>
    entrusted !== undefined &&
    actor.kind === 'staff' &&
    actor.body === decidingBody &&
    actor.roles.some((role) => OF_THE_DEPARTMENT.includes(role))
      ? [COUNTER]
      : [],
  bars: (_act, { dossier, actor, now }, { by }) => {
    const { entrusted, decidingBody } = dossier
    const counter = counterOf(dossier, legalDay(now))
    if (entrusted === undefined || counter === undefined || actor.kind !== 'staff' || !by.includes(COUNTER))
      return undefined
    // Whoever may take the step by another role of their own takes it by that.
    if (actor.roles.some((role) => role !== COUNTER && by.includes(role))) return undefined
    const isDepartment = actor.body === decidingBody
    if (isDepartment === (counter === 'department')) return undefined
    const facts = { agreement: entrusted.documentNo, to: entrusted.to }
    return isDepartment
      ? refusal('agreement-centre-acts', { facts })
      : refusal('agreement-department-acts', { facts })
  },
  // By the calendar it may become so between two acts; whoever looks for it then finds it in the department's list.
  asked: (dossier) =>
    dossier.last.by.day !== '' && counterOf(dossier, dossier.last.by.day) === 'department'
      ? [dossier.decidingBody]
      : [],
}
