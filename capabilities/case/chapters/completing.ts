import type { Actor } from '#engine/actor.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { CaseMeans } from '../service/means.ts'
import type { CaseRow } from '../store.ts'
import { contactOf } from './fast-lane/contact.ts'
import { formBefore } from './correction/before.ts'
import { blocked } from './gaps/blocked.ts'
import { chosen } from './linked/chosen.ts'
import { townOf } from './queue/refer.ts'
import { lastNotice } from '../service/last-notice.ts'

/**
 * What the service looks up for an act of a chapter before the rules judge it; none of it can be sent by a browser, for what
 * is found replaces what was sent.
 */
export type Completing = (
  means: CaseMeans,
  row: CaseRow,
  asked: { input: Readonly<Record<string, unknown>>; actor: Actor; now: string },
) => Promise<{ input: Readonly<Record<string, unknown>> } | Refusal>

export const COMPLETING: Readonly<Record<string, Completing>> = {
  'notify-supplement': lastNotice,
  'correct-form': formBefore,
  'open-fast-lane': contactOf,
  'change-contact': contactOf,
  'take-over-result': chosen,
  refer: townOf,
  'promise-gap': blocked,
  'accept-with-gaps': blocked,
}
