import { Type as T } from 'typebox'

/** A legal day (Asia/Shanghai). */
export const Day = T.String({ format: 'date' })

/** Both days count: `validTo` is the last day on which it holds (null: still holds), as grants in `engine/power` read it. */
export const Validity = { validFrom: Day, validTo: T.Union([Day, T.Null()]) }

export const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** Readable ids for what a pack brings (`centre-370304113`), UUIDv7 for what an office adds later. */
export const Id = T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })

/** Twelve digits: county 6 + town 3 + village 3 (GB/T 2260, GB/T 10114, standards.md §8.1). */
export const RegionCode = T.String({ pattern: '^\\d{12}$' })
