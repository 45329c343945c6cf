/** What a citizen is told, in the order of a case's life. Stored with every message, so a kind is never renamed. */
export const MESSAGE_KINDS = [
  'received',
  'supplement',
  'supplement-reminder',
  'papers-received',
  'accepted',
  'accepted-with-gaps',
  'gap-reminder',
  'gap-defective',
  'gap-lapsed',
  'deemed-accepted',
  'not-finished',
  'promise-withdrawn',
  'withdrawn-at-window',
  'returned-at-window',
  'terminated',
  'forwarded',
  'notice-to-fetch',
  'special-begun',
  'special-over',
  'hearing-right',
  'hearing-called',
  'extended',
  'version-offered',
  'publicity-opened',
  'objection-answered',
  'lapsed',
  'deadline-moved',
  'promise-moved',
  'result-at-window',
  'result-by-post',
  'collect-reminder',
  'waybill',
  'post-returned',
  'delivered-online',
  'delivered-by-post',
  'collected',
  'check-met',
  'check-rectify',
  'check-broken',
  'rectification-over',
  'intent-told',
  'revocation-ready',
  'revoked',
  'licence-reminder',
  'licence-expired',
  'licence-renewed-by-law',
  'licence-intent',
  'licence-intent-dropped',
  'licence-changed-by-office',
  'licence-corrected',
  'licence-ended',
  'handler-changed',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** The particulars of a message; sealed under the party's key as they stand. */
export interface MessageParams {
  /** Name of the item. */
  item: string
  /** Name of the place that took the matter in. */
  place: string
  /** The last day on which something can be done, or on which something was promised. */
  day?: string
  outcome?: 'granted' | 'denied' | 'refused'
  carrier?: string
  waybill?: string
  /** The licence it is about, by name and number. */
  licence?: { name: string; number: string }
  /** The objection it is about (公示异议), and what it was found to be. */
  objection?: { id: string; upheld: boolean }
  /** The last day of a licence. */
  until?: string
  /** The unit that deals with it from now on, where it is and its phone. */
  handler?: { name: string; place: string; phone: string }
  /** A check after the decision is still to come. */
  toCheck?: boolean
}

/** A line of the inbox (我的消息). */
export interface MessageView {
  id: string
  no: string
  kind: MessageKind
  title: string
  text: string
  at: string
  unread: boolean
  /** False once the person's key was destroyed: the line stays, its particulars are gone. */
  readable: boolean
}

export interface MessagePage {
  items: readonly MessageView[]
  nextCursor?: string
  unread: number
}

export interface MessageSettings {
  sms: boolean
  /** The number on file, masked; absent when there is none that takes short messages. */
  phone?: string
  email?: string
}

export const CHANNELS = ['sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

export interface Outgoing {
  /** The same id is the same message, however often it is handed over. */
  id: string
  /** When the citizen was told in the inbox; a message keeps its place in time when it is sent late. */
  at: string
  to: string
  subject?: string
  text: string
}

/** A way out of the house. Whatever is no answer is thrown, and the task that sends comes again. */
export interface Messenger {
  channel: Channel
  /** `refused`: this message will never arrive (such a number does not exist), so it is not tried again. */
  send(message: Outgoing): Promise<'sent' | 'refused'>
}

export const notificationRefusals = ['message-not-found', 'email-invalid'] as const
export type NotificationRefusalCode = (typeof notificationRefusals)[number]
