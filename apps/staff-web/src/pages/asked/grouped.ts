import type { AllowedAct } from '#capabilities/case/contract.ts'

export type Group = NonNullable<AllowedAct['group']>

const GROUPS: readonly Group[] = ['forward', 'special', 'joint', 'pass-on', 'end']

/** The acts with a button under their headings; in each the first steps lead and what is dangerous comes last. */
export function grouped(allowed: readonly AllowedAct[]): { group: Group; acts: AllowedAct[] }[] {
  return GROUPS.flatMap((group) => {
    const acts = allowed.filter((act) => act.waits === undefined && (act.group ?? 'forward') === group)
    return acts.length === 0 ? [] : [{ group, acts: acts.sort((one, other) => rank(one) - rank(other)) }]
  })
}

/** Every act in the order it is drawn. */
export function inOrder(allowed: readonly AllowedAct[]): AllowedAct[] {
  return grouped(allowed).flatMap(({ acts }) => acts)
}

/**
 * The figures that press acts, by the name of the act; there are nine. What goes against the applicant or ends something is reached by its
 * button alone: a slip of a finger must not begin it.
 */
export function keysOf(allowed: readonly AllowedAct[]): ReadonlyMap<string, string> {
  const acts = inOrder(allowed).filter(({ tone, group }) => tone !== 'danger' && group !== 'end')
  return new Map(acts.slice(0, 9).map(({ act }, at) => [act, String(at + 1)]))
}

/** The post before the window, where it was asked for; a word to whoever urges right after the first step. */
function rank({ act, tone }: AllowedAct): number {
  if (act === 'hand-to-post') return 0
  if (act === 'answer-urge') return 1.5
  return tone === 'primary' ? 1 : tone === 'normal' ? 2 : 3
}
