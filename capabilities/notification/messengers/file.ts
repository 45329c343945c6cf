import fs from 'node:fs/promises'
import path from 'node:path'
import { legalDay } from '#platform/clock.ts'
import { makeFolder, writeFileAtomically } from '#platform/files/durable.ts'
import type { Messenger, Outgoing } from '../contract.ts'
import { letterOf } from './letter.ts'

/**
 * Where no gateway is connected, messages are left as files for somebody to send: `sms/<day>/<id>.txt` and
 * `email/<day>/<id>.eml`. The day is the message's own, so that a second attempt on a later day finds the first one's file.
 */
export function fileMessengers(folder: string, publicUrl: string): readonly Messenger[] {
  return [
    { channel: 'sms', send: (sms) => keep(folder, 'sms', sms, 'txt', `${sms.to}\n${sms.text}\n`) },
    { channel: 'email', send: (mail) => keep(folder, 'email', mail, 'eml', letterOf(mail, publicUrl)) },
  ]
}

/** A month is enough to send what nobody fetched; the files hold numbers in the clear and outlive nobody's erasure for longer. */
const KEPT_DAYS = 30

/** Day folders older than a month go. */
export async function sweepOutgoing(folder: string, now: string): Promise<void> {
  const oldest = legalDay(new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString())
  for (const channel of ['sms', 'email']) {
    const days = await fs.readdir(path.join(folder, channel)).catch(() => [])
    for (const day of days.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name < oldest))
      await fs.rm(path.join(folder, channel, day), { recursive: true, force: true })
  }
}

async function keep(
  folder: string,
  channel: Messenger['channel'],
  { id, at }: Outgoing,
  ending: string,
  text: string,
): Promise<'sent'> {
  const day = path.join(folder, channel, legalDay(at))
  const target = path.join(day, `${id}.${ending}`)
  if (await exists(target)) return 'sent'
  await makeFolder(day)
  await writeFileAtomically(target, text)
  return 'sent'
}

async function exists(file: string): Promise<boolean> {
  try {
    await fs.access(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
