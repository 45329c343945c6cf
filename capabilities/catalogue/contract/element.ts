import { Type as T, type Static } from 'typebox'
import { FIELD_TYPES } from './form.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = { additionalProperties: false } as const
const ElementId = T.String({ pattern: '^[a-z][A-Za-z]*\\.[a-z][A-Za-z0-9]*$', maxLength: 60 })

/** Values a choice may have, with the sign they carry in the standard's own list. */
const CodeList = T.Object(
  {
    name: text(100),
    values: T.Array(T.Object({ value: text(40), label: text(80), code: T.Optional(text(20)) }, closed), {
      minItems: 1,
      maxItems: 100,
    }),
  },
  closed,
)

/**
 * One data element (数据元): the same thing said the same way on every form. Fields name it; it is asked once for several items,
 * prefilled, and fetched from whoever holds it.
 */
export const DataElement = T.Object(
  {
    id: ElementId,
    /** What a form calls it unless the person it is asked of has a plainer word for it. */
    name: text(60),
    definition: text(200),
    type: T.Enum([...FIELD_TYPES]),
    /** The longest text it takes; a form may ask for less. */
    maxLength: T.Optional(T.Integer({ minimum: 1, maximum: 4000 })),
    codeList: T.Optional(CodeList),
    standard: T.Object({ title: text(200), verified: T.Boolean() }, closed),
    /** Who holds it, and under what name it can be had (交换来源). */
    holder: T.Optional(T.Object({ body: text(60), resource: text(100) }, closed)),
    /** 公开、个人信息、敏感个人信息 (个人信息保护法第二十八条). */
    sensitivity: T.Enum(['open', 'personal', 'sensitive']),
    /** Other words for it that people understand better (老人姓名). */
    alsoCalled: T.Optional(T.Array(text(60), { maxItems: 100 })),
    /** Labels that can hardly mean anything else, as a regular expression. */
    looksLike: T.Optional(text(200)),
    /** Says who applies: whose it is no label tells, so only a form that names it has it. */
    explicit: T.Optional(T.Boolean()),
    /** The wider element that fields of this label named before there was this one. */
    insteadOf: T.Optional(ElementId),
    /** Sections of a form in which its labels mean it; everywhere when left out. */
    onlyIn: T.Optional(T.Array(text(60), { maxItems: 20 })),
  },
  closed,
)
export type DataElement = Static<typeof DataElement>

/** `elements.json`, of all packs (`packs/base`) and of one, which adds elements and further words for those of all. */
export const ElementsFile = T.Object(
  {
    source: T.Object({ title: text(300), on: T.String({ format: 'date' }) }, closed),
    elements: T.Optional(T.Array(DataElement, { maxItems: 500 })),
    /** What people of the area call an element of all packs, by its id. */
    calledHere: T.Optional(T.Record(T.String(), T.Array(text(60), { maxItems: 30 }))),
  },
  closed,
)
export type ElementsFile = Static<typeof ElementsFile>
