import type { Actor } from '#engine/actor.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'

export const ATTEMPT_KINDS = ['beyond-power', 'upward'] as const
export type AttemptKind = (typeof ATTEMPT_KINDS)[number]

/** The code under which passing a decision upward is refused (LS-2.5-14). */
const UPWARD_CODE = 'no-upward-transfer'

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

/** 越权 unless the refusal says that a town tried to pass its own decision up: 上推. */
export function attemptOf({ areaCode, stream, seq, at, actor: who, body: said }: Stored): Attempt {
  const actor = who as Actor
  const body = said as { code: string; action: string; stream?: string; facts?: Record<string, unknown> }
  const staff = actor.kind === 'staff' ? actor : undefined
  const item = body.facts?.['item']
  return {
    ...{ area: areaCode, stream, seq, at, day: legalDay(at) },
    kind: body.code === UPWARD_CODE ? 'upward' : 'beyond-power',
    ...{ code: body.code, action: body.action, actorKind: actor.kind },
    ...{ post: staff?.post ?? null, place: staff?.place ?? null, body: staff?.body ?? null },
    caseStream: body.stream ? body.stream : null,
    itemId: typeof item === 'string' ? item : null,
    facts: body.facts ?? {},
  }
}
