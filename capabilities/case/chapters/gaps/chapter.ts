import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import { moved, servedOn, type Serves } from '../../model/fold.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Chapter } from '../chapter.ts'
import { acceptWithGaps } from './accept.ts'
import { gapLapse, gapTimers, remindGap } from './by-clock.ts'
import { openGaps, toVerify, windowQueue, type Gap, type GapPromise, type Gaps } from './dossier.ts'
import { promiseGap } from './promise.ts'
import { supplyGap, supplyGapAtWindow, verifyGap } from './supply.ts'

type Held = CaseDossier['materials'][string]

/** What waits until every gap is closed: a decision, and sending everything up for one. */
const WAITS = ['grant', 'deny', 'forward']

/**
 * Acceptance with tolerated gaps (容缺受理): only what the item marks as tolerable, promised in writing by a day, told once. It
 * belongs to the general procedure: what is decided at once has no time in which a paper could follow.
 */
export const gaps: Chapter = {
  name: 'gaps',
  procedures: ['approval'],
  actions: [promiseGap, acceptWithGaps, supplyGap, supplyGapAtWindow, verifyGap, remindGap, gapLapse],
  handsIn: ['supply-gap', 'supply-gap-at-window'],
  timers: gapTimers,
  asked: (dossier) => (toVerify(dossier).length > 0 ? [windowQueue(dossier.acceptPlace)] : []),
  bars: (act, { dossier }) => {
    if (!WAITS.includes(act)) return undefined
    const open = openGaps(dossier)
    return open.length > 0
      ? refusal('gap-open', { facts: { materials: open }, basis: '容缺受理告知书' })
      : undefined
  },
  apply: {
    'gap-promised': (dossier, fact: Fact<Omit<GapPromise, 'at'>>) => ({
      ...moved(dossier, fact),
      gapPromise: { ...fact.body, at: fact.at },
    }),
    'gaps-tolerated': (
      dossier,
      fact: Fact<Serves & Pick<Gaps, 'signed' | 'how' | 'remindBefore'> & { materials: string[] }>,
    ) => {
      const { signed, how, remindBefore, materials } = fact.body
      const open: Record<string, Gap> = Object.fromEntries(materials.map((id) => [id, { standing: 'open' }]))
      return {
        ...moved(dossier, fact),
        gaps: { signed, how, remindBefore, materials: open },
        ...servedOn(dossier, fact),
      }
    },
    'gap-supplied': (dossier, fact: Fact<{ materials: CaseDossier['materials']; arrived: string }>) => {
      const { materials, arrived } = fact.body
      return {
        ...standing(moved(dossier, fact), Object.keys(materials), { standing: 'handed-in', arrived }),
        materials: { ...dossier.materials, ...materials },
      }
    },
    'gap-verified': (
      dossier,
      fact: Fact<Serves & { ok: string[]; defective: string[]; mended?: boolean; note?: string }>,
    ) => {
      const { ok, defective, mended, note } = fact.body
      const looked = standing(standing(moved(dossier, fact), ok, { standing: 'ok' }), defective, {
        standing: 'defective',
      })
      const verdicts = (ids: string[], verdict: Held['verdict'], note?: string) =>
        ids.map((id) => [id, { ...dossier.materials[id]!, verdict, ...(note ? { note } : {}) }])
      return {
        ...looked,
        ...(looked.gaps && mended ? { gaps: { ...looked.gaps, mended } } : {}),
        materials: {
          ...dossier.materials,
          ...Object.fromEntries(verdicts(ok, 'ok')),
          ...Object.fromEntries(verdicts(defective, 'defective', note)),
        },
        ...servedOn(dossier, fact),
      }
    },
    'gap-reminded': (dossier, fact) => ({
      ...dossier,
      ...(dossier.gaps ? { gaps: { ...dossier.gaps, reminded: fact.at } } : {}),
    }),
    // What was promised and not kept is remembered; the case ends by the fact after this one.
    'gap-broken': (dossier) => ({
      ...dossier,
      ...(dossier.gaps ? { gaps: { ...dossier.gaps, broken: true } } : {}),
    }),
  },
}

/** The dossier with some of its gaps standing otherwise. */
function standing(dossier: CaseDossier, ids: readonly string[], change: Partial<Gap>): CaseDossier {
  const { gaps: held } = dossier
  if (held === undefined) return dossier
  const changed = ids.map((id) => [id, { ...held.materials[id], ...change } as Gap])
  return { ...dossier, gaps: { ...held, materials: { ...held.materials, ...Object.fromEntries(changed) } } }
}
