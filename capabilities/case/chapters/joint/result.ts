import { due } from '#engine/clock/clock.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { clockOf, standingQuestions, VERDICT_NAMES, type Question } from './dossier.ts'

export interface OpinionLine {
  body: string
  name: string
  /** 同意, 逾期未答复 … */
  verdict: string
  tone: 'good' | 'warn' | 'bad' | 'plain'
  text: string
  reply?: string
  /** The last day to answer. */
  dueDay?: string
  day?: string
}

/** Every department that was asked with what it said, in the order of the asking: for the page and for the joint result. */
export function opinionLines(
  dossier: CaseDossier,
  open: (sealed: string) => unknown,
  calendar: WorkingCalendar,
): OpinionLine[] {
  return standingQuestions(dossier).map((question) => {
    const { body, name, opinion, closed, reply } = question
    const clock = dossier.clocks[clockOf(question)]
    const dueDay = clock && due(clock, calendar).day
    const sealed = opinion?.text ?? closed?.reason
    const day = opinion?.by.day ?? closed?.by.day
    return {
      ...{ body, name, ...said(question) },
      text: sealed === undefined ? '' : String(open(sealed) ?? ''),
      ...(reply === undefined ? {} : { reply: String(open(reply.text) ?? '') }),
      ...(dueDay === undefined ? {} : { dueDay }),
      ...(day === undefined ? {} : { day }),
    }
  })
}

const TONES = { agree: 'good', conditions: 'warn', object: 'bad' } as const

function said({ opinion, closed, overdueAt }: Question): Pick<OpinionLine, 'verdict' | 'tone'> {
  if (opinion !== undefined) {
    const late = overdueAt === undefined ? '' : '（逾期答复）'
    return { verdict: `${VERDICT_NAMES[opinion.verdict]}${late}`, tone: TONES[opinion.verdict] }
  }
  if (overdueAt !== undefined)
    return { verdict: closed === undefined ? '逾期未答复' : '逾期未答复，不再等待', tone: 'bad' }
  return { verdict: '等待答复', tone: 'plain' }
}

/** Each opinion as one sentence, for the decision that a department issues for all (联办结果). */
export function opinionSentences(lines: readonly OpinionLine[]): { name: string; value: string }[] {
  return lines.map(({ name, verdict, text, reply }) => ({
    name: `${name}意见`,
    value: [
      `${verdict}${text === '' ? '' : `：${withoutStop(text)}`}`,
      ...(reply === undefined ? [] : [`本机关答复：${withoutStop(reply)}`]),
    ].join('；'),
  }))
}

const withoutStop = (text: string): string => text.trim().replace(/[。．.；;]+$/u, '')
