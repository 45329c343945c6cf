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
