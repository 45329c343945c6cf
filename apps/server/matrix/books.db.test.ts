import { beforeAll, expect, test } from 'vitest'
import type { BookView } from '#capabilities/books/contract.ts'
import { newId } from '#platform/id.ts'
import { allBooks } from '../books.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions.

const WHO = [
  ...['clerk.shantou', 'reviewer.shantou', 'approver.shantou', 'issuer.shantou'],
  ...['director.shantou', 'supervisor', 'admin.system', 'admin.security', 'admin.audit'],
  ...[
    'registrar.approval-bureau',
    'items.approval-bureau',
    'author.civil-affairs',
    'organiser.approval-bureau',
    'organiser.boshan',
  ],
]

let stage: Stage
const signed: { login: string; who: Signed; roles: readonly string[] }[] = []
beforeAll(async () => {
  stage = await startStage()
  for (const login of WHO) {
    const who = await stage.as(login)
    const { post } = (await who.call('GET', '/session')).body as { post: { roles: string[] } }
    signed.push({ login, who, roles: post.roles })
  }
}, 120_000)

const statusOf = ({ status }: Reply) => status
const codeOf = ({ body }: Reply) => (body as { code?: string }).code

test('a book is there for the roles it names and for nobody else, whichever way one asks', async () => {
  for (const { login, who, roles } of signed) {
    const listed = (await who.call('GET', '/books')).body as { items: BookView[] }
    const seen = listed.items.map(({ book }) => book).toSorted()
    const named = allBooks(stage.house).filter(({ sees, acts, hidden }) => {
      const opens =
        !hidden && acts.some(({ from, by }) => from.length === 0 && by.some((role) => roles.includes(role)))
      return opens || roles.some((role) => role in sees)
    })
    expect({ login, seen }).toEqual({ login, seen: named.map(({ kind }) => kind).toSorted() })
    for (const { kind } of allBooks(stage.house)) {
      const may = seen.includes(kind)
      const at = { login, kind }
      expect({ ...at, list: statusOf(await who.call('GET', `/books/${kind}`)) }).toEqual({
        ...at,
        list: may ? 200 : 404,
      })
      const asked = await who.call('GET', `/books/${kind}/entries/${newId()}`)
      expect({ ...at, entry: codeOf(asked) }).toEqual({
        ...at,
        entry: may ? 'book-entry-not-found' : 'book-not-found',
      })
    }
  }
})

test('no act opens a book for a role it does not name', async () => {
  for (const { login, who, roles } of signed)
    for (const { kind, acts, hidden } of allBooks(stage.house))
      for (const { name, from, by } of acts) {
        if (from.length > 0 || (!hidden && by.some((role) => roles.includes(role)))) continue
        const reply = await who.call('POST', `/books/${kind}/begin/${name}`, { input: {} })
        expect({ login, kind, name, refused: reply.status >= 400 }).toEqual({
          login,
          kind,
          name,
          refused: true,
        })
      }
})

test('citizens and strangers find no books', async () => {
  expect(statusOf(await stage.anonymous.call('GET', '/books'))).toBe(401)
  expect(statusOf(await (await stage.citizen()).call('GET', '/books'))).toBe(403)
})
