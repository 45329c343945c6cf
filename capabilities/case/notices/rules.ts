import type { Fact } from '#engine/fact.ts'
import type { Role } from '#capabilities/staff/contract.ts'
import type { Addressee } from '../chapters/urging/dossier.ts'
import type { NoticeKind } from '../contract/notice-routes.ts'
import { procedureOf, type CaseDossier } from '../model.ts'

/** Whom a fact concerns: posts by name, or everybody who holds a role in a body (in the whole area without one). */
export interface Audience {
  posts?: readonly string[]
  role?: Role
  /** Several roles, each in full. */
  roles?: readonly Role[]
  bodies?: readonly string[]
  places?: readonly string[]
}

export interface Notice extends Audience {
  kind: NoticeKind
}

export interface Moment {
  fact: Fact
  /** Everything before it, oldest first. */
  before: readonly Fact[]
  /** The case as it stood after it. */
  dossier: CaseDossier
}

type Rule = (moment: Moment) => Notice | undefined

/**
 * What an officer has to learn without looking. New work of a whole role is no news (the work list is there for it), except a word that
 * somebody waits for: decisions, extensions and opinions.
 */
const RULES: Readonly<Record<string, Rule>> = {
  assigned: ({ fact }) => ({ kind: 'assigned', posts: [String(fact.body['post'])] }),
  'handed-over': ({ fact }) => ({ kind: 'handed-over', posts: [String(fact.body['post'])] }),
  'countersign-asked': ({ fact }) => ({ kind: 'countersign', posts: strings(fact.body['posts']) }),
  'signer-added': ({ fact }) => ({ kind: 'countersign', posts: strings(fact.body['posts']) }),
  reviewed: approverWaitedFor,
  'refusal-proposed': approverWaitedFor,
  'extension-proposed': ({ fact, dossier }) =>
    fact.body['head'] === 'head'
      ? { kind: 'extension', role: 'head', bodies: [dossier.decidingBody] }
      : { kind: 'extension', role: 'government-head' },
  extended: (moment) => toWhoever('extension-answered', moment, ['extension-proposed']),
  'extension-refused': (moment) => toWhoever('extension-answered', moment, ['extension-proposed']),
  'opinions-asked': ({ fact }) => ({
    kind: 'opinion-asked',
    role: 'reviewer',
    bodies: ((fact.body['questions'] ?? []) as { body: string }[]).map(({ body }) => body),
  }),
  'opinion-given': (moment) => toWhoever('opinion-given', moment, ['opinions-asked']),
  'returned-to-review': (moment) => toWhoever('returned', moment, ['reviewed']),
  'returned-to-window': (moment) => toWhoever('returned', moment, ['refusal-proposed']),
  supplied: (moment) => toWhoever('supplied', moment, ['supplement-notified']),
  'paper-added': toWhoeverLooks,
  'gap-supplied': (moment) => toWhoever('gap-supplied', moment),
  'objection-recorded': (moment) => toWhoever('objection', moment),
  'hearing-requested': (moment) => toWhoever('hearing', moment),
  urged: ({ fact }) => {
    const { posts = [], roles = [], body, place } = fact.body['who'] as Addressee
    return posts.length > 0
      ? { kind: 'urged', posts }
      : {
          ...{ kind: 'urged', roles: roles as Role[] },
          ...(body === undefined ? {} : { bodies: [body] }),
          ...(place === undefined ? {} : { places: [place] }),
        }
  },
  'urge-answered': ({ fact, dossier }) => {
    const ids = strings(fact.body['ids'])
    const posts = (dossier.urges ?? []).flatMap(({ id, by }) =>
      ids.includes(id) && by.post ? [by.post] : [],
    )
    return { kind: 'urge-answered', posts }
  },
  withdrawn: (moment) => toWhoever('withdrawn', moment),
}

/** Kinds of facts an officer may be told of; everything else is not even delivered. */
export const NOTICED: ReadonlySet<string> = new Set([...Object.keys(RULES), 'urge-ended'])

/** After these nobody is urged any more: what told of it is no news. */
export const ENDS_URGING: ReadonlySet<string> = new Set(['urge-answered', 'urge-ended'])

export function noticeOf(moment: Moment): Notice | undefined {
  return RULES[moment.fact.kind]?.(moment)
}

/** The post that did something; nobody is told of what they did themselves. */
export function postOf({ actor }: Pick<Fact, 'actor'>): string | undefined {
  return actor.kind === 'staff' ? actor.post : undefined
}

function approverWaitedFor({ dossier }: Moment): Notice | undefined {
  const waits = procedureOf(dossier).states[dossier.state]?.waitsFor ?? []
  return waits[0] === 'approver'
    ? { kind: 'approve', role: 'approver', bodies: [dossier.decidingBody] }
    : undefined
}

/** A new paper concerns whoever is about to judge the papers: the approver of a refusal, or the clerk who has the case in hand. */
function toWhoeverLooks(moment: Moment): Notice | undefined {
  const { decidingBody, state } = moment.dossier
  return state === 'refusal-proposed'
    ? { kind: 'paper-added', role: 'approver', bodies: [decidingBody] }
    : toWhoever('paper-added', moment)
}

/** Whoever did the thing this answers, else whoever holds the case, else the officer who acted last. */
function toWhoever(
  kind: NoticeKind,
  { before, dossier }: Moment,
  did: readonly string[] = [],
): Notice | undefined {
  const officers = before.filter((fact) => postOf(fact) !== undefined)
  const asked = officers.findLast((fact) => did.includes(fact.kind))
  const post = (asked && postOf(asked)) ?? dossier.holder?.post ?? postOf(officers.at(-1) ?? NOBODY)
  return post === undefined ? undefined : { kind, posts: [post] }
}

const NOBODY: Pick<Fact, 'actor'> = { actor: { kind: 'system', job: '' } }
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
