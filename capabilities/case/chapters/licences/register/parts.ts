import { legalDay } from '#engine/day.ts'
import { licences, type Licences } from '#capabilities/licence-seal/index.ts'
import {
  LICENCE_DAYS,
  lawfulSeals,
  type LicenceDossier,
  type LicenceWorld,
} from '#capabilities/licence-seal/model.ts'
import { organisation } from '#capabilities/organisation/index.ts'
import { documentNumber } from '#platform/documents/document-number.ts'
import { NO_CASE } from '../../../model/dossier.ts'
import { citesLaw } from '../../../model/cites-law.ts'
import { powerKind, sealQuestion } from '../../../model/powers.ts'
import type { CaseMeans } from '../../../service/means.ts'
import type { Worlds } from '../../../service/worlds.ts'
import { takeDocumentNumber } from '../../../store.ts'

export interface LicenceParts {
  means: CaseMeans
  worlds: Worlds
  licences: Licences
}

type Who = Parameters<Worlds['of']>[3]

/**
 * The register with what its acts depend on: calendar, powers and seals are those of the body's cases, and its papers are numbered
 * in the same rows as theirs.
 */
export function licencesOf(means: CaseMeans, worlds: Worlds): Licences {
  return licences({
    db: means.db,
    ledger: means.ledger,
    world: (dossier, who, fresh) => licenceWorld(means, worlds, dossier, { ...SYSTEM, ...who }, fresh),
    async number(tx, { area, body, kind, at }) {
      const year = Number(legalDay(at).slice(0, 4))
      const sequence = await takeDocumentNumber(tx, area, body, kind, year)
      const [owner] = await organisation(tx).bodiesByIds(area, [body])
      return documentNumber({ code: `${owner?.shortName ?? ''}${kind}`, year, sequence })
    },
  })
}

const SYSTEM: Who = { actor: { kind: 'system', job: 'licence' }, reliesOn: [] }

export async function licenceWorld(
  means: CaseMeans,
  worlds: Worlds,
  licence: LicenceDossier,
  who: Who,
  fresh: boolean,
): Promise<LicenceWorld> {
  const { area, body, item, itemVersion, party } = licence
  const published = await means.catalogue.pinned(area, item, itemVersion)
  const asCase = {
    ...NO_CASE,
    area,
    party,
    decidingBody: body,
    item: { id: item, version: itemVersion, stream: '' },
  }
  const world = await worlds.of(area, published, asCase, who, fresh)
  const { calendar, grants, seals, parameters, seal, newId } = world
  const question = sealQuestion(asCase, world, powerKind(asCase, world, legalDay(means.clock.now())))
  const { personal } = published.item.result
  return {
    ...(personal === undefined ? {} : { personal }),
    citesLaw: (text) => citesLaw(text, published.item.legalBasis),
    ...{ calendar, grants, reliesOn: who.reliesOn, seal, newId },
    seals: lawfulSeals(question, seals),
    deliveryWorkingDays: parameters.deliveryWorkingDays,
    days: parameters.licences ?? LICENCE_DAYS,
    reviewAndDecideDiffer: parameters.reviewAndDecideDiffer,
  }
}
