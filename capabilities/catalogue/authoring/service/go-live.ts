import { addDays, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { grantPlan } from '../../model/grant-plan.ts'
import { grantValues, SAVE_GRANTS } from '../../powers/store.ts'
import { publishItem } from '../../publish.ts'
import type { GrantRow } from '../../store.ts'
import { grantingIn } from '../granting.ts'
import { layeredAgain, layersUnder } from '../layered.ts'
import { same } from '../same.ts'
import type { ChangeRow } from '../store.ts'
import type { AuthoringMeans } from './means.ts'

export const CHANGE_ACTOR = { kind: 'system', job: 'item-change' } as const

/**
 * Writes a scheduled version on its first day, and then the powers it gives and ends. Done again after a crash, both find what stands
 * and write nothing twice. Answers with the code of what came between, if something did.
 */
export async function goLive(
  means: AuthoringMeans,
  { area, dossier }: Pick<ChangeRow, 'area' | 'dossier'>,
  now: Instant,
): Promise<string | undefined> {
  const { db, ledger, organisation, catalogue } = means
  const { item, body } = dossier
  const granting = await grantingIn(organisation, area, body.effectiveFrom)
  // Planned before the version is written, which gives by itself what was never given.
  const standing = await catalogue.itemVersion(area, item, body.version)
  if (standing !== undefined && !same(standing.item, body)) return 'change-base-moved'
  const layers = layeredAgain(await layersUnder(db, area, dossier), body)
  const outcome =
    standing === undefined
      ? await publishItem(
          { db, ledger },
          area,
          { item: body, authorBody: dossier.authorBody, ...(layers ? { layers } : {}) },
          granting,
          now,
        )
      : true
  if (isRefusal(outcome)) return outcome.code
  if (!outcome) return 'change-base-moved'
  await followInRegister(means, area, body, granting, now)
  return undefined
}

type Granting = Awaited<ReturnType<typeof grantingIn>>

async function followInRegister(
  { ledger, catalogue }: AuthoringMeans,
  area: string,
  item: ChangeRow['dossier']['body'],
  granting: Granting,
  at: Instant,
): Promise<void> {
  const from = item.effectiveFrom
  const plan = grantPlan(item, granting, await catalogue.grantsInMemory(area, true), from)
  if (plan.give.length + plan.end.length === 0) return
  const fresh: GrantRow[] = plan.give.map((wish) => {
    const id = newId()
    return { ...wish, id, from, stream: streamId('grant', id, at), version: 1 }
  })
  const ended = plan.end.map((grant) => ({ ...grant, to: addDays(from, -1), version: grant.version + 1 }))
  const heads = await Promise.all(plan.end.map(({ stream }) => ledger.head(area, stream)))
  const outcome = await ledger.commit(
    SAVE_GRANTS,
    {
      ...{ areaCode: area, actorKey: 'system', actor: CHANGE_ACTOR, at },
      requestId: `publish:${item.id}@${item.version}:powers`,
      requestHash: sm3(canonical(item as unknown as Json)),
      streams: [
        ...fresh.map(({ stream, version: _version, ...body }) => ({
          ...{ stream, expectedVersion: 0, prevHash: null },
          facts: [{ kind: 'power-granted', body: body as unknown as Json, schemaVersion: 1 }],
        })),
        ...plan.end.map(({ stream, version, body }, index) => ({
          ...{ stream, expectedVersion: version, prevHash: heads[index]!.hash },
          facts: [
            { kind: 'power-amended', body: { to: addDays(from, -1), item: item.id, body }, schemaVersion: 1 },
          ],
        })),
      ],
      ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
    },
    grantValues(area, [...fresh, ...ended]),
  )
  // The register moved meanwhile: the task comes again and plans anew.
  if (outcome.outcome !== 'done' && outcome.outcome !== 'replayed')
    throw new Error(`powers of ${item.id}@${item.version} could not follow: ${outcome.outcome}`)
}
