import type { Body } from '../contract/body.ts'
import type { Duty, DutyRole } from '../contract/duty.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'

type BodyLine = Pick<Body, 'id' | 'kind' | 'tier'>

/** Whether a line of the register falls to this body: by name, or as one of all towns or all departments. */
export function fallsTo(duty: Pick<Duty, 'body'>, body: BodyLine): boolean {
  if (duty.body === 'town') return body.tier === 5
  if (duty.body === 'department') return body.kind === 'department'
  return duty.body === body.id
}

/** Who answers for a subject; the first line of a subject's leading roles is the responsible unit. */
export function responsibleFor(duties: readonly Duty[], subject: string): Duty[] {
  const order: readonly DutyRole[] = ['lead', 'build', 'run', 'supervise', 'guide', 'cooperate']
  return duties
    .filter((duty) => duty.subject === subject)
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/** ORG-02: an action outside a unit's duty is refused, and the refusal names whose duty it is. */
export function dutyProblem(
  duties: readonly Duty[],
  body: BodyLine,
  { subject, role }: { subject: string; role: DutyRole },
): OrganisationRefusal | undefined {
  const lines = duties.filter((duty) => duty.subject === subject && duty.role === role)
  if (lines.some((duty) => fallsTo(duty, body))) return undefined
  const responsible = lines.map((duty) => duty.body)
  return refuse('outside-duty', { body: body.id, subject, role, responsible }, lines[0]?.clauses.join('、'))
}
