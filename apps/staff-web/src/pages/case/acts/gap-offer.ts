import type { AllowedAct, MaterialView } from '#capabilities/case/contract.ts'
import type { Checklist } from './checklist.ts'

export const NOTICE = 'notify-supplement'

/** How a look at the papers may end when something is open. */
export type Ending = typeof NOTICE | 'accept-with-gaps'

/**
 * Whether what is open may follow later (容缺受理): all of it is missing and not defective, may be tolerated, and the act is
 * offered. A promise the applicant made online names its papers itself; then nothing but those may be missing.
 */
export function gapsOf(
  open: readonly MaterialView[],
  checklist: Checklist,
  allowed: readonly AllowedAct[],
): { input: { gaps?: string[] } } | undefined {
  const act = allowed.find((candidate) => candidate.act === 'accept-with-gaps')
  if (act === undefined || open.length === 0) return undefined
  const tolerated = open.every(
    ({ id, necessity }) => necessity === 'tolerable' && checklist[id]!.verdict === 'missing',
  )
  if (!tolerated) return undefined
  const choice = act.fields?.find(({ name }) => name === 'gaps')
  if (choice === undefined) return { input: {} }
  const offered = new Set((choice.options ?? []).map(({ value }) => value))
  return open.every(({ id }) => offered.has(id)) ? { input: { gaps: open.map(({ id }) => id) } } : undefined
}
