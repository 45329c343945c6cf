import { legalDay } from '#engine/day.ts'
import type { Apply, Fact } from '#engine/fact.ts'
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

/** What each kind of fact does to a licence; bodies are what `actions/` wrote. */
export const apply: Readonly<Record<string, Apply<LicenceDossier>>> = {
  'licence-opened': (none, fact: Fact<LicenceOpening>) => {
    const opened = fact.body
    return { ...moved(none, fact, 'valid'), ...opened, termFrom: opened.grantedOn, formCase: opened.case }
  },
  'licence-application-noted': (dossier, fact: Fact<OpenApplication>) => ({
    ...moved(dossier, fact),
    application: fact.body,
  }),
  'licence-application-over': (dossier, fact) => answered(moved(dossier, fact)),
  'licence-changed': (dossier, fact: Fact<Record<'case' | 'on' | 'what' | 'holder', string>>) => {
    const { case: no, on, what, holder } = fact.body
    return {
      ...answered(moved(dossier, fact)),
      ...{ holder, formCase: no, changes: [...dossier.changes, { case: no, on, what }] },
    }
  },
  'licence-renewed': (dossier, fact: Fact<LicenceDossier['renewals'][number]>) => {
    const { over: _passed, ...open } = answered(moved(dossier, fact, 'valid'))
    const renewal = fact.body
    return {
      ...open,
      ...{ validUntil: renewal.until, termFrom: renewal.from, renewals: [...dossier.renewals, renewal] },
    }
  },
  'licence-expired': (dossier, fact) => ({
    ...lost(dossier, fact, 'expired', outlives(dossier)),
    over: { how: 'expired', on: dossier.validUntil! },
  }),
  'licence-intent-told': (dossier, fact: Fact<Pick<Intent, 'how' | 'ground' | 'text'>>) => {
    const { how, ground, text } = fact.body
    const intent = { how, ground, text, seq: fact.seq, by: markOf(fact) }
    return { ...moved(dossier, fact), intent }
  },
  'licence-announced': (dossier, fact: Fact<Announced>) => ({
    ...moved(dossier, fact),
    announced: fact.body,
  }),
  'licence-intent-served': (dossier, fact: Fact<{ on?: string }>) => {
    const { on = legalDay(fact.at) } = fact.body
    const { intent } = dossier
    return {
      ...announcedNoMore(moved(dossier, fact)),
      ...(intent === undefined ? {} : { intent: { ...intent, servedOn: on } }),
    }
  },
  'licence-statement-heard': (dossier, fact: Fact<Omit<NonNullable<Intent['statement']>, 'by'>>) => {
    const { result, form, text } = fact.body
    const formed = form === undefined ? {} : { form }
    return {
      ...moved(dossier, fact),
      ...(dossier.intent
        ? { intent: { ...dossier.intent, statement: { result, ...formed, text, by: markOf(fact) } } }
        : {}),
    }
  },
  'licence-intent-dropped': (dossier, fact) => withoutIntent(moved(dossier, fact)),
  'licence-ending-decided': (dossier, fact: Fact<Omit<EndingDecision, 'seq' | 'by'>>) => {
    const { how, ground, text, grant, seal, number } = fact.body
    const numbered = number === undefined ? {} : { number }
    const ending = { how, ground, text, grant, seal, ...numbered, seq: fact.seq, by: markOf(fact) }
    return { ...unamended(withoutIntent(moved(dossier, fact, 'ending'))), ending }
  },
  'licence-ended': (dossier, fact: Fact<{ how: EndingDecision['how']; on: string; byCase?: string }>) => {
    const { how, on, byCase } = fact.body
    const over = { how, on, ...(byCase === undefined ? {} : { byCase }) }
    const fraud = how === 'revoked' && dossier.ending?.ground === 'fraud' ? { fraudOn: on } : {}
    const stays = how === 'revoked' && stillRevoked(dossier)
    return { ...lost(answered(dossier), fact, how, stays), over, ...fraud }
  },
  'licence-given-up': (dossier, fact: Fact<Record<'on' | 'case', string>>) => {
    const { on, case: byCase } = fact.body
    return { ...lost(answered(dossier), fact, 'given-up', true), over: { how: 'given-up', on, byCase } }
  },
  'licence-amendment-decided': (dossier, fact: Fact<Omit<AmendmentDecision, 'seq' | 'by'>>) => {
    const { how, what, validUntil } = fact.body
    const until = validUntil === undefined ? {} : { validUntil }
    const amendment = { how, what, ...until, seq: fact.seq, by: markOf(fact) }
    return { ...withoutIntent(moved(dossier, fact)), amendment }
  },
  'licence-amended': (dossier, fact: Fact<{ on: string }>) => {
    const { on } = fact.body
    const { how, what, validUntil } = dossier.amendment!
    return {
      ...unamended(announcedNoMore(moved(dossier, fact))),
      ...(validUntil === undefined ? {} : { validUntil }),
      amendments: [...(dossier.amendments ?? []), { how, what, on }],
    }
  },
  'licence-forfeited': (dossier, fact: Fact<{ on: string }>) => ({
    ...lost(dossier, fact, 'forfeited', outlives(dossier)),
    over: { how: 'forfeited', on: fact.body.on },
  }),
  'licence-paper-made': (dossier, fact: Fact<{ paper: LicencePaper }>) => ({
    ...dossier,
    papers: [...dossier.papers, { ...fact.body.paper, at: fact.at }],
  }),
  // Only the clocks change, which the engine folds; nobody's step was taken.
  'licence-clock-recomputed': (dossier) => dossier,
}

function moved(dossier: LicenceDossier, fact: Fact<unknown>, state = dossier.state): LicenceDossier {
  return { ...dossier, state, last: { seq: fact.seq, by: markOf(fact) } }
}

/** Out of force: a change that was not served yet has nothing left to change; what was meant may outlive it. */
function lost(
  dossier: LicenceDossier,
  fact: Fact<unknown>,
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

function markOf({ actor, at }: Pick<Fact, 'actor' | 'at'>): Mark {
  const staff = actor.kind === 'staff' ? { person: actor.person, post: actor.post, place: actor.place } : {}
  return { ...staff, at, day: legalDay(at) }
}
