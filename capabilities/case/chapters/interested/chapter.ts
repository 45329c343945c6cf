import { addDays, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved, servedOn, type Serves } from '../../model/fold.ts'
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
    'interested-named': (
      dossier,
      fact: Fact<Pick<Interested, 'text' | 'hearing' | 'within'> & { paper: string }>,
    ) => {
      const { paper: id, text, hearing, within } = fact.body
      const one = { id, text, hearing, within, by: markOf(fact) }
      return { ...moved(dossier, fact), interested: [...(dossier.interested ?? []), one] }
    },
    'interested-announced': (dossier, fact: Fact<OfOne & NonNullable<Interested['announced']>>) => {
      const { on, until, record } = fact.body
      return changed(dossier, fact, { announced: { on, until, record } })
    },
    'interested-served': (dossier, fact: Fact<OfOne & Serves & NonNullable<Interested['served']>>) => {
      const { on, mode } = fact.body
      return { ...changed(dossier, fact, { served: { on, mode } }), ...servedOn(dossier, fact) }
    },
    'interested-heard': (dossier, fact: Fact<OfOne & Answered>) => {
      const { result, text, signature, open } = fact.body
      const by = markOf(fact)
      if (open) return stated(dossier, fact, { text: text!, on: by.day, by })
      const said = { ...(text ? { text } : {}), ...(signature ? { signature } : {}) }
      return changed(dossier, fact, { answer: { result, ...said, on: by.day, by } })
    },
    'interested-silent': (dossier, fact: Fact<OfOne & { on: string }>) =>
      changed(dossier, fact, {
        answer: { result: 'silent', on: fact.body.on, by: markOf(fact) },
      }),
    'interested-weighed': (dossier, fact: Fact<OfOne & { text: string }>) =>
      changed(dossier, fact, { weighed: { text: fact.body.text, by: markOf(fact) } }),
    'interested-dropped': (dossier, fact: Fact<OfOne & { reason: string }>) =>
      changed(dossier, fact, { dropped: { reason: fact.body.reason, by: markOf(fact) } }),
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

/** Facts about one of them name it. */
interface OfOne {
  id: string
}

/** `open`: said while their days ran on; facts of before a statement left them open say nothing of it. */
type Answered = NonNullable<Interested['answer']> & { open?: boolean }

/** Another statement is to be weighed anew. */
function stated(
  dossier: CaseDossier,
  fact: Fact<OfOne>,
  said: NonNullable<Interested['stated']>[number],
): CaseDossier {
  return {
    ...moved(dossier, fact),
    interested: (dossier.interested ?? []).map((one) => {
      if (one.id !== fact.body.id) return one
      const { weighed: _before, ...rest } = one
      return { ...rest, stated: [...(one.stated ?? []), said] }
    }),
  }
}

function changed(dossier: CaseDossier, fact: Fact<OfOne>, more: Partial<Interested>): CaseDossier {
  const { id } = fact.body
  return {
    ...moved(dossier, fact),
    interested: (dossier.interested ?? []).map((one) => (one.id === id ? { ...one, ...more } : one)),
  }
}
