import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { NewPointGround } from '#capabilities/case/contract.ts'
import type { Finding } from './finding.ts'
import { factEvidence, postOf } from './own-case.ts'

/** A point that a later notice named by the exception: what, by which new paper of the applicant's, on what ground. */
export interface ExceptionUsed {
  round: number
  material: string
  by: string
  ground: NewPointGround
}

interface Notified {
  round?: number
  raised?: readonly Omit<ExceptionUsed, 'round'>[]
}

/**
 * 一次性告知例外: each later notice that named a new point because of the applicant's own new papers. No breach by itself, but
 * somebody should look at it: 行政许可法第七十二条第四项 answers for what was not named at once.
 */
export function noticeExceptions(facts: readonly Fact[], nameOf: (material: string) => string): Finding[] {
  const used = facts.flatMap((fact) => {
    const { raised = [], round = 2 } = (fact.body['supplement'] ?? {}) as Notified
    return fact.kind === 'supplement-notified' && raised.length > 0 ? [{ fact, raised, round }] : []
  })
  const last = used.at(-1)
  if (last === undefined) return []
  const uses = used.flatMap(({ raised, round }) =>
    raised.map(({ material, by, ground }) => ({
      ...{ round, material: nameOf(material), by: nameOf(by), ground },
    })),
  )
  return [
    {
      ...{ rule: 'one-time-notice', code: 'notice-exception', day: legalDay(last.fact.at) },
      facts: {
        uses,
        deeds: used.map(({ fact: { at, actor } }) => ({
          ...{ step: 'notify', day: legalDay(at), post: postOf(actor) },
        })),
      },
      evidence: used.map(({ fact }) => factEvidence(fact)),
    },
  ]
}
