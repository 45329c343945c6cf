import type { CaseDetail } from '#capabilities/case/contract.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { missing } from './inputs.ts'
import type { Run } from './run.ts'

/** How likely people take an act when they may; the rest of what they may is in between. */
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{
    accept: 8,
    review: 8,
    grant: 8,
    seal: 8,
    'record-survey': 8,
    'deliver-at-window': 4,
    'hand-to-post': 8,
  },
  ...{
    supply: 8,
    'supply-at-window': 3,
    revoke: 8,
    'serve-revocation': 8,
    'record-check': 8,
    'refuse-acceptance': 3,
  },
  ...{
    'return-application': 0.15,
    terminate: 0.15,
    'hear-party': 8,
    'return-to-check': 0.3,
    'verify-gap': 8,
    'supply-gap': 6,
  },
  ...{ 'start-special': 0.3, 'notify-hearing-right': 0.3, 'propose-extension': 0.3, 'record-objection': 0.3 },
  ...{ 'object-to-presider': 0.3, 'keep-presider': 8 },
  ...{ 'serve-special': 8, 'assign-inspectors': 8, 'serve-hearing-notice': 8, 'convene-hearing': 8 },
  ...{ 'open-publicity': 8, 'weigh-hearing': 8, 'answer-publicity-objection': 8, 'record-hearing': 8 },
  ...{ withdraw: 0.15, 'withdraw-commitment': 0.4, 'propose-refusal': 1, 'pre-review': 0.7, deny: 1.2 },
  ...{ 'return-from-post': 0.5, 'return-to-review': 0.8, 'leave-open': 1.5, 'notify-supplement': 0.8 },
}

/** A choice among what is offered: what the case needs first, what nobody has done yet a little sooner. */
export function choose(
  { random, journal }: Run,
  { detail, dossier }: { detail: CaseDetail; dossier: CaseDossier },
): string | undefined {
  const lacking = missing(detail).length > 0
  const owes = dossier.visit?.ended?.explained === false
  const weighted = detail.allowed.map(({ act }) => {
    const rare = journal.times(dossier.procedure, act) === 0 ? 8 : 1
    const papers = lacking && act === 'notify-supplement' ? 10 : lacking && act === 'accept' ? 0.1 : 1
    const needed = owes && act === 'leave-open' ? 20 : papers
    return [act, (WEIGHTS[act] ?? 2) * rare * needed] as const
  })
  let left = (random.whole(0, 999_999) / 1_000_000) * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [act, weight] of weighted) {
    left -= weight
    if (left < 0) return act
  }
  return weighted.at(-1)?.[0]
}
