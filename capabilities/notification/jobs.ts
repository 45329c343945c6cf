import type { Worker } from '#platform/jobs/worker.ts'
import { streamKind } from '#platform/ledger/stream.ts'
import type { Channel } from './contract.ts'
import { ANSWERED, HEARD, LICENCE_HEARD, type ReminderKind } from './model.ts'
import { hearLicence, REMIND_TO_RENEW, remindToRenew } from './service/licences.ts'
import type { NotificationMeans } from './service/means.ts'
import { sendOne } from './service/sending.ts'
import { REMIND, SEND, telling } from './service/telling.ts'

/** The subscriber that tells citizens what became of their cases. */
export const CASES = 'notification.cases'

export function notificationSubscribers(kind: string): readonly string[] {
  return HEARD.has(kind) || kind in ANSWERED || LICENCE_HEARD.has(kind) ? [CASES] : []
}

/**
 * Telling and sending are two tasks: the inbox is right at once, and a gateway that is down for a day makes only the sending
 * come again.
 */
export function notificationJobs(worker: Worker, means: NotificationMeans): void {
  const { hear, answer, remind } = telling(means)
  worker.onFact(CASES, async (fact, { now }) => {
    const kind = streamKind(fact.stream)
    if (kind === 'case' && HEARD.has(fact.kind)) await hear(fact, now)
    if (kind === 'case' && fact.kind in ANSWERED) await answer(fact, now)
    if (kind === 'licence') await hearLicence(means, fact, now)
  })
  worker.onJob(REMIND, async ({ areaCode: area, body }, { now }) => {
    const { case: stream, reminder, seq } = body as { case: string; reminder: ReminderKind; seq: number }
    return later(await remind({ area, stream, kind: reminder, seq }, now))
  })
  worker.onJob(REMIND_TO_RENEW, async ({ areaCode: area, body }, { now }) => {
    const { licence: stream, until } = body as { licence: string; until: string }
    return later(await remindToRenew(means, { area, stream, until }, now))
  })
  worker.onJob(SEND, async ({ areaCode: area, body }, { now }) => {
    const { message, channel } = body as { message: string; channel: Channel }
    return later(await sendOne(means, { area, message, channel }, now))
  })
}

function later(againAt: string | undefined): { againAt: string } | undefined {
  return againAt === undefined ? undefined : { againAt }
}
