import type { Body } from '../contract/body.ts'
import type { Duty, DutyAct, DutyRole } from '../contract/duty.ts'
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

/**
 * Whether an act of the house is this body's to do. A town's duty ends at its border: `ground` is the body that owns what the
 * act is about, and a town acts on nobody else's.
 */
export function actProblem(
  duties: readonly Duty[],
  body: BodyLine,
  act: DutyAct,
  ground?: string,
  nameOf: (body: string) => string | undefined = () => undefined,
): OrganisationRefusal | undefined {
  const lines = duties.filter(({ acts }) => acts.includes(act))
  const own = lines.filter((duty) => fallsTo(duty, body))
  const elsewhere = body.tier === 5 && ground !== undefined && ground !== body.id
  if (own.length > 0 && !elsewhere) return undefined
  const responsible = [...new Set(lines.map((duty) => duty.body))]
  const clauses = [...new Set(lines.flatMap((duty) => duty.clauses))]
  const units = responsible.map((id) => ALL[id] ?? nameOf(id) ?? id)
  return refuse('outside-duty', { body: body.id, act, responsible, units }, clauses.join('、'))
}

/** Lines of the register that name no single body. */
const ALL: Readonly<Record<string, string>> = { town: '各镇（街道），只管自己的', department: '各部门' }
