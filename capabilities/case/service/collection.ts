import { legalDay } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { Collection, Request, Stored } from '#capabilities/acts/perform.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import { organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { documentNumber } from '#platform/documents/document-number.ts'
import { NUMBERED, numberWord } from '../actions/paper-of.ts'
import { procedureOf } from '../model.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { nameOf } from '../model/powers.ts'
import type { CaseWorld } from '../model/world.ts'
import { SAVE, takeDocumentNumber, type CaseRow } from '../store.ts'
import { rowValues } from '../store/row-values.ts'
import type { Worlds } from './worlds.ts'

export const CASE_JOB = 'case.act'

export interface Performing {
  worlds: Worlds
  load(): Promise<Stored<CaseDossier>>
  /** Pinned at receipt; at filing the version in force. */
  item(dossier: CaseDossier): Promise<PublishedItem>
  party(dossier: CaseDossier): string
  reliesOn: readonly ReliedOn[]
  /** Masked name for lists; known from the row after filing. */
  applicantMasked: string
}

/** The case's procedure as `perform` needs it, for one case and one caller. */
export function caseCollection(performing: Performing): Collection<CaseDossier, CaseWorld> {
  const { worlds, reliesOn } = performing
  return {
    procedure: procedureOf,
    jobKind: CASE_JOB,
    statement: SAVE,
    load: performing.load,
    world: async (stored, { actor, input }, fresh) =>
      worlds.of(
        stored.area,
        await performing.item(stored.dossier),
        { ...stored.dossier, party: performing.party(stored.dossier) },
        { actor, reliesOn, input },
        fresh,
      ),
    view: ({ area, stream, dossier }, world, now) =>
      // An update keeps the column, so any moment will do for `received_at` after the first fact.
      rowValues({
        area,
        stream,
        dossier,
        calendar: world.calendar,
        applicantMasked: performing.applicantMasked,
        receivedAt: now,
        changedAt: now,
      }),
    movedSince: (dossier, seen) => seen < dossier.last.seq,
    restsOnCopies: (code) => code.startsWith('power-') || code.startsWith('seal-'),
    answer: (dossier) => ({ no: dossier.no, state: dossier.state, version: dossier.version }),
    // The due jobs were set under the older calendar, whatever the newer one says of them.
    setsJobsAnew: (action) => action === 'recompute-clocks',
    numbered: (action) => action in NUMBERED,
    takeNumber: async (tx, stored, request, world) => {
      // Notices of the counter are served in the name of the body that decides, or for which it decides (委托).
      const body = nameOf(stored.dossier)
      const year = Number(legalDay(request.now).slice(0, 4))
      const kind = numberWord(request.action, request.input, stored.dossier)
      const serial = await takeDocumentNumber(tx, stored.area, body, kind, year)
      const code = `${world.bodies.get(body) ?? (await shortName(tx, stored.area, body))}${kind}`
      return { ...world, documentNumber: documentNumber({ code, year, sequence: serial }) }
    },
  }
}

/** A body that is none any more; on the same connection, because every act with a number holds one. */
async function shortName(tx: Queryable, area: string, body: string): Promise<string> {
  return (await organisation(tx).bodiesByIds(area, [body]))[0]?.shortName ?? ''
}

export function storedOf(row: CaseRow): Stored<CaseDossier> {
  return { area: row.area, stream: row.stream, hash: row.hash, dossier: row.dossier }
}

export type { Request }
