import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved, servedOn, type Serves } from '../../model/fold.ts'
import { licensing } from '../../model/limits.ts'
import { markOf } from '../../model/marks.ts'
import { afterLastDay } from '../../model/states.ts'
import type { Chapter } from '../chapter.ts'
import { EXAMINED } from '../special/rules.ts'
import { lapseHearingRight, requestHearing, waiveHearing } from './answer.ts'
import type { Hearing, HearingGround, Served } from './dossier.ts'
import { conveneHearing, PRESIDER, recordHearing, weighHearing } from './hold.ts'
import { notifyHearingRight, serveHearingElectronically, serveHearingNotice } from './notify.ts'
import { keepPresider, objectToPresider } from './recusal.ts'
import { isOpen, isOwed, mayAsk, servable, unservedPaper } from './rules.ts'

/** Hearings (听证, 行政许可法第四十六条至第四十八条). What is decided at once on a promise has none. */
export const hearing: Chapter = {
  name: 'hearing',
  procedures: ['approval', 'on-the-spot'],
  actions: [
    ...[notifyHearingRight, serveHearingNotice, serveHearingElectronically],
    ...[requestHearing, waiveHearing, lapseHearingRight],
    ...[conveneHearing, objectToPresider, keepPresider, recordHearing, weighHearing],
  ],
  apply: {
    'hearing-right-told': (
      dossier,
      fact: Fact<{
        paper: string
        ground: HearingGround
        text: Sealed
        others: number
        within: Hearing['within']
      }>,
    ) => ({
      ...moved(dossier, fact),
      hearing: {
        id: fact.body.paper,
        ground: fact.body.ground,
        text: fact.body.text,
        others: fact.body.others,
        within: fact.body.within,
        by: markOf(fact),
      },
    }),
    'hearing-notice-served': (
      dossier,
      fact: Fact<Serves & { mode: Served['mode']; which: 'right' | 'time' }>,
    ) => {
      const served: Served = { on: markOf(fact).day, mode: fact.body.mode }
      const { convened } = dossier.hearing!
      const more = fact.body.which === 'right' ? { served } : { convened: { ...convened!, served } }
      return { ...changed(dossier, fact, more), ...servedOn(dossier, fact) }
    },
    'hearing-requested': (dossier, fact: Fact<{ by: 'applicant' | 'third-party'; text: Sealed }>) =>
      changed(dossier, fact, {
        requested: {
          by: fact.body.by,
          text: fact.body.text,
          on: markOf(fact).day,
        },
      }),
    'hearing-waived': (dossier, fact: Fact<{ closes: boolean }>) => {
      const { day } = markOf(fact)
      return changed(dossier, fact, {
        applicantWaivedOn: day,
        ...(fact.body.closes ? { over: { how: 'waived', on: day } } : {}),
      })
    },
    'hearing-lapsed': (dossier, fact: Fact<{ on: string }>) =>
      changed(dossier, fact, { over: { how: 'lapsed', on: fact.body.on } }),
    'hearing-convened': (dossier, fact: Fact<Omit<Convened, 'id' | 'by'> & { paper: string }>) => {
      const { paper: id, day, time, place, presider, closedBecause } = fact.body
      const call = { id, day, time, place, presider }
      const convened = { ...call, ...(closedBecause ? { closedBecause } : {}), by: markOf(fact) }
      const { objected, ...before } = dossier.hearing!
      // Another presider is the answer to whoever asked for one.
      const open = objected && before.convened?.presider === presider ? { objected } : {}
      return { ...moved(dossier, fact), hearing: { ...before, ...open, convened } }
    },
    'presider-objected': (dossier, fact: Fact<{ text: Sealed }>) =>
      changed(dossier, fact, {
        objected: { text: fact.body.text, on: markOf(fact).day },
      }),
    'presider-kept': (dossier, fact: Fact<{ reason: Sealed }>) =>
      changed(dossier, fact, {
        objected: {
          ...dossier.hearing!.objected!,
          kept: { reason: fact.body.reason, by: markOf(fact) },
        },
      }),
    'hearing-held': (
      dossier,
      fact: Fact<{ people: Sealed; record: Sealed; evidence?: Sealed; refused?: Sealed; on: string }>,
    ) =>
      changed(dossier, fact, {
        held: {
          people: fact.body.people,
          record: fact.body.record,
          ...(fact.body.evidence ? { evidence: fact.body.evidence } : {}),
          ...(fact.body.refused ? { refused: fact.body.refused } : {}),
          by: markOf(fact),
        },
        over: { how: 'held', on: fact.body.on },
      }),
    'hearing-weighed': (dossier, fact: Fact<{ text: Sealed }>) =>
      changed(dossier, fact, { weighed: { text: fact.body.text, by: markOf(fact) } }),
  },
  timers: (dossier, world) => {
    if (!EXAMINED.includes(dossier.state)) return []
    const paper = dossier.delivery === 'electronic' ? unservedPaper(dossier) : undefined
    return [
      ...(paper && servable(dossier, paper.at, world.calendar)
        ? [{ action: 'serve-hearing-electronically', at: paper.at }]
        : []),
      ...(mayAsk(dossier) ? afterLastDay('lapse-hearing-right', 'hearing-request', dossier, world) : []),
    ]
  },
  rolesOf: (actor, dossier) =>
    actor.kind === 'staff' &&
    actor.body === dossier.decidingBody &&
    actor.post === dossier.hearing?.convened?.presider
      ? [PRESIDER]
      : [],
  bars: (act, { dossier, actor, world }) => {
    // Whoever presided stands above the examination and takes no part in it afterwards either.
    const presided = actor.kind === 'staff' && actor.person === dossier.hearing?.held?.by.person
    if (act === 'review' && presided)
      return refusal('presider-reviewed', { basis: licensing(world.item, '第四十八条第一款第三项') })
    const deciding = act === 'grant' || act === 'deny'
    // While the limits run the case is examined on; once they stand still for a hearing it waits for that.
    const standing = isOwed(dossier) && ['review', 'return-to-review'].includes(act)
    if (isOpen(dossier) && (deciding || standing))
      return refusal('hearing-not-held', { basis: licensing(world.item, '第四十七条、第七十二条第八项') })
    return deciding && dossier.hearing?.held !== undefined && dossier.hearing.weighed === undefined
      ? refusal('hearing-not-weighed', { basis: licensing(world.item, '第四十八条第二款') })
      : undefined
  },
}

type Convened = NonNullable<Hearing['convened']>

function changed(dossier: CaseDossier, fact: Fact<unknown>, more: Partial<Hearing>): CaseDossier {
  return { ...moved(dossier, fact), hearing: { ...dossier.hearing!, ...more } }
}
