/** The rules of telling: what, when, and to which kind of address. Pure. */
export { ANSWERED, HEARD, mayBeTold, whatIsTold, type Told } from './model/what-is-told.ts'
export { reminderNow, type ReminderKind, type ReminderNow } from './model/reminders.ts'
export { LICENCE_HEARD } from './model/licence-told.ts'
export { isStale, wakingHour } from './model/quiet.ts'
export { isEmail, takesMessages } from './model/address.ts'
