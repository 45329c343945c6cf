import { expect } from 'vitest'
import type { ReportRow } from '#capabilities/programme/contract.ts'
import type { Reply, Signed } from '../testing/signed.ts'

export const codeOf = ({ body }: Reply) => (body as { code?: string }).code
export const bodyOf = <T>({ body }: Reply) => body as T

/** Begins an entry of a book as somebody would from its page; the reply as it comes. */
export const tryTo = (who: Signed, book: string, act: string, input: object) =>
  who.call('POST', `/books/${book}/begin/${act}`, { input })

/** The same where nothing should stand in the way; gives the entry's id. */
export async function write(who: Signed, book: string, act: string, input: object): Promise<string> {
  const reply = await tryTo(who, book, act, input)
  expect([book, act, reply.status, codeOf(reply)]).toEqual([book, act, 200, undefined])
  return bodyOf<{ id: string }>(reply).id
}

export async function actOn(
  who: Signed,
  book: string,
  id: string,
  act: string,
  input: object,
): Promise<Reply> {
  return who.call('POST', `/books/${book}/entries/${id}/acts/${act}`, { input })
}

/** The rows of a report by their name. */
export async function reportOf(
  who: Signed,
  id: string,
  query = '',
): Promise<ReadonlyMap<string, ReportRow['lines']>> {
  const reply = await who.call('GET', `/reform-reports/${id}${query}`)
  expect([id, reply.status]).toEqual([id, 200])
  return new Map(bodyOf<{ rows: ReportRow[] }>(reply).rows.map(({ name, lines }) => [name, lines]))
}
