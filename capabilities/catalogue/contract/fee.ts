import { Type as T, type Static } from 'typebox'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** What people pay, line by line with the rule behind it; nothing where `charged` is false. */
export const Fee = T.Object(
  {
    charged: T.Boolean(),
    basis: T.Optional(text(500)),
    lines: T.Optional(
      T.Array(T.Object({ name: text(100), standard: text(200), basis: text(300), reducible: T.Boolean() }), {
        maxItems: 20,
      }),
    ),
  },
  { additionalProperties: false },
)
export type Fee = Static<typeof Fee>
