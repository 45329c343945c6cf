import { addDays, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { licensing } from '../../model/limits.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { SPECIAL_NAMES, type SpecialAgain, type SpecialProcedure, type SpecialResult } from './dossier.ts'
import { againQueue, answerSpecialAgain, askSpecialAgain } from './again.ts'
import { extendSpecial } from './extend.ts'
import { endSpecial, flagOverTold, toldDays } from './end.ts'
import { EXAMINED, listedKinds, ready, running, specials, TECHNICAL } from './rules.ts'
import { serveSpecial, serveSpecialElectronically } from './serve.ts'
import { assignInspectors, startSpecial } from './start.ts'

/** What waits for the result: an opinion given before it would be an opinion on half the case. */
const WAITING = ['review', 'return-to-review', 'grant', 'deny']

/** Special procedures (特别程序, 行政许可法第四十五条、第五十五条). Decisions on a promise are made at once and have none. */
export const special: Chapter = {
  name: 'special',
  procedures: ['approval', 'on-the-spot'],
  actions: [
    ...[startSpecial, serveSpecial, serveSpecialElectronically],
    ...[assignInspectors, extendSpecial, endSpecial, flagOverTold],
    ...[askSpecialAgain, answerSpecialAgain],
  ],
  apply: {
    'special-started': (
      dossier,
      fact: Fact<{
        paper: string
        kind: SpecialProcedure['kind']
        told: SpecialProcedure['told']
        text: Sealed
        again?: string
      }>,
    ) => ({
      ...moved(dossier, fact),
      special: [
        ...specials(dossier),
        {
          id: fact.body.paper,
          kind: fact.body.kind,
          told: fact.body.told,
          text: fact.body.text,
          startedBy: markOf(fact),
        },
      ],
      ...(dossier.specialAgain ? { specialAgain: usedUp(dossier.specialAgain, fact.body.again) } : {}),
    }),
    'special-served': (dossier, fact: Fact<OfOne & { mode: 'window' | 'electronic'; longer?: true }>) => {
      const served = { on: markOf(fact).day, mode: fact.body.mode }
      if (fact.body.longer !== true) return changed(dossier, fact, { served })
      const { extension } = specials(dossier).find(({ id }) => id === fact.body.id)!
      return changed(dossier, fact, { extension: { ...extension!, served } })
    },
    'special-extended': (
      dossier,
      fact: Fact<OfOne & { paper: string; told: SpecialProcedure['told']; why: Sealed }>,
    ) =>
      changed(dossier, fact, {
        extension: {
          id: fact.body.paper,
          told: fact.body.told,
          why: fact.body.why,
          by: markOf(fact),
        },
      }),
    'special-again-asked': (dossier, fact: Fact<Pick<SpecialAgain, 'id' | 'kind' | 'fact'>>) => {
      const { id, kind, fact: news } = fact.body
      const one = { id, kind, fact: news, by: markOf(fact) }
      return { ...moved(dossier, fact), specialAgain: [...(dossier.specialAgain ?? []), one] }
    },
    'special-again-answered': (dossier, fact: Fact<OfOne & { approved: boolean; reason: Sealed }>) => {
      const { id, approved, reason } = fact.body
      const answer = { approved, reason, by: markOf(fact) }
      return {
        ...moved(dossier, fact),
        specialAgain: dossier.specialAgain!.map((one) => (one.id === id ? { ...one, answer } : one)),
      }
    },
    'inspectors-assigned': (dossier, fact: Fact<OfOne & { people: Sealed; count: number }>) =>
      changed(dossier, fact, {
        assigned: {
          people: fact.body.people,
          count: fact.body.count,
          by: markOf(fact),
        },
      }),
    'special-over-told': (dossier, fact: Fact<{ ids: string[] }>) => ({
      ...dossier,
      special: specials(dossier).map((one) =>
        fact.body.ids.includes(one.id) ? { ...one, overToldSince: fact.at } : one,
      ),
    }),
    'special-ended': (
      dossier,
      fact: Fact<OfOne & { result: SpecialResult; text?: Sealed; standard?: Sealed }>,
    ) => {
      const { result, text, standard } = fact.body
      const said = { ...(text ? { text } : {}), ...(standard ? { standard } : {}) }
      return changed(dossier, fact, { ended: { result, ...said, on: markOf(fact).day, by: markOf(fact) } })
    },
  },
  timers: (dossier, world) => {
    if (!EXAMINED.includes(dossier.state)) return []
    const [paper] = dossier.delivery === 'electronic' ? ready(dossier) : []
    const [told] = toldDays(dossier, world)
    return [
      ...(paper ? [{ action: 'serve-special-electronically', at: paper.paper.at }] : []),
      ...(told ? [{ action: 'flag-over-told', at: startOfDay(addDays(told.day, 1)) }] : []),
    ]
  },
  asked: againQueue,
  bars: (act, { dossier, world }) => {
    const open = WAITING.includes(act) ? running(dossier) : []
    if (open.length > 0)
      return refusal('special-running', {
        facts: { procedures: open.map(({ kind }) => SPECIAL_NAMES[kind]) },
        basis: licensing(world.item, '第四十五条'),
      })
    return act === 'grant' ? byResult(dossier, listedKinds(world.item), world.item) : undefined
  },
}

/** Where inspection is what the law asks for, its result decides (第五十五条第一款). */
function byResult(
  dossier: CaseDossier,
  kinds: ReturnType<typeof listedKinds>,
  item: Parameters<typeof licensing>[0],
): Refusal | undefined {
  const basis = licensing(item, '第五十五条第一款')
  const results = new Map(
    specials(dossier).flatMap(({ kind, ended }) =>
      ended !== undefined && ended.result !== 'called-off' ? [[kind, ended.result] as const] : [],
    ),
  )
  const failed = TECHNICAL.filter((kind) => results.get(kind) === 'not-met')
  if (failed.length > 0)
    return refusal('inspection-failed', {
      facts: { procedures: failed.map((kind) => SPECIAL_NAMES[kind]) },
      basis,
    })
  const missing = TECHNICAL.filter((kind) => kinds.includes(kind) && !results.has(kind))
  return missing.length > 0
    ? refusal('inspection-missing', {
        facts: { procedures: missing.map((kind) => SPECIAL_NAMES[kind]) },
        basis,
      })
    : undefined
}

/** Facts about one of them name it. */
interface OfOne {
  id: string
}

const usedUp = (all: readonly SpecialAgain[], id: string | undefined): readonly SpecialAgain[] =>
  all.map((one) => (one.id === id ? { ...one, used: true } : one))

function changed(dossier: CaseDossier, fact: Fact<OfOne>, more: Partial<SpecialProcedure>): CaseDossier {
  const { id } = fact.body
  return {
    ...moved(dossier, fact),
    special: specials(dossier).map((one) => (one.id === id ? { ...one, ...more } : one)),
  }
}
