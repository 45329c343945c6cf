import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import {
  action,
  type Act,
  type DossierBase,
  type Procedure,
  type State,
  type WorldBase,
} from '#engine/procedure/procedure.ts'
import type { Power } from '#engine/power/grant.ts'
import { ISSUED_TITLE, LIMIT_DAYS, STEPS, type Step } from '../work.ts'

/** What acts decide on. The form is not needed for that: it stands sealed in the first fact, where the read finds it. */
export interface BenchDossier extends DossierBase {
  no: string
  item: string
  party: string
  body: string
  title: string
  assignee: string | null
  decision: string | null
}

export interface BenchWorld extends WorldBase {
  /** Seals personal text under the applicant's own key. */
  seal(text: string): string
}

export interface CreateInput {
  no: string
  item: string
  party: string
  body: string
  title: string
  /** Applicant and form. */
  private: object
}

const NO_DOSSIER: BenchDossier = {
  ...{ state: 'none', version: 0, clocks: {}, no: '', item: '', party: '', body: '', title: '' },
  ...{ assignee: null, decision: null },
}

type Doing<I> = Act<BenchDossier, I, BenchWorld>

const create = action({
  name: 'create',
  from: [],
  to: ['submitted'],
  by: ['window-clerk'],
  input: {},
  facts: ({ input, world }: Doing<CreateInput>) => {
    const { private: personal, ...open } = input
    return [{ kind: 'created', body: { ...open, sealed: world.seal(JSON.stringify(personal)) } }]
  },
})

const ROLE: Readonly<Record<string, string>> = {
  accept: 'window-clerk',
  start_review: 'reviewer',
  decide: 'approver',
  issue: 'issuer',
  close: 'window-clerk',
}

const POWER: Readonly<Record<string, Power>> = { accept: 'accept', decide: 'decide', issue: 'seal' }

/** What a step changes beside the state, and what it does to the clock. */
function changesOf(name: string, { actor, now }: Doing<{ note: string }>) {
  const { post } = actor as StaffActor
  const day = legalDay(now)
  switch (name) {
    case 'accept':
      return {
        clock: [
          {
            entry: 'start',
            clock: 'term',
            kind: 'promised',
            unit: 'calendar-day',
            amount: LIMIT_DAYS,
            day,
            at: now,
            event: '受理',
            basis: '行政许可法第四十二条',
            calendar: 'bench',
          },
        ],
      } as const
    case 'start_review':
      return { body: { assignee: post } }
    case 'decide':
      return {
        body: { decision: 'granted' },
        clock: [{ entry: 'end', clock: 'term', day, at: now }],
      } as const
    case 'issue':
      return { body: { title: ISSUED_TITLE } }
    default:
      return { body: { assignee: null } }
  }
}

function stepAction({ action: name, from, to }: Step) {
  const power = POWER[name]
  return action({
    name,
    from: [from],
    to: [to],
    by: [ROLE[name]!],
    input: {},
    ...(power === undefined ? {} : { power }),
    facts: (act: Doing<{ note: string }>) => {
      const { body, clock } = { body: {}, ...changesOf(name, act) } as { body: object; clock?: never }
      return [
        {
          kind: to,
          body: {
            from,
            ...body,
            note: act.world.seal(act.input.note),
            ...(act.grant ? { grant: act.grant.id } : {}),
          },
          ...(clock === undefined ? {} : { clock }),
        },
      ]
    },
  })
}

function stepApply({ to }: Step): [string, (dossier: BenchDossier, fact: Fact) => BenchDossier] {
  return [
    to,
    (dossier, { body }) => ({
      ...dossier,
      state: to,
      ...('title' in body ? { title: body['title'] as string } : {}),
      ...('assignee' in body ? { assignee: body['assignee'] as string | null } : {}),
      ...('decision' in body ? { decision: body['decision'] as string } : {}),
    }),
  ]
}

const waiting = (role: string, ...clocks: string[]): State => ({ waitsFor: [role], clocks })

/**
 * The six steps of the scenario as a procedure of the engine. Its clock runs from acceptance to decision only, as the
 * scenario says; the walk over a real procedure would ask for one in every open state.
 */
export const benchLifecycle: Procedure<BenchDossier, BenchWorld> = {
  name: 'bench-lifecycle',
  version: 1,
  initial: NO_DOSSIER,
  states: {
    submitted: waiting('window-clerk'),
    accepted: waiting('reviewer', 'term'),
    in_review: waiting('approver', 'term'),
    decided: waiting('issuer'),
    issued: waiting('window-clerk'),
    closed: { final: true, waitsFor: [], clocks: [] },
  },
  actions: [create, ...STEPS.map(stepAction)],
  apply: {
    created: (none, { body }: Fact<BenchDossier>) => {
      const { no, item, party, body: owner, title } = body
      return { ...none, state: 'submitted', no, item, party, body: owner, title }
    },
    ...Object.fromEntries(STEPS.map(stepApply)),
  },
  rolesOf: (actor, dossier) =>
    actor.kind === 'staff' && (dossier.version === 0 || actor.body === dossier.body) ? actor.roles : [],
  powerQuestion: ({ dossier, actor, power, now }) => {
    const { body, place } = actor as StaffActor
    return { power, item: dossier.item, body, place, day: legalDay(now) }
  },
  timers: () => [],
}

/** The task that is open in a state; none after close. */
export const taskIn = (state: string): string | undefined => STEPS.find(({ from }) => from === state)?.action
