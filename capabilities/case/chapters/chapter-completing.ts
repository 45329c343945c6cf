import type { Actor } from '#engine/actor.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { CaseMeans } from '../service/means.ts'
import type { CaseRow } from '../store/rows.ts'

/**
 * What the service looks up for an act of a chapter before the rules judge it; none of it can be sent by a browser, for what
 * is found replaces what was sent.
 */
export type Completing = (
  means: CaseMeans,
  row: CaseRow,
  asked: { input: Readonly<Record<string, unknown>>; actor: Actor; now: string },
) => Promise<{ input: Readonly<Record<string, unknown>> } | Refusal>
