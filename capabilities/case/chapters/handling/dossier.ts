import { Type as T, type Static } from 'typebox'

/**
 * The unit that deals with a matter for the organ that decides (承办单位), such as an approval service office (审批服务所, BS-2.4-08) under the
 * government of a town. It has no power of its own: the organ, its number and its seal stay what they are.
 */
export const Handler = T.Object({
  body: T.String(),
  name: T.String(),
  place: T.String(),
  phone: T.String(),
  /** The entry of the register of transfers it rests on. */
  transfer: T.String(),
})
export type Handler = Static<typeof Handler>
