import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { LicenceOpening } from '../contract.ts'
import { outlives, stillRevoked } from './intent.ts'
import type {
  AmendmentDecision,
  Announced,
  EndingDecision,
  Intent,
  LicenceDossier,
  LicencePaper,
  Mark,
  OpenApplication,
} from './dossier.ts'

type Apply = (dossier: LicenceDossier, fact: Fact) => LicenceDossier

/** What each kind of fact does to a licence; bodies are what `actions/` wrote. */
export const apply: Readonly<Record<string, Apply>> = {
  'licence-opened': (none, fact) => {
    const opened = fact.body as unknown as LicenceOpening
    return { ...moved(none, fact, 'valid'), ...opened, termFrom: opened.grantedOn, formCase: opened.case }
  },
  'licence-application-noted': (dossier, fact) => ({
    ...moved(dossier, fact),
    application: fact.body as unknown as OpenApplication,
  }),
  'licence-application-over': (dossier, fact) => answered(moved(dossier, fact)),
  'licence-changed': (dossier, fact) => {
    const { case: no, on, what, holder } = fact.body as Record<'case' | 'on' | 'what' | 'holder', string>
    return {
      ...answered(moved(dossier, fact)),
      ...{ holder, formCase: no, changes: [...dossier.changes, { case: no, on, what }] },
    }
  },
  'licence-renewed': (dossier, fact) => {
    const { over: _passed, ...open } = answered(moved(dossier, fact, 'valid'))
    const renewal = fact.body as unknown as LicenceDossier['renewals'][number]
    return {
      ...open,
      ...{ validUntil: renewal.until, termFrom: renewal.from, renewals: [...dossier.renewals, renewal] },
    }
  },
  'licence-expired': (dossier, fact) => ({
    ...lost(dossier, fact, 'expired', outlives(dossier)),
    over: { how: 'expired', on: dossier.validUntil! },
  }),
  'licence-intent-told': (dossier, fact) => {
    const { how, ground, text } = fact.body as unknown as Intent
    const intent = { how, ground, text, seq: fact.seq, by: markOf(fact) }
    return { ...moved(dossier, fact), intent }
  },
  'licence-announced': (dossier, fact) => ({
    ...moved(dossier, fact),
    announced: fact.body as unknown as Announced,
  }),
  'licence-intent-served': (dossier, fact) => {
    const { on = legalDay(fact.at) } = fact.body as { on?: string }
    const { intent } = dossier
    return {
      ...announcedNoMore(moved(dossier, fact)),
      ...(intent === undefined ? {} : { intent: { ...intent, servedOn: on } }),
    }
  },
  'licence-statement-heard': (dossier, fact) => {
    const { result, form, text } = fact.body as unknown as Omit<NonNullable<Intent['statement']>, 'by'>
    const formed = form === undefined ? {} : { form }
    return {
      ...moved(dossier, fact),
      ...(dossier.intent
        ? { intent: { ...dossier.intent, statement: { result, ...formed, text, by: markOf(fact) } } }
        : {}),
    }
  },
  'licence-intent-dropped': (dossier, fact) => withoutIntent(moved(dossier, fact)),
  'licence-ending-decided': (dossier, fact) => {
    const { how, ground, text, grant, seal, number } = fact.body as unknown as EndingDecision
    const numbered = number === undefined ? {} : { number }
    const ending = { how, ground, text, grant, seal, ...numbered, seq: fact.seq, by: markOf(fact) }
    return { ...unamended(withoutIntent(moved(dossier, fact, 'ending'))), ending }
  },
  'licence-ended': (dossier, fact) => {
    const { how, on, byCase } = fact.body as { how: EndingDecision['how']; on: string; byCase?: string }
    const over = { how, on, ...(byCase === undefined ? {} : { byCase }) }
    const fraud = how === 'revoked' && dossier.ending?.ground === 'fraud' ? { fraudOn: on } : {}
    const stays = how === 'revoked' && stillRevoked(dossier)
    return { ...lost(answered(dossier), fact, how, stays), over, ...fraud }
  },
  'licence-given-up': (dossier, fact) => {
    const { on, case: byCase } = fact.body as Record<'on' | 'case', string>
    return { ...lost(answered(dossier), fact, 'given-up', true), over: { how: 'given-up', on, byCase } }
  },
  'licence-amendment-decided': (dossier, fact) => {
    const { how, what, validUntil } = fact.body as unknown as AmendmentDecision
    const until = validUntil === undefined ? {} : { validUntil }
    const amendment = { how, what, ...until, seq: fact.seq, by: markOf(fact) }
    return { ...withoutIntent(moved(dossier, fact)), amendment }
  },
  'licence-amended': (dossier, fact) => {
    const { on } = fact.body as { on: string }
    const { how, what, validUntil } = dossier.amendment!
    return {
      ...unamended(announcedNoMore(moved(dossier, fact))),
      ...(validUntil === undefined ? {} : { validUntil }),
      amendments: [...(dossier.amendments ?? []), { how, what, on }],
    }
  },
  'licence-forfeited': (dossier, fact) => ({
    ...lost(dossier, fact, 'forfeited', outlives(dossier)),
    over: { how: 'forfeited', on: String(fact.body['on']) },
  }),
  'licence-paper-made': (dossier, fact) => ({
    ...dossier,
    papers: [...dossier.papers, { ...(fact.body['paper'] as LicencePaper), at: fact.at }],
  }),
  // Only the clocks change, which the engine folds; nobody's step was taken.
  'licence-clock-recomputed': (dossier) => dossier,
}

function moved(dossier: LicenceDossier, fact: Fact, state = dossier.state): LicenceDossier {
  return { ...dossier, state, last: { seq: fact.seq, by: markOf(fact) } }
}

/** Out of force: a change that was not served yet has nothing left to change; what was meant may outlive it. */
function lost(
  dossier: LicenceDossier,
  fact: Fact,
  state: LicenceDossier['state'],
  meantStays: boolean,
): LicenceDossier {
  const after = moved(dossier, fact, state)
  return meantStays ? after : unamended(withoutIntent(after))
}

function answered({ application: _done, ...dossier }: LicenceDossier): LicenceDossier {
  return dossier
}

/** A decision, an end and giving up close what was meant, with the announcement of its notice. */
function withoutIntent({ intent: _done, ...dossier }: LicenceDossier): LicenceDossier {
  return announcedNoMore(dossier)
}

function unamended({ amendment: _over, ...dossier }: LicenceDossier): LicenceDossier {
  return dossier
}

function announcedNoMore({ announced: _over, ...dossier }: LicenceDossier): LicenceDossier {
  return dossier
}

function markOf({ actor, at }: Fact): Mark {
  const staff = actor.kind === 'staff' ? { person: actor.person, post: actor.post, place: actor.place } : {}
  return { ...staff, at, day: legalDay(at) }
}
