import type { Fact } from '#engine/fact.ts'
import type { Contact, Finding, RevisitResult } from '../contract/rectification.ts'
import { CLOCK_TITLES, CONTACT_TITLES, FINDING_TITLES, REVISIT_TITLES } from './rectification.ts'

/** What a reader may be told of a fact: opened texts, and places by name. */
export interface Teller {
  open(sealed: unknown): string
  place(id: string): string
}

interface Told {
  text: string
  details: string[]
}

const said = (text: string, ...details: string[]): Told => ({
  text,
  details: details.filter((line) => line !== ''),
})

/** One fact as a Chinese sentence with its details. */
export function tellRectification({ kind, body }: Fact, { open, place }: Teller): Told {
  const text = open(body['text'])
  switch (kind) {
    case 'rectification-opened':
      return said(body['anonymous'] ? '收到匿名差评' : '收到实名差评')
    case 'rating-verified': {
      const contact = body['contact'] as Contact | undefined
      return said(
        `核实完毕，结论：${FINDING_TITLES[body['finding'] as Finding]}`,
        contact === undefined ? '' : CONTACT_TITLES[contact],
        text,
      )
    }
    case 'appeal-upheld':
      return said('复核同意，不计入评分', text)
    case 'appeal-rejected':
      return said('复核不同意，差评成立，退回整改', text)
    case 'rating-answered':
      return said('作出整改答复', `措施：${open(body['measures'])}`, `答复：${text}`)
    case 'rating-revisited': {
      const back = body['next'] === 'rectifying' ? '，退回重新整改' : ''
      return said(`回访评价人：${REVISIT_TITLES[body['result'] as RevisitResult]}${back}`, text)
    }
    case 'rectification-handed-over':
      return said(`转给${place(String(body['to']))}处理`, open(body['reason']))
    case 'rectification-overdue':
      return said(
        ...((body['late'] as { clock: string; dueDay: string }[]).map(
          ({ clock, dueDay }) => `${CLOCK_TITLES[clock] ?? clock}（${dueDay}）已过`,
        ) as [string, ...string[]]),
      )
    case 'rectification-clock-recomputed':
      return said('放假安排已公布，期限按新的日历重新计算')
    default:
      return said(kind)
  }
}
