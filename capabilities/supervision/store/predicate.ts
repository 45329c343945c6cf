import type { Condition } from '../model.ts'
import { columnOf } from './columns.ts'

/** Takes a value and gives its parameter: `$7`. */
export type Param = (value: unknown) => string

/** A rule's condition as SQL on `l`; columns come from our own table and values are parameters. */
export function sqlOf(condition: Condition, param: Param): string {
  if ('all' in condition) return joined(condition.all, ' AND ', param)
  if ('any' in condition) return joined(condition.any, ' OR ', param)
  // A row whose column is empty does not meet the condition, hence meets its opposite.
  if ('not' in condition) return `(${sqlOf(condition.not, param)}) IS NOT TRUE`
  const { name, type } = columnOf(condition.column)
  const column = `l.${name}`
  // Spelled out, so that a partial index over the flag is seen to fit.
  if ('is' in condition && typeof condition.is === 'boolean') return condition.is ? column : `NOT ${column}`
  if ('is' in condition) return `${column} = ${param(condition.is)}::${type}`
  if ('oneOf' in condition) return `${column} = ANY(${param([...condition.oneOf])}::${type}[])`
  const { from, to, before, after } = condition
  const bounds = [
    ['>=', from],
    ['<=', to],
    ['<', before],
    ['>', after],
  ] as const
  return bounds
    .flatMap(([sign, value]) => (value === undefined ? [] : [`${column} ${sign} ${param(value)}::${type}`]))
    .join(' AND ')
}

function joined(parts: readonly Condition[], by: string, param: Param): string {
  return `(${parts.map((part) => sqlOf(part, param)).join(by)})`
}
