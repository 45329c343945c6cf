import { rolesOf, type Actor } from './actor.ts'

// The gateway: who may see which rows, as one SQL predicate on typed columns. Everything is denied that no
// rule allows, and a rule can only name columns the list's owner declared, so no text from outside ever
// becomes SQL.

export type SightValue = string | number | boolean

export type Condition<Column extends string = string> =
  | { column: Column; equals: SightValue | null | undefined }
  | { column: Column; in: readonly SightValue[] }
  /** The column is a list and this stands in it. */
  | { column: Column; has: SightValue | null | undefined }
  | { anyOf: readonly Condition<Column>[] }
  | { allOf: readonly Condition<Column>[] }
  | 'nothing'
  | { everythingInArea: string }

/** What one role sees. An actor with several roles sees what any of them sees. */
export interface SightRule<Column extends string = string> {
  role: string
  sees(actor: Actor): Condition<Column>
}

/** The columns rules may name, each with how the statement spells it: `{ place: 'v.place' }`. */
export interface SightColumns<Column extends string = string> {
  /** How the statement spells `area_code`; only this column decides about a whole area. */
  area: string
  columns: Readonly<Record<Column, string>>
}

export interface Predicate {
  sql: string
  values: unknown[]
}

/** What an actor sees of a list, by the rules of the actor's roles. */
export function sightOf<Column extends string>(
  rules: readonly SightRule<Column>[],
  actor: Actor,
): Condition<Column> {
  const roles = rolesOf(actor)
  return { anyOf: rules.filter((rule) => roles.includes(rule.role)).map((rule) => rule.sees(actor)) }
}

/**
 * A condition as SQL for a WHERE clause, with its values numbered from `firstParam`. `anyOf` and `allOf` of
 * nothing, `in` of nothing and a value that is missing all deny.
 */
export function predicate<Column extends string>(
  condition: Condition<Column>,
  sight: SightColumns<Column>,
  firstParam: number,
): Predicate {
  if (!Number.isInteger(firstParam) || firstParam < 1) throw new Error('parameters are counted from 1')
  const values: unknown[] = []
  const param = (value: unknown) => `$${firstParam + values.push(value) - 1}`

  const spelled = (column: Column): string => {
    if (!Object.hasOwn(sight.columns, column)) throw new Error(`no rule may look at the column ${column}`)
    return identifier(sight.columns[column])
  }

  const write = (part: Condition<Column>): string => {
    if (part === 'nothing') return DENIED
    if ('everythingInArea' in part) {
      return part.everythingInArea ? `${identifier(sight.area)} = ${param(part.everythingInArea)}` : DENIED
    }
    if ('anyOf' in part)
      return joined(
        part.anyOf.map(write).filter((sql) => sql !== DENIED),
        ' or ',
      )
    if ('allOf' in part) {
      // Nothing is written for a denied whole, so that no parameter stays unused: PostgreSQL could not tell
      // its type.
      return part.allOf.some(denies) ? DENIED : joined(part.allOf.map(write), ' and ')
    }
    const column = spelled(part.column)
    if ('has' in part)
      return part.has === null || part.has === undefined ? DENIED : `${column} @> array[${param(part.has)}]`
    if ('in' in part) return part.in.length > 0 ? `${column} = any(${param([...part.in])})` : DENIED
    return part.equals === null || part.equals === undefined ? DENIED : `${column} = ${param(part.equals)}`
  }

  return { sql: write(condition), values }
}

/** Whether a condition can match no row at all, so that the query need not be asked. */
export function denies(condition: Condition): boolean {
  if (condition === 'nothing') return true
  if ('everythingInArea' in condition) return !condition.everythingInArea
  if ('anyOf' in condition) return condition.anyOf.every(denies)
  if ('allOf' in condition) return condition.allOf.length === 0 || condition.allOf.some(denies)
  if ('in' in condition) return condition.in.length === 0
  if ('has' in condition) return condition.has === null || condition.has === undefined
  return condition.equals === null || condition.equals === undefined
}

const DENIED = 'false'

function joined(parts: readonly string[], by: ' and ' | ' or '): string {
  if (parts.length === 0) return DENIED
  return parts.length === 1 ? parts[0]! : `(${parts.join(by)})`
}

function identifier(text: string): string {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(text)) throw new Error(`${text} is not a column`)
  return text
}
