import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, foldClock, type Clock, type Clocks } from '#engine/clock/clock.ts'
import type { ClockEntry, ClockKind } from '#engine/clock/entry.ts'
import { explain } from '#engine/clock/explain.ts'
import { dayNumber, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { ItemVersion, Limit } from '#capabilities/catalogue/contract.ts'
import { dayTold, momentTold, type Told } from '../imported/times.ts'
import { deedOf, type Deed } from './deed.ts'
import type { Finding, FindingCode, Judgement } from './finding.ts'
import type { HandledCase, SpecialSpan, StepDone } from './handled-case.ts'

export interface LimitRules {
  /** The version in force on the day of acceptance. */
  item?: Pick<ItemVersion, 'statutoryLimit' | 'promisedLimit' | 'process' | 'itemType'>
  calendar: WorkingCalendar
  /** The evening up to which a case without a result is known to have none. */
  asOf: LegalDay
}

/** The head of the organ may add ten working days, once (行政许可法第四十二条第一款). */
const EXTENSION_WORKING_DAYS = 10

interface Asked {
  code: FindingCode
  kind: ClockKind
  limit: Pick<Limit, 'amount' | 'unit'>
  from: Told
  event: string
  basis: string
}

/** 超时限: decided, or still undecided, after the last day that the law and the promise leave, step by step too. */
export function overLimit(handled: HandledCase, rules: LimitRules): Judgement {
  const { accepted } = handled
  if (accepted === undefined)
    return { findings: [], unjudged: [{ rule: 'over-limit', code: 'not-accepted' }] }
  const asked = totals(handled, rules)
  const findings = [...asked.flatMap((limit) => overrun(limit, handled, rules)), ...slowSteps(handled, rules)]
  return { findings, unjudged: asked.length > 0 ? [] : [{ rule: 'over-limit', code: 'no-limit' }] }
}

function totals({ applied, accepted, promisedBy }: HandledCase, { item, calendar }: LimitRules): Asked[] {
  const begins = (limit: Limit) => (limit.from === 'receipt' ? (applied ?? accepted)! : accepted!).at
  const event = (limit: Limit) => (limit.from === 'receipt' && applied ? '收到申请' : '受理')
  const statutory = item?.statutoryLimit
  const promised = promise()
  return [
    ...(statutory
      ? [
          {
            ...({ code: 'statutory-limit', kind: 'statutory', limit: statutory } as const),
            ...{ from: begins(statutory), event: event(statutory), basis: statutory.basis ?? '法定办结时限' },
          },
        ]
      : []),
    ...(promised ? [promised] : []),
  ]

  /** The day that was told binds; where none was reported, the days of the guide. */
  function promise(): Asked | undefined {
    const same = { code: 'promised-limit', kind: 'promised' } as const
    const day = accepted!.at
    if (promisedBy !== undefined) {
      const amount = calendar.workingDaysAfter(dayTold(day), dayTold(promisedBy))
      const limit = { amount, unit: 'working-day' } as const
      return { ...same, limit, from: day, event: '受理', basis: `受理时承诺${dayTold(promisedBy)}办结` }
    }
    if (item === undefined) return undefined
    const { promisedLimit } = item
    const rest = { from: begins(promisedLimit), event: event(promisedLimit) }
    return { ...same, limit: promisedLimit, ...rest, basis: '服务指南承诺办结时限' }
  }
}

function overrun(asked: Asked, handled: HandledCase, rules: LimitRules): Finding[] {
  const { result, specials, accepted, steps } = handled
  const { calendar, asOf } = rules
  const clock = clockOf(asked, specials, calendar)
  const last = lastDay(clock, calendar)
  const over = result === undefined ? asOf : dayTold(result.at)
  if (last === undefined || over <= last) return []
  const slowest = slowestStep(steps, calendar)
  return [
    {
      ...{ rule: 'over-limit', code: asked.code, day: over },
      facts: {
        ...{ dueDay: last, late: calendar.workingDaysAfter(last, over) },
        ...(result === undefined ? {} : { endedDay: over }),
        ...(slowest
          ? { step: slowest.name, deeds: [deedOf(slowest.step, slowest)] }
          : { deeds: result ? [deedOf('close', result)] : [] }),
      },
      evidence: [
        accepted!.evidence,
        ...specials.map(({ evidence }) => evidence),
        ...(result ? [result.evidence] : []),
        { from: 'clock', text: explain(clock, calendar) },
      ],
    },
  ]
}

/** A step of the process that took longer than the days the guide gives it, with whoever took it. */
function slowSteps({ steps, specials }: HandledCase, { item, calendar }: LimitRules): Finding[] {
  const found = (item?.process.steps ?? []).flatMap(({ step, name, limitWorkingDays }): Finding[] => {
    const rows = steps.filter((row) => row.step === step)
    if (limitWorkingDays < 1 || rows.length === 0) return []
    const from = rows.map(({ began }) => began).toSorted()[0]!
    const end = rows.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)!
    const limit = { amount: Math.floor(limitWorkingDays), unit: 'working-day' } as const
    const asked = { code: 'step-limit', kind: 'step', limit, from, event: `${name}开始` } as const
    const clock = clockOf({ ...asked, basis: `服务指南“${name}”环节时限` }, specials, calendar)
    const last = lastDay(clock, calendar)
    const over = dayTold(end.at)
    if (last === undefined || over <= last) return []
    const late = calendar.workingDaysAfter(last, over)
    return [
      {
        ...{ rule: 'over-limit', code: 'step-limit', day: over },
        facts: { step: name, dueDay: last, endedDay: over, late, deeds: [deedOf(step, end)] },
        evidence: [
          ...rows.map(({ evidence }) => evidence),
          { from: 'clock', text: explain(clock, calendar) },
        ],
      },
    ]
  })
  const [first] = found
  if (first === undefined) return []
  const deeds = found.flatMap(({ facts }) => facts['deeds'] as Deed[])
  return [{ ...first, facts: { ...first.facts, deeds }, evidence: found.flatMap(({ evidence }) => evidence) }]
}

function slowestStep(steps: readonly StepDone[], calendar: WorkingCalendar): StepDone | undefined {
  const length = ({ began, at }: StepDone) => calendar.workingDaysAfter(dayTold(began), dayTold(at))
  return steps.toSorted((a, b) => length(b) - length(a))[0]
}

/** The limit as a clock of the engine, so that the sentence is the one our own cases have. */
function clockOf(asked: Asked, specials: readonly SpecialSpan[], calendar: WorkingCalendar): Clock {
  const clock = asked.code
  const at = (told: Told): Instant => (told.length === 10 ? startOfDay(told) : told)
  const base = { clock, calendar: calendar.version }
  const { amount, unit } = asked.limit
  const entries: ClockEntry[] = [
    {
      ...{ ...base, entry: 'start', kind: asked.kind, amount, unit },
      ...{ day: dayTold(asked.from), at: at(asked.from), event: asked.event, basis: asked.basis },
    },
    ...spans(
      specials.filter((span) => !span.extends),
      asked.from,
    ).flatMap((span): ClockEntry[] => [
      {
        ...{ ...base, entry: 'stop', day: dayTold(span.from), at: at(span.from), notice: '' },
        ...{ ground: span.name, basis: '上报的特别程序' },
      },
      { ...base, entry: 'resume', day: dayTold(span.to), at: momentTold(span.to) },
    ]),
    ...extension(specials, asked, calendar).map((more) => ({ ...base, entry: 'extend' as const, ...more })),
  ]
  return entries.reduce<Clocks>(foldClock, {})[clock]!
}

/** Spans that overlap are one: time is not taken off twice. A span before the start takes nothing off. */
function spans(specials: readonly SpecialSpan[], start: Told): Pick<SpecialSpan, 'name' | 'from' | 'to'>[] {
  const whole: { name: string; from: Told; to: Told }[] = []
  for (const { name, from, to } of specials.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (dayTold(to) <= dayTold(start)) continue
    const begins = dayTold(from) < dayTold(start) ? start : from
    const before = whole.at(-1)
    if (before === undefined || dayTold(begins) > dayTold(before.to)) {
      whole.push({ name, from: begins, to })
      continue
    }
    before.name = before.name.includes(name) ? before.name : `${before.name}、${name}`
    if (dayTold(to) > dayTold(before.to)) before.to = to
  }
  return whole
}

function extension(specials: readonly SpecialSpan[], { limit, code }: Asked, calendar: WorkingCalendar) {
  const span = specials.find((special) => special.extends)
  if (span === undefined || limit.unit === 'hour' || code === 'step-limit') return []
  const [from, to] = [dayTold(span.from), dayTold(span.to)]
  const wanted =
    limit.unit === 'working-day' ? calendar.workingDaysAfter(from, to) : dayNumber(to) - dayNumber(from)
  const amount = limit.unit === 'working-day' ? Math.min(wanted, EXTENSION_WORKING_DAYS) : wanted
  if (amount < 1) return []
  return [
    {
      ...{ amount, day: from, at: startOfDay(from), approvedBy: '本行政机关负责人' },
      ...{ reason: span.name, basis: '行政许可法第四十二条第一款' },
    },
  ]
}

function lastDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  const { day, at } = due(clock, calendar)
  return day ?? (at && legalDay(at))
}
