import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { Apply, Fact } from '#engine/fact.ts'
import type { Contact, Finding, RevisitResult } from '../contract/rectification.ts'
import { APPEAL, isNoted } from './limits.ts'
import type { Mark, Missed, RectificationDossier } from './dossier.ts'

/** What ended late and was not noted yet; any act may carry it. */
interface Late {
  late?: readonly Missed[]
}

interface Reviewed {
  text: string
}

/** What each kind of fact does to the dossier; bodies are what `actions/` wrote. */
export const apply: Readonly<Record<string, Apply<RectificationDossier>>> = {
  'rectification-opened': (none, { body }: Fact<Omit<RectificationDossier, 'state' | 'handlingPlace'>>) => ({
    ...none,
    ...body,
    state: 'to-verify',
    handlingPlace: body.place,
  }),
  'rating-verified': (dossier, fact: Fact<Late & { finding: Finding; contact?: Contact; text: string }>) => {
    const { finding, contact, text } = fact.body
    return {
      ...withMissed(dossier, fact),
      state: finding === 'true' ? 'rectifying' : 'appeal-review',
      verified: { finding, ...(contact === undefined ? {} : { contact }), text, by: markOf(fact) },
    }
  },
  'appeal-upheld': (dossier, fact: Fact<Reviewed & { on: string }>) => ({
    ...reviewed(dossier, fact, true),
    state: 'excluded',
    settledOn: fact.body.on,
  }),
  'appeal-rejected': (dossier, fact: Fact<Reviewed>) => ({
    ...reviewed(dossier, fact, false),
    state: 'rectifying',
  }),
  'rating-answered': (dossier, fact: Fact<Late & { measures: string; text: string; on: string }>) => {
    const { measures, text, on } = fact.body
    return {
      ...withMissed(dossier, fact),
      answer: { measures, text, by: markOf(fact) },
      ...(dossier.anonymous
        ? { state: 'closed' as const, settledOn: on }
        : { state: 'revisit' as const, notReachedOn: [] }),
    }
  },
  'rating-revisited': (
    dossier,
    fact: Fact<
      Late & { result: RevisitResult; next: 'closed' | 'rectifying' | 'revisit'; text: string; on: string }
    >,
  ) => {
    const { result, next, text, on } = fact.body
    return {
      ...withMissed(dossier, fact),
      state: next,
      revisit: { result, text, by: markOf(fact) },
      notReachedOn: result === 'not-reached' ? [...dossier.notReachedOn, on] : dossier.notReachedOn,
      unsatisfied: dossier.unsatisfied + (result === 'unsatisfied' ? 1 : 0),
      ...(next === 'closed' ? { settledOn: on } : {}),
    }
  },
  'rectification-handed-over': (dossier, { body }: Fact<{ to: string }>) => ({
    ...dossier,
    handlingPlace: body.to,
  }),
  'rectification-overdue': withMissed,
  'rectification-clock-recomputed': (dossier) => dossier,
}

/** What ended late was noted the morning after, unless the job was late itself. */
function withMissed(dossier: RectificationDossier, { body }: Fact<Late>): RectificationDossier {
  const late = (body.late ?? []).filter((missed) => !isNoted(dossier, missed))
  return late.length === 0 ? dossier : { ...dossier, missed: [...dossier.missed, ...late] }
}

function reviewed(
  dossier: RectificationDossier,
  fact: Fact<Reviewed>,
  upheld: boolean,
): RectificationDossier {
  return { ...dossier, review: { upheld, text: fact.body.text, by: markOf(fact) } }
}

function markOf({ actor, at }: Pick<Fact, 'actor' | 'at'>): Mark {
  return { ...who(actor), at, day: legalDay(at) }
}

function who(actor: Actor): Pick<Mark, 'person' | 'post'> {
  return actor.kind === 'staff' ? { person: actor.person, post: actor.post } : {}
}

/** The first day on which a limit of the place was overrun; a late review is the supervisor's. */
export function firstMissedDay({ missed }: Pick<RectificationDossier, 'missed'>): string | undefined {
  return missed
    .filter(({ clock }) => clock !== APPEAL)
    .map(({ dueDay }) => dueDay)
    .toSorted()[0]
}
