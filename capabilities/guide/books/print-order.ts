import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Edition } from '../contract.ts'
import { layoutChoices, layoutsOf, wrongLayout, type Layouts } from './layouts.ts'
import { EDITION_NAMES, type GuideBookMeans } from './means.ts'

/** 指南印制 (LS-2.3-04, LS-2.3-07): how many of which layout and version for which place, and who pays. */
export interface PrintOrder {
  item: string
  edition: Edition
  itemVersion: number
  place: string
  quantity: number
  payer: string
  cost?: number
  received?: number
}

const order = record({
  item: field.item(),
  edition: field.choice('版式', EDITION_NAMES),
  place: field.place('用在哪个场所'),
  quantity: field.count('份数', { least: 1, most: 1_000_000 }),
  payer: field.body('由谁付费'),
})
const printing = record({
  ...order.properties,
  itemVersion: field.count('指南版本'),
  cost: field.optional(field.count('印制费用（元）', { most: 10_000_000 })),
  received: field.optional(field.count('收到份数')),
})

interface Known {
  version?: number
  name?: string
  /** The body the plan charges; left out where it names none. */
  payer?: { id: string; name: string; basis: string }
  /** A town's own matter is printed for a place of a town. */
  noTown?: boolean
  /** In what the plan lets guides be printed; left out, in any. */
  layouts?: Layouts
}

const act = bookAct<PrintOrder, Known>()
const ORDERS = ['item-author', 'item-approver', 'director']

export const printOrders = (means: GuideBookMeans): Book<PrintOrder> =>
  defineBook<typeof printing, Known>({
    kind: 'guide-print-order',
    words: {
      title: '指南印制台账',
      entry: '这批印制',
      text: '指南印多少、用哪个版式和版本、放在哪里、由谁付费。付费单位按方案确定。',
      basis: ['LS-2.3-04', 'LS-2.3-07', 'LC-3.5-05', 'LC-3.5-06', 'DW-3.3.12-02'],
    },
    body: printing,
    columns: ['item', 'edition', 'itemVersion', 'place', 'quantity', 'payer'],
    states: {
      ordered: { title: '待印制', waits: ['item-approver'] },
      printed: { title: '已印制，待收货', waits: ['director', 'window-clerk'] },
      received: { title: '已收货', final: true, tone: 'good' },
      cancelled: { title: '已取消', final: true },
    },
    sees: {
      ...{ 'window-clerk': 'own-place', director: 'own-place' },
      ...{ 'item-author': 'area', 'item-approver': 'area', supervisor: 'area' },
    },
    place: ({ item, edition, itemVersion, place, payer }) => ({
      ...{
        title: `${EDITION_NAMES[edition]}（第${itemVersion}版）`,
        item,
        place,
        places: [place],
        bodies: [payer],
      },
    }),
    world: async ({ area, now, input, entry }) => ({
      ...(await chargeOf(means, area, legalDay(now), {
        item: String(input['item'] ?? entry.body.item ?? ''),
        place: String(input['place'] ?? entry.body.place ?? ''),
      })),
      ...(await layoutsOf(means, area)),
    }),
    choices: (name, { layouts }) => (name === 'edition' ? layoutChoices(layouts) : undefined),
    acts: [
      act({
        ...{ name: 'order', title: '下单印制', past: '下单印制', from: [], to: ['ordered'], by: ORDERS },
        ...{ tone: 'primary' as const, input: order },
        refuse: ({ input, world: { known } }) => refusedOrder(input, known),
        sets: ({ input, world }) => ({ ...input, itemVersion: world.known.version! }),
      }),
      act({
        ...{ name: 'printed', title: '已印制', past: '印制完成', from: ['ordered'], to: ['printed'] },
        by: ['item-approver', 'item-author'],
        input: record({ cost: field.count('印制费用（元）', { most: 10_000_000 }) }),
        // An item that has changed since would give a place old guides the day they arrive.
        refuse: ({ dossier, world: { known } }) =>
          known.version === dossier.body.itemVersion ? undefined : refusal('guide-print-old-version'),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'receive', title: '收货', past: '收到指南', from: ['printed'], to: ['received'] },
        by: ['director', 'window-clerk'],
        input: record({ received: field.count('收到份数', { most: 1_000_000 }) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'cancel',
          title: '取消',
          past: '取消了印制',
          from: ['ordered'],
          to: ['cancelled'],
          by: ORDERS,
        },
        ...{ tone: 'danger' as const, input: record({ reason: field.text('原因', { least: 4 }) }) },
      }),
    ],
  })

function refusedOrder(
  { payer, edition }: Pick<PrintOrder, 'payer' | 'edition'>,
  known: Known,
): Refusal | undefined {
  const layout = wrongLayout(edition, known.layouts)
  if (layout !== undefined) return layout
  if (known.version === undefined) return refusal('guide-place-not-offering')
  if (known.noTown) return refusal('guide-print-no-town', { facts: { item: known.name } })
  if (known.payer === undefined || known.payer.id === payer) return undefined
  const { name, basis } = known.payer
  return refusal('guide-print-payer', { facts: { item: known.name, payer: name }, basis })
}

/** Which clause charges whom: a bureau for what the county gave away or does itself, the town for its own matters. */
async function chargeOf(
  { catalogue, organisation }: GuideBookMeans,
  area: string,
  day: string,
  asked: { item: string; place: string },
): Promise<Known> {
  const published = asked.item === '' ? undefined : await catalogue.itemInForce(area, asked.item, day)
  const [place] = await organisation.placesByIds(area, [asked.place])
  if (published === undefined || place === undefined || place.kind === 'point') return {}
  if (published.item.entryModes[place.kind] === undefined) return {}
  const known: Known = { version: published.item.version, name: published.item.name }
  const printing = (await organisation.pack(area))?.body.parameters.guidePrinting
  const charge = printing?.value.payer
  if (printing === undefined || charge === undefined) return known
  const basis = printing.clauses.join('、')
  if (ownerTierOf(published.item) !== 'town' || charge.town === 'bureau') {
    const [bureau] = await organisation.bodiesByIds(area, [charge.bureau])
    return bureau === undefined ? known : { ...known, payer: { id: bureau.id, name: bureau.name, basis } }
  }
  const town = await organisation.townBody(area, place.region, day)
  return town === undefined
    ? { ...known, noTown: true }
    : { ...known, payer: { id: town.id, name: town.name, basis } }
}

/** Versions published before there was an owner tier: a matter the town decides is the town's. */
const ownerTierOf = ({ ownerTier, decidingBody }: ItemVersion): string =>
  ownerTier ?? (decidingBody.kind === 'town' ? 'town' : 'county')
