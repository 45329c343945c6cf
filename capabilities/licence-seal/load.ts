import type { Instant } from '#platform/clock.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { diameterMm, SEAL_LINES, type Seal } from './model.ts'
import { centreInscription } from './register.ts'
import { SAVE_SEAL, sealValues } from './store.ts'

export interface SealOwner {
  id: string
  name: string
  kind: string
  validFrom: string
}

export interface SealPlan {
  county: string
  policy?: 'centre-seal' | 'numbered-seals' | 'bureau-seal' | 'own-seal'
  lines?: Readonly<Record<Seal['purpose'], string>>
  /** Names of the towns' centres, by body. */
  centres: ReadonlyMap<string, string>
  /** The approval bureau (行政审批服务局). */
  bureau: string
}

/**
 * The seals a pack brings: two special seals for every body and, where the plan says so, the one of each centre or of the
 * bureau. Numbered seals are engraved and handed over one by one, so the register takes those.
 */
export async function issueSeals(
  ledger: Ledger,
  area: string,
  owners: readonly SealOwner[],
  plan: SealPlan,
  now: Instant,
): Promise<number> {
  let issued = 0
  for (const owner of owners)
    for (const seal of sealsOf(owner, plan)) if (await issue(ledger, area, seal, now)) issued++
  return issued
}

type PackSeal = Omit<Seal, 'stream' | 'version'>

function sealsOf(
  owner: SealOwner,
  { county, policy, lines = SEAL_LINES, centres, bureau }: SealPlan,
): PackSeal[] {
  const seal = (
    kind: Seal['kind'],
    suffix: string,
    inscription: string,
    purpose: Seal['purpose'],
  ): PackSeal => ({
    ...{ id: `${owner.id}.${suffix}`, kind, body: owner.id, holder: owner.id, inscription, purpose },
    name: inscription + lines[purpose],
    diameterMm: diameterMm(owner.kind),
    state: 'in-use',
    from: owner.validFrom,
  })
  const centre = centres.get(owner.id)
  return [
    seal('own', 'decision', owner.name, 'decision'),
    seal('own', 'acceptance', owner.name, 'acceptance'),
    ...(policy === 'centre-seal' && centre !== undefined
      ? [seal('centre', 'centre', centreInscription(county, centre), 'decision')]
      : []),
    ...(policy === 'bureau-seal' && owner.id === bureau
      ? [seal('bureau', 'bureau', owner.name, 'decision')]
      : []),
  ]
}

/** A seal that is there, in whatever state, stays as it is. */
async function issue(ledger: Ledger, area: string, seal: PackSeal, now: Instant): Promise<boolean> {
  const stream = streamId('seal', seal.id, `${seal.from}T00:00:00.000Z`)
  if (await ledger.head(area, stream)) return false
  const outcome = await ledger.commit(
    SAVE_SEAL,
    {
      areaCode: area,
      actorKey: 'system',
      requestId: `seal:${seal.id}`,
      requestHash: sm3(canonical(seal)),
      actor: { kind: 'system', job: 'pack-load' },
      at: now,
      streams: [
        {
          stream,
          expectedVersion: 0,
          prevHash: null,
          facts: [{ kind: 'seal-issued', body: seal, schemaVersion: 1 }],
        },
      ],
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: null,
    },
    sealValues(area, { ...seal, stream, version: 1 }),
  )
  return outcome.outcome === 'done'
}
