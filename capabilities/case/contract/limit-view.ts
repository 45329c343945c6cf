import { Type as T, type Static } from 'typebox'
import { CLOCK_KINDS, type ClockKind } from '#engine/clock/entry.ts'

/** Which limit a day belongs to, so that nobody takes the days of one step for those of the whole case. */
export const LimitName = T.Object({ kind: T.Enum([...CLOCK_KINDS]), title: T.String() })
export type LimitName = Static<typeof LimitName>

/** A limit that has passed, and by how many working days; none when only rest days have gone by. */
export const OverdueLimit = T.Object({
  ...LimitName.properties,
  day: T.String(),
  workingDays: T.Integer(),
})
export type OverdueLimit = Static<typeof OverdueLimit>

/** What it is called that a limit of this kind has passed: a step’s own (环节) is not the promise (承诺) and not the law (法定). */
const OVERDUE_TITLES: Readonly<Record<ClockKind, string>> = {
  statutory: '法定超期',
  promised: '承诺超期',
  step: '环节超期',
  notice: '受理告知超期',
  supplement: '补正超期',
  delivery: '送达超期',
  check: '核查超期',
  publicity: '公示期满',
  gap: '容缺补交超期',
  hearing: '听证超期',
  special: '特别程序超期',
  meeting: '会议事项超期',
  opinion: '答复意见超期',
}

/** `承诺超期2个工作日`. */
export function overdueWords({ kind, workingDays }: Pick<OverdueLimit, 'kind' | 'workingDays'>): string {
  return `${OVERDUE_TITLES[kind]}${workingDays > 0 && kind !== 'publicity' ? `${workingDays}个工作日` : ''}`
}

/** Limits of the whole case, the heaviest first; all others are those of a part of it. */
const OF_THE_CASE: readonly ClockKind[] = ['statutory', 'promised']

export const isOfTheCase = ({ kind }: Pick<LimitName, 'kind'>): boolean => OF_THE_CASE.includes(kind)

/** Days the office set for parts of its own work; all others are the law’s or were told to the applicant. */
const OWN_PARTS: ReadonlySet<ClockKind> = new Set(['step', 'opinion', 'meeting'])

export const isOwnPart = ({ kind }: Pick<LimitName, 'kind'>): boolean => OWN_PARTS.has(kind)

/** The law before the promise, the promise before a part; of two parts the one that ends first. */
export function heaviestFirst(
  one: Pick<OverdueLimit, 'kind' | 'day'>,
  other: Pick<OverdueLimit, 'kind' | 'day'>,
): number {
  return weight(one.kind) - weight(other.kind) || one.day.localeCompare(other.day)
}

function weight(kind: ClockKind): number {
  const at = OF_THE_CASE.indexOf(kind)
  return at < 0 ? OF_THE_CASE.length : at
}
