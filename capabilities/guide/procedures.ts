import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { OperatingProcedure } from './contract/copy.ts'
import { STEP_ROLES } from './words.ts'

/** 工作规程: what the operator of an item has to do at each step, and where it stands in the undertakings it is part of. */
export async function operatingProcedure(
  catalogue: Pick<Catalogue, 'itemInForce' | 'navigation'>,
  area: string,
  id: string,
  day: string,
): Promise<OperatingProcedure | Refusal> {
  const published = await catalogue.itemInForce(area, id, day)
  if (published === undefined) return refusal('item-not-found', { facts: { item: id } })
  const { item } = published
  const { undertakings } = await catalogue.navigation(area)
  return {
    ...{ item: item.id, name: item.name },
    steps: item.process.steps.map(({ role, ...step }) => ({ ...step, role: STEP_ROLES[role] })),
    undertakings: undertakings.flatMap(({ title, steps }) => {
      const at = steps.findIndex(({ ways }) => Object.hasOwn(ways, id))
      if (at < 0) return []
      const shown = steps.map((step, index) => ({
        ...{ title: step.title, here: index === at, by: step.procedure?.by ?? '' },
        ...{ does: step.procedure?.does ?? [], passesOn: step.procedure?.passesOn ?? '' },
      }))
      return [{ title, at: at + 1, steps: shown }]
    }),
  }
}
