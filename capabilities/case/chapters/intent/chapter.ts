import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { TerminationGround } from '../endings/dossier.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved, servedOn, type Serves } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { afterLastDay } from '../../model/states.ts'
import type { Chapter } from '../chapter.ts'
import { windowQueue } from '../gaps/dossier.ts'
import { hearParty, lapseStatement } from './answer.ts'
import type { AnnouncedNotice, Intent, ServedNotice } from './dossier.ts'
import {
  leavesNobody,
  notHeard,
  paperOfNotice,
  SERVED_IN,
  STATEMENT_CLOCK,
  toldIt,
  toServe,
  unanswered,
  unserved,
  withoutIntent,
} from './rules.ts'
import { endNoticeAnnouncement, serveNotice, serveNoticeElectronically } from './serve.ts'
import { dropIntent, endIntent, tellEnding, tellRevocation } from './tell.ts'

type Answer = NonNullable<Intent['answer']>

/** Acts after which a matter that was to be ended is decided instead, by the office or by the law. */
const DECIDED_INSTEAD = ['grant', 'deny', 'refuse-acceptance', 'deem-renewed']

/**
 * Whoever is about to lose something is told, served and heard before it happens (陈述权、申辩权, 行政许可法第七条): before what a broken
 * promise brought is revoked, and before a matter is ended against the applicant's wish. What has to be put right is served
 * the same way, for its days too run from the service alone.
 */
export const intent: Chapter = {
  name: 'intent',
  actions: [
    ...[tellRevocation, tellEnding, dropIntent, hearParty, lapseStatement],
    ...[serveNotice, serveNoticeElectronically, endNoticeAnnouncement],
  ],
  apply: {
    'intent-told': (
      dossier,
      fact: Fact<Pick<Intent, 'how' | 'ground' | 'text' | 'within'> & { paper: string }>,
    ) => {
      const { paper: id, how, ground, text, within } = fact.body
      const named = ground === undefined ? {} : { ground }
      return { ...moved(dossier, fact), intent: { id, how, ...named, text, within, by: markOf(fact) } }
    },
    'notice-announced': (dossier, fact: Fact<AnnouncedNotice>) => ({
      ...moved(dossier, fact),
      noticeAnnounced: fact.body,
    }),
    'notice-served': (dossier, fact: Fact<Serves & ServedNotice & { what: string }>) => {
      const { noticeAnnounced: _over, intent: meant, check, ...rest } = dossier
      const { what, on, mode } = fact.body
      const served = { on, mode }
      const ofIntent = what === 'intent'
      return {
        ...moved(rest, fact),
        ...(meant === undefined ? {} : { intent: ofIntent ? { ...meant, served } : meant }),
        ...(check === undefined ? {} : { check: ofIntent ? check : { ...check, served } }),
        ...servedOn(dossier, fact),
      }
    },
    'party-heard': (dossier, fact: Fact<Pick<Answer, 'result' | 'text'> & Partial<Pick<Answer, 'form'>>>) => {
      const { result, text, form = 'signed' } = fact.body
      const by = markOf(fact)
      // Before such notices were served a statement was put on record by itself.
      if (dossier.intent === undefined) return { ...moved(dossier, fact), heard: { result, text, by } }
      return changed(dossier, fact, { answer: { result, form, text, on: by.day, by } })
    },
    'party-silent': (dossier, fact: Fact<{ on: string }>) =>
      changed(dossier, fact, { lapsedOn: fact.body.on }),
    'intent-dropped': (dossier, fact) => withoutIntent(moved(dossier, fact)),
  },
  timers: (dossier, world) => {
    if (!SERVED_IN.includes(dossier.state)) return []
    const open = unserved(dossier)
    const { noticeAnnounced: announced } = dossier
    const paper = open && dossier.delivery === 'electronic' ? paperOfNotice(dossier, open) : undefined
    return [
      ...(paper ? [{ action: 'serve-notice-electronically', at: paper.at }] : []),
      ...(open && announced
        ? [{ action: 'end-notice-announcement', at: startOfDay(addDays(announced.until, 1)) }]
        : []),
      ...(unanswered(dossier) ? afterLastDay('lapse-statement', STATEMENT_CLOCK, dossier, world) : []),
    ]
  },
  asked: (dossier) => (toServe(dossier) === undefined ? [] : [windowQueue(dossier.acceptPlace)]),
  bars: (act, { dossier, actor, world }) =>
    act === 'revoke' || act === 'terminate' ? toldIt(dossier, actor, world.parameters) : undefined,
  refuses: (act, { dossier, input, now, world }) => {
    const standing = { dossier, today: legalDay(now), calendar: world.calendar }
    if (act === 'revoke') return notHeard('revoke', undefined, standing)
    if (act !== 'terminate') return undefined
    const { ground } = input as { ground?: TerminationGround }
    return leavesNobody(ground) ? undefined : notHeard('terminate', ground, standing)
  },
  precedes: (act, { dossier, now }) =>
    dossier.intent !== undefined && DECIDED_INSTEAD.includes(act)
      ? [{ kind: 'intent-dropped', body: { on: legalDay(now) }, clock: endIntent(dossier, now) }]
      : [],
}

function changed(dossier: CaseDossier, fact: Fact<unknown>, more: Partial<Intent>): CaseDossier {
  return { ...moved(dossier, fact), intent: { ...dossier.intent!, ...more } }
}
