import { Type as T, type Static } from 'typebox'

/**
 * An answer that follows from another one. `age-between`: for each answer that says something of an age, the full years (周岁) it holds
 * for on the day of filing, both included; `with` names a day of birth or a citizen id. Answers without a range fit everybody.
 */
const Agrees = T.Object(
  {
    with: T.String({ maxLength: 40 }),
    by: T.Enum(['age-between']),
    ranges: T.Array(
      T.Object(
        {
          answer: T.String({ maxLength: 40 }),
          from: T.Optional(T.Integer({ minimum: 0, maximum: 150 })),
          to: T.Optional(T.Integer({ minimum: 0, maximum: 150 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 60 },
    ),
  },
  { additionalProperties: false },
)

/** Each has one control, one decoder and one JSON Schema (`ui/form`). */
export const FIELD_TYPES = [
  'text',
  'long-text',
  'citizen-id',
  'credit-code',
  'phone',
  'date',
  'integer',
  'money-yuan',
  'choice',
  'choices',
  'yes-no',
  'region',
] as const

/** Every object has something under these names, so that an answer nobody gave would be found. */
const OF_EVERY_OBJECT =
  'constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf'

/**
 * One field of an application form, in order. A deliberately small vocabulary: each type has one accessible
 * control, one decoder for a posted HTML form and one JSON Schema (`ui/form/`), so that
 * the portal without JavaScript, the counter and the server check by the same words.
 */
export const FormField = T.Object(
  {
    name: T.String({ pattern: `^(?!(?:${OF_EVERY_OBJECT})$)[a-z][A-Za-z0-9]{0,39}$` }),
    label: T.String({ minLength: 1, maxLength: 60 }),
    type: T.Enum([...FIELD_TYPES]),
    /** Shared data element (数据元), e.g. `person.name`; the same element is asked once and prefilled. */
    element: T.Optional(T.String({ maxLength: 60 })),
    required: T.Boolean(),
    hint: T.Optional(T.String({ maxLength: 200 })),
    maxLength: T.Optional(T.Integer({ minimum: 1, maximum: 4000 })),
    minimum: T.Optional(T.Number()),
    maximum: T.Optional(T.Number()),
    options: T.Optional(
      T.Array(T.Object({ value: T.String({ maxLength: 40 }), label: T.String({ maxLength: 80 }) }), {
        maxItems: 60,
      }),
    ),
    section: T.Optional(T.String({ maxLength: 60 })),
    /** Asked only when another field has this value; decided by the same rule on the server. */
    showWhen: T.Optional(T.Object({ field: T.String(), equals: T.String() })),
    /** Checked against another answer, wherever the form is checked. */
    agrees: T.Optional(Agrees),
  },
  { additionalProperties: false },
)
export type FormField = Static<typeof FormField>

/** The applicant's own name, number and phone are the first fields of every form (elements `party.*`). */
export const FormSchema = T.Object(
  {
    title: T.String({ minLength: 1, maxLength: 100 }),
    fields: T.Array(FormField, { minItems: 3, maxItems: 80 }),
  },
  { additionalProperties: false },
)
export type FormSchema = Static<typeof FormSchema>
