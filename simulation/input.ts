/** What a form sends. */
export type Input = Record<string, unknown>
