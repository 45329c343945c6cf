import { Type as T, type Static } from 'typebox'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/**
 * What law says of an item's power beside naming who holds it (除法律法规有特殊规定外, BS-2.5-03, -04, -06). Left out, nothing is
 * forbidden.
 */
export const Delegation = closed({
  /** Whether another organ may be entrusted or given the decision (行政许可法第二十四条). */
  entrust: T.Boolean(),
  /** Whether a town may take it in for a body above that decides over the network (网上远程审批). */
  remote: T.Boolean(),
  /** Whether the centre's seal may stand on its result; absent: it may. */
  centreSeal: T.Optional(T.Boolean()),
  basis: text(300),
})
export type Delegation = Static<typeof Delegation>

/** The paper a power rests on: 关于下放…事项的决定, 委托书. */
export const GrantDocument = closed({
  title: text(200),
  number: text(60),
  on: T.String({ format: 'date' }),
  /** Where and when it was made public; an entrustment has to be (行政许可法第二十四条第一款). */
  announced: T.Optional(closed({ on: T.String({ format: 'date' }), where: text(200) })),
})
export type GrantDocument = Static<typeof GrantDocument>
