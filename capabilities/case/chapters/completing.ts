import type { Completing } from './chapter-completing.ts'
import { contactOf } from './fast-lane/contact.ts'
import { formBefore } from './correction/before.ts'
import { blocked } from './gaps/blocked.ts'
import { chosen } from './linked/chosen.ts'
import { versionToday } from './newer-version/next.ts'
import { townOf } from './queue/refer.ts'
import { lastNotice } from '../service/last-notice.ts'

export const COMPLETING: Readonly<Record<string, Completing>> = {
  'notify-supplement': lastNotice,
  'correct-form': formBefore,
  'open-fast-lane': contactOf,
  'change-contact': contactOf,
  'take-over-result': chosen,
  refer: townOf,
  'promise-gap': blocked,
  'accept-with-gaps': blocked,
  'follow-version': versionToday,
}
