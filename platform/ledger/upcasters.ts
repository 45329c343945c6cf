import type { Json } from './canonical.ts'

/** Turns the body of one schema version into that of the next. Pure: it runs on every reading. */
export type Upcaster = (body: Json) => Json

export interface Upcasters {
  /** The body in today's shape. A kind without upcasters comes back as it was stored. */
  upcast(kind: string, schemaVersion: number, body: Json): Json
}

/** Upcasters by kind: the first turns version 1 into 2, the second 2 into 3. Stored facts and hashes never change. */
export function createUpcasters(steps: Readonly<Record<string, readonly Upcaster[]>>): Upcasters {
  const byKind = new Map(Object.entries(steps))
  return {
    upcast(kind, schemaVersion, body) {
      const chain = byKind.get(kind)
      if (chain === undefined) return body
      if (schemaVersion < 1 || schemaVersion > chain.length + 1) {
        throw new Error(
          `${kind}: no upcaster from schema version ${schemaVersion}, newest is ${chain.length + 1}`,
        )
      }
      return chain.slice(schemaVersion - 1).reduce((current, step) => step(current), body)
    },
  }
}

export const noUpcasters: Upcasters = createUpcasters({})
