import { legalDay } from '#platform/clock.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Channel, MessageParams, Outgoing } from '../contract.ts'
import { isStale, takesMessages, wakingHour } from '../model.ts'
import { notificationStore, type DispatchEnd, type MessageRow } from '../store.ts'
import { email, shortMessage } from '../words.ts'
import { messengerOf, type NotificationMeans } from './means.ts'

export interface DueSending {
  area: string
  message: string
  channel: Channel
}

/**
 * Hands one message to its gateway. Wishes and addresses are those of this moment: whoever switched short messages off while
 * the gateway was away gets none. A second attempt hands over the same id. Returns when to try again, at night only.
 */
export async function sendOne(
  means: NotificationMeans,
  { area, message, channel }: DueSending,
  now: string,
): Promise<string | undefined> {
  const store = notificationStore(means.db)
  const row = await store.waiting(area, message, channel)
  if (row === undefined) return undefined
  const end = await attempt(means, row, channel, now)
  if (typeof end === 'object') return end.againAt
  await store.settle(area, message, channel, end, now)
  return undefined
}

async function attempt(
  means: NotificationMeans,
  row: MessageRow,
  channel: Channel,
  now: string,
): Promise<DispatchEnd | { againAt: string }> {
  if (isStale(row.at, now)) return 'stale'
  const to = await addressOf(means, row.party, channel)
  const text = await means.sealing.open(NO_AREA, subjectOf(row.party), row.params)
  if (to === undefined || text === null) return 'switched-off'
  const againAt = channel === 'sms' ? wakingHour(now) : undefined
  if (againAt !== undefined) return { againAt }
  const found = await means.organisation.area(row.area, legalDay(now))
  const letter = {
    kind: row.kind,
    params: JSON.parse(text) as MessageParams,
    no: row.no,
    areaName: found?.name ?? '',
  }
  const content = channel === 'sms' ? { text: shortMessage(letter) } : email(letter, means.publicUrl)
  const outgoing: Outgoing = { id: row.id, at: row.at, to, ...content }
  return messengerOf(means, channel).send(outgoing)
}

async function addressOf(
  { db, sealing, parties }: NotificationMeans,
  party: string,
  channel: Channel,
): Promise<string | undefined> {
  const preference = await notificationStore(db).preference(NO_AREA, party)
  if (channel === 'sms') {
    if (preference?.sms === false) return undefined
    const phone = (await parties.details(party))?.phone
    return phone !== undefined && takesMessages(phone) ? phone : undefined
  }
  if (preference === undefined || preference.email === null) return undefined
  return (await sealing.open(NO_AREA, subjectOf(party), preference.email)) ?? undefined
}
