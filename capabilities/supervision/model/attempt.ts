import type { Actor } from '#engine/actor.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'

export const ATTEMPT_KINDS = ['beyond-power', 'upward', 'second-notice'] as const
export type AttemptKind = (typeof ATTEMPT_KINDS)[number]

/** The code under which passing a decision upward is refused (LS-2.5-14). */
const UPWARD_CODE = 'no-upward-transfer'
/** Codes under which naming in a later notice what was to be named at once is refused (CAS-15). */
const SECOND_NOTICE_CODES = new Set(['second-notice-new-point', 'point-settled'])

/** One recorded refusal: who tried what on which case. */
export interface Attempt {
  area: string
  stream: string
  seq: number
  at: Instant
  day: LegalDay
  kind: AttemptKind
  code: string
  action: string
  actorKind: Actor['kind']
  post: string | null
  place: string | null
  body: string | null
  caseStream: string | null
  itemId: string | null
  facts: Readonly<Record<string, unknown>>
}

interface Stored {
  areaCode: string
  stream: string
  seq: number
  at: Instant
  actor: unknown
  body: unknown
}

/** 越权 unless the refusal says that a town tried to pass its own decision up (上推), or a second notice named new points. */
export function attemptOf({ areaCode, stream, seq, at, actor: who, body: said }: Stored): Attempt {
  const actor = who as Actor
  const body = said as { code: string; action: string; stream?: string; facts?: Record<string, unknown> }
  const staff = actor.kind === 'staff' ? actor : undefined
  const item = body.facts?.['item']
  return {
    ...{ area: areaCode, stream, seq, at, day: legalDay(at) },
    kind: kindOf(body.code),
    ...{ code: body.code, action: body.action, actorKind: actor.kind },
    ...{ post: staff?.post ?? null, place: staff?.place ?? null, body: staff?.body ?? null },
    caseStream: body.stream ? body.stream : null,
    itemId: typeof item === 'string' ? item : null,
    facts: body.facts ?? {},
  }
}

function kindOf(code: string): AttemptKind {
  if (code === UPWARD_CODE) return 'upward'
  return SECOND_NOTICE_CODES.has(code) ? 'second-notice' : 'beyond-power'
}
