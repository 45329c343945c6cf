import { Type as T, type Static } from 'typebox'
import type { NewFact } from '#engine/fact.ts'
import { ABOUT_KINDS } from '#capabilities/licence-seal/contract.ts'

/** The licence an application is about (变更、延续、注销), as it stood when the application came in. */
export const About = T.Object(
  {
    id: T.String(),
    number: T.String(),
    name: T.String(),
    /** The body that granted it, which alone decides about it (行政许可法第四十九条、第五十条). */
    body: T.String(),
    kind: T.Enum([...ABOUT_KINDS]),
    /** Last day of the running term; a licence without one is not renewed. */
    validUntil: T.Optional(T.String()),
    /** First day of the running term. */
    termFrom: T.Optional(T.String()),
    /** Whether the renewal came in time, so that not deciding it grants it (行政许可法第五十条第二款). */
    inTime: T.Boolean(),
  },
  { additionalProperties: false },
)
export type About = Static<typeof About>

/** Which licence a filing is about, as people name it: by its number. */
export const AboutAsked = T.Object(
  { licence: T.String({ minLength: 4, maxLength: 80 }), kind: T.Enum([...ABOUT_KINDS]) },
  { additionalProperties: false },
)
export type AboutAsked = Static<typeof AboutAsked>

/** The register of licences hears that something was applied for; cases about no licence leave it in peace. */
export function aboutLicence(about: About | undefined): readonly NewFact[] {
  return about === undefined ? [] : [{ kind: 'about-licence', body: about }]
}
