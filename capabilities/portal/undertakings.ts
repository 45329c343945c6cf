import { legalDay } from '#engine/day.ts'
import type { ItemVersion, Undertaking } from '#capabilities/catalogue/contract.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { refuse } from '#platform/refusal.ts'
import type { Flow } from '#ui/chart/index.ts'
import { limitWords } from '#ui/format/limit.ts'
import type { CitizenServices } from './contract.ts'
import { undertakingsAround, type Items } from './items.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

/** 一件事: each with a guide of its own, made from the items it leads through. */
export function undertakings(means: PortalMeans, items: Items): Pick<CitizenServices, 'undertaking'> {
  const { area, catalogue, clock } = means
  return {
    async undertaking(key) {
      const navigation = await catalogue.navigation(area)
      const found = navigation.undertakings.find((each) => each.key === key)
      if (found?.guide === undefined) return said(refuse('undertaking-not-found'))
      const inForce = await items.inForce()
      const byId = new Map(inForce.map((item) => [item.id, item]))
      const [first] = found.steps.flatMap(({ ways }) => Object.keys(ways)).filter((id) => byId.has(id))
      const view =
        first === undefined
          ? undefined
          : undertakingsAround(first, inForce, { ...navigation, undertakings: [found] })[0]
      if (view === undefined) return said(refuse('undertaking-not-found'))
      const own = [...new Set(view.steps.flatMap(({ ways }) => ways.map(({ id }) => id)))]
      const wanted = new Set(own)
      const published = await catalogue.itemsInForce(area, legalDay(clock.now()))
      const bodies = published.flatMap(({ item }) => (wanted.has(item.id) ? [item] : []))
      return {
        ...{ ...view, key, who: found.guide.who, result: found.guide.result, notes: found.guide.notes ?? [] },
        items: own.flatMap((id) => bodies.filter((item) => item.id === id).map(lineOf)),
        flow: flowOf(found, byId, bodies),
      }
    },
  }
}

const lineOf = (item: ItemVersion) => ({
  ...{ id: item.id, name: item.name, online: isOnline(item) },
  limit: limitText(item),
  fee: item.fee.charged ? '收费，见办事指南' : '不收费',
  materials: item.materials.filter(({ fromForm, shared }) => !fromForm && !shared).map(({ name }) => name),
})

const limitText = ({ promisedLimit }: Pick<ItemVersion, 'promisedLimit'>): string =>
  promisedLimit.amount === 0 ? '当场办结' : limitWords(promisedLimit)

/** The chart of the whole undertaking (办理流程图, YY-2.2.2-08): one box a step, done where its items are decided. */
function flowOf(
  { title, guide, steps }: Undertaking,
  known: ReadonlyMap<string, unknown>,
  items: readonly ItemVersion[],
): Flow {
  const byId = new Map(items.map((item) => [item.id, item] as const))
  return {
    ...{ applicant: '申请人', begin: `要${title}`, end: guide!.result },
    steps: steps
      .map((step) => ({ step, own: Object.keys(step.ways).filter((id) => known.has(id)) }))
      .filter(({ own }) => own.length > 0)
      .map(({ step, own }) => ({
        ...{ name: step.title, role: '综合窗口', exits: [] },
        standard: step.note ?? '',
        limit: [...new Set(own.flatMap((id) => byId.get(id) ?? []).map(limitText))].join('、'),
        beside: own.length > 1 ? own.flatMap((id) => byId.get(id)?.name ?? []) : [],
      })),
  }
}
