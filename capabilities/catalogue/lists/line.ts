import { Type as T, type Static } from 'typebox'

/** How a matter stands at a place: taken in there (受理), decided there (直接办理), or helped on to the centre (帮办代办). */
export const ENTRY_MODES = { accept: '受理', handle: '直接办理', assist: '帮办代办' } as const
export type EntryMode = keyof typeof ENTRY_MODES

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** One line of a list (目录行). What a list asks of its lines beyond key and name, the list itself says. */
export const ListLine = T.Object(
  {
    /** Stays the same over the versions: the id of an item, or a key of the list's own. */
    key: text(80),
    name: text(200),
    /** The item in this area's catalogue, where there is one. */
    item: T.Optional(text(60)),
    domain: T.Optional(text(60)),
    itemType: T.Optional(text(4)),
    mode: T.Optional(T.Enum(['accept', 'handle', 'assist'])),
    /** The line it comes from: of the guiding catalogue, or of the centres' catalogue. */
    origin: T.Optional(text(80)),
    /** The paper by which the city let a local line stand that has no origin above (LC-2.1-02). */
    approval: T.Optional(text(120)),
    note: T.Optional(text(300)),
    /** Whether it may be asked for from home (网上申请); the paper is fetched all the same. */
    online: T.Optional(T.Enum(['yes', 'no'])),
  },
  { additionalProperties: false },
)
export type ListLine = Static<typeof ListLine>

export const ONLINE_WORDS = { yes: '可以网上申请', no: '到场所申请' } as const

/** What a reader is told of a line, in this order. */
export const LINE_TITLES: Readonly<Record<keyof Omit<ListLine, 'key' | 'item'>, string>> = {
  name: '事项名称',
  domain: '领域',
  itemType: '事项类型',
  mode: '进驻方式',
  origin: '来源目录行',
  approval: '市级批准文号',
  note: '说明',
  online: '网上申请',
}
