import type { NotificationRefusalCode } from './contract.ts'

export { ERASED, inInbox, type Worded } from './words/inbox.ts'
export { email, goesOutside, shortMessage, signatory, SMS_CHARACTERS_MAX } from './words/outside.ts'

export const notificationRefusalWords: Readonly<Record<NotificationRefusalCode, string>> = {
  'message-not-found': '没有找到这条消息。请回到“我的消息”重新打开。',
  'email-invalid': '请核对邮箱，像 name@example.com 这样写；不想收邮件就空着。',
}
