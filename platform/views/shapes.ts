import { hash } from 'node:crypto'
import type { Statement } from '../db/db.ts'

/**
 * Statements whose text depends on who asks and for what: one prepared statement for each shape, named after the list
 * and its text. There are as many as there are kinds of posts and filters.
 */
export function shapesOf(list: string): (text: string) => Statement {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text) ?? `${list}.${hash('sha1', text, 'base64url').slice(0, 12)}`
    names.set(text, name)
    return { name, text }
  }
}
