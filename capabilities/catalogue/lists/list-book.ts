import { defineBook, type Book } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { listActs, statesOf } from './list-acts.ts'
import { firstDayOf, VersionBody, type ListVersion } from './model/version.ts'
import type { ListKnown, ListSpec } from './spec.ts'
import { listVersions } from './versions.ts'

/** The book of a list: every version is an entry of it. */
export function listBook(db: Queryable, spec: ListSpec): Book<ListVersion> {
  const roles = [...spec.writes, ...spec.approves, ...(spec.reads ?? [])]
  const book = defineBook<typeof VersionBody, ListKnown>({
    ...{ kind: spec.kind, words: spec.words, body: VersionBody, states: statesOf(spec) },
    sees: Object.fromEntries(roles.map((role) => [role, 'area' as const])),
    columns: ['no', 'from', 'announcedOn', 'channel', 'documentNo'],
    place: (body) => ({
      ...{ title: `${body.title}（第${body.no}版）`, key: `v${body.no}`, from: firstDayOf(body) },
    }),
    world: async ({ area, now, entry }) => {
      const drafts = entry.version === 0 || entry.state === 'draft'
      const [versions, derived, tied] = await Promise.all([
        listVersions(db, area, spec.kind),
        drafts ? spec.derive({ area, now }) : [],
        spec.tiedTo?.({ area, now }),
      ])
      const candidates = entry.state === 'draft' ? await spec.candidates?.({ area, now }) : undefined
      return { versions, derived, candidates: candidates ?? derived, ...(tied === undefined ? {} : { tied }) }
    },
    choices: (name, known, entry) => {
      const lines = { lines: entry.body.lines, line: entry.body.lines, origin: known.tied?.lines }[name]
      return lines?.map(({ key, name: label }) => ({ value: key, label }))
    },
    acts: listActs(spec),
  })
  // The shape of a version is wider than its schema only in being read-only.
  return book as unknown as Book<ListVersion>
}
