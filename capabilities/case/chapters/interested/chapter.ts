import type { Fact } from '#engine/fact.ts'
import { addDays, startOfDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved, servedOn } from '../../model/fold.ts'
import { licensing } from '../../model/limits.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { EXAMINED } from '../special/rules.ts'
import { hearInterested, lapseInterested, weighInterested } from './answer.ts'
import type { Interested } from './dossier.ts'
import { dropInterested, nameInterested } from './name.ts'
import { hearingOwed, unserved, unweighed, waiting } from './rules.ts'
import { endInterestedAnnouncement, serveInterested } from './serve.ts'

/**
 * Others whose interests a decision directly touches (利害关系人): each is told in a notice of their own, may state their views and,
 * where the interests are grave, ask for a hearing (行政许可法第三十六条、第四十七条). What is decided at once on a promise has none.
 */
export const interested: Chapter = {
  name: 'interested',
  procedures: ['approval', 'on-the-spot'],
  actions: [
    ...[nameInterested, serveInterested, endInterestedAnnouncement],
    ...[hearInterested, lapseInterested, weighInterested, dropInterested],
  ],
  apply: {
    'interested-named': (dossier, fact) => {
      const { paper: id, text, hearing, within } = fact.body as unknown as { paper: string } & Interested
      const one = { id, text, hearing, within, by: markOf(fact) }
      return { ...moved(dossier, fact), interested: [...(dossier.interested ?? []), one] }
    },
    'interested-announced': (dossier, fact) => {
      const { on, until, record } = fact.body as unknown as NonNullable<Interested['announced']>
      return changed(dossier, fact, { announced: { on, until, record } })
    },
    'interested-served': (dossier, fact) => {
      const { on, mode } = fact.body as unknown as NonNullable<Interested['served']>
      return { ...changed(dossier, fact, { served: { on, mode } }), ...servedOn(dossier, fact) }
    },
    'interested-heard': (dossier, fact) => {
      const { result, text, signature, open } = fact.body as unknown as Answered
      const by = markOf(fact)
      if (open) return stated(dossier, fact, { text: text!, on: by.day, by })
      const said = { ...(text ? { text } : {}), ...(signature ? { signature } : {}) }
      return changed(dossier, fact, { answer: { result, ...said, on: by.day, by } })
    },
    'interested-silent': (dossier, fact) =>
      changed(dossier, fact, {
        answer: { result: 'silent', on: fact.body['on'] as string, by: markOf(fact) },
      }),
    'interested-weighed': (dossier, fact) =>
      changed(dossier, fact, { weighed: { text: fact.body['text'] as string, by: markOf(fact) } }),
    'interested-dropped': (dossier, fact) =>
      changed(dossier, fact, { dropped: { reason: fact.body['reason'] as string, by: markOf(fact) } }),
  },
  timers(dossier, { calendar }) {
    if (!EXAMINED.includes(dossier.state)) return []
    const soon = (action: string, days: readonly string[]) => {
      const first = days.toSorted()[0]
      return first === undefined ? [] : [{ action, at: startOfDay(addDays(first, 1)) }]
    }
    return [
      ...soon(
        'end-interested-announcement',
        unserved(dossier).flatMap(({ announced }) => announced?.until ?? []),
      ),
      ...soon(
        'lapse-interested',
        waiting(dossier, calendar).map(({ last }) => last),
      ),
    ]
  },
  bars(act, { dossier, world }) {
    if (act !== 'grant' && act !== 'deny') return undefined
    const basis = licensing(world.item, '第三十六条')
    if (unserved(dossier).length > 0) return refusal('interested-unserved', { basis })
    const [open] = waiting(dossier, world.calendar)
    if (open !== undefined) return refusal('interested-days-running', { facts: { day: open.last }, basis })
    if (hearingOwed(dossier))
      return refusal('interested-hearing-owed', { basis: licensing(world.item, '第四十七条第一款') })
    return unweighed(dossier).length > 0 ? refusal('interested-unweighed', { basis }) : undefined
  },
}

/** `open`: said while their days ran on; facts of before a statement left them open say nothing of it. */
type Answered = NonNullable<Interested['answer']> & { open?: boolean }

/** Another statement is to be weighed anew. */
function stated(
  dossier: CaseDossier,
  fact: Fact,
  said: NonNullable<Interested['stated']>[number],
): CaseDossier {
  return {
    ...moved(dossier, fact),
    interested: (dossier.interested ?? []).map((one) => {
      if (one.id !== fact.body['id']) return one
      const { weighed: _before, ...rest } = one
      return { ...rest, stated: [...(one.stated ?? []), said] }
    }),
  }
}

function changed(dossier: CaseDossier, fact: Fact, more: Partial<Interested>): CaseDossier {
  const { id } = fact.body
  return {
    ...moved(dossier, fact),
    interested: (dossier.interested ?? []).map((one) => (one.id === id ? { ...one, ...more } : one)),
  }
}
