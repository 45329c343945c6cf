import type { Worker } from '#platform/jobs/worker.ts'
import { notificationJobs } from './jobs.ts'
import { inbox, type Inbox } from './service/inbox.ts'
import type { NotificationMeans } from './service/means.ts'
import { preferences, type Preferences } from './service/preferences.ts'

export { notificationSubscribers } from './jobs.ts'
export { fileMessengers, sweepOutgoing } from './messengers/file.ts'
export { httpMessenger, type GatewayAddress } from './messengers/http.ts'
export { notificationRefusalWords } from './words.ts'
export type { NotificationMeans } from './service/means.ts'
export type { Channel, Messenger, Outgoing } from './contract.ts'
export const notificationCapability = { name: 'notification' } as const

/** What citizens are told about their cases, and how they want to be told. */
export interface Notifications extends Inbox, Preferences {
  register(worker: Worker): void
}

export function notifications(means: NotificationMeans): Notifications {
  return {
    ...inbox(means),
    ...preferences(means),
    register: (worker) => notificationJobs(worker, means),
  }
}
