import type { About } from '../../chapters/chapter-page.ts'
import { awaitedFirst } from '../../chapters/owed.ts'
import type { CaseDetail } from '../../contract.ts'

/** Whose opinion or signature the case waits for beside the step, nearest day first; told to officers only. */
export function awaitsView({ dossier, calendar, world, own, post }: About): Pick<CaseDetail, 'awaits'> {
  const awaited = own ? undefined : awaitedFirst(dossier, calendar)
  if (awaited === undefined) return {}
  const { debtors, ...rest } = awaited
  const named = (id: string): string =>
    world.bodies.get(id) ?? world.posts.find((one) => one.post === id)?.personName ?? post(id)
  return { awaits: { who: debtors.map(named).join('、'), ...rest } }
}
