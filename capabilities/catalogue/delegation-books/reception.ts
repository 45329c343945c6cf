import { refusal, type Refusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import { bookAct, defineBook, field, record, type Asked } from '#capabilities/books/model.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import {
  BATCH,
  batchesAgreed,
  planOf,
  POST_CHECK_MONTHS,
  RECEPTION,
  wouldNotGive,
  type DelegationMeans,
} from './means.ts'
import { Document, documentOf, powerOf, type Batch } from './model/batch.ts'
import type { Readiness } from './model/readiness.ts'
import { monthsAfter } from './model/months.ts'
import { ReceptionBody, RESULTS, taken, type Reception } from './model/reception.ts'
import { readinessOf } from './ready.ts'
import { lackWords } from '../words/delegation.ts'

interface ReceptionKnown {
  batches: readonly { id: string; batch: Batch }[]
  /** The batch asked for, whatever has become of it. */
  batch?: { id: string; batch: Batch; agreed: boolean }
  place?: Place
  ready: readonly Readiness[]
  unlawful?: Refusal
  postCheckMonths: number
}

const act = bookAct<Reception, ReceptionKnown>()

/** 承接: a town takes a batch on when it is ready, the registrar puts it into force, the county looks at it again. */
export const receptionBook = (means: DelegationMeans) =>
  defineBook({
    kind: RECEPTION,
    words: {
      ...{ title: '下放事项承接', entry: '这次承接' },
      text: '镇（街道）接得住才承接：有经过培训的人员、窗口、设备和印章。生效以后到期评估，接不住的整改或收回。',
      basis: ['BS-4.1-10', 'BS-4.1-13', 'LC-2.3-02', 'LC-3.9-08'],
    },
    body: ReceptionBody,
    columns: ['batchName', 'town', 'items', 'from', 'result'],
    states: {
      received: { title: '已承接，待登记生效', waits: ['power-registrar'] },
      'in-force': { title: '行使中', stands: true, waits: ['organiser'], tone: 'good' },
      mending: { title: '整改中', stands: true, waits: ['organiser'], tone: 'bad' },
      'taking-back': { title: '待收回', stands: true, waits: ['power-registrar'], tone: 'bad' },
      'taken-back': { title: '已收回', final: true, tone: 'bad' },
      'given-up': { title: '已撤回', final: true },
      over: { title: '已到期', final: true },
    },
    sees: {
      ...{ organiser: 'area', 'power-registrar': 'area', supervisor: 'area', 'government-head': 'area' },
      ...{ director: 'own-body', head: 'own-body', system: 'area' },
    },
    place: ({ batch, batchName, town, place, by, from, to }) => ({
      ...{ title: batchName, key: `${batch} ${place}`, place, bodies: [town, by], places: [place] },
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
    byClock: { lapse: { from: 'in-force', to: 'over' } },
    world: (asked) => known(means, asked),
    choices: (name, { batches }) =>
      name === 'batch' ? batches.map(({ id, batch }) => ({ value: id, label: batch.name })) : undefined,
    acts: [receive(), putInForce(), ...checking(), ...ending(), ...byTheHouse()],
  })

const receive = () =>
  act({
    ...{ name: 'receive', title: '承接一批', past: '承接', tone: 'primary' as const, lawful: 'BS-4.1-13' },
    ...{ from: [], to: ['received'], by: ['director', 'organiser'] },
    input: record({
      batch: field.text('批次', { most: 60 }),
      place: field.place('承接场所', '镇（街道）便民服务中心；定向放权的选村（社区）站'),
      equipment: field.text('设备和网络准备情况', { least: 4, most: 500 }),
      system: field.yes('系统账号已经开通'),
    }),
    refuse: ({ input, actor, world: { known } }) => {
      const { batch, place } = known
      const fault = batchFault(known)
      if (fault) return fault
      if (actor.kind !== 'staff' || place?.owner !== actor.body) return refusal('reception-not-yours')
      if (!isNamed(batch!.batch, place))
        return refusal('reception-not-named', { facts: { place: place.name } })
      return input.system ? notReady(known, place.name) : refusal('reception-no-system')
    },
    sets: ({ input, world: { known } }) =>
      taken(known.batch!, { town: known.place!.owner, place: input.place, equipment: input.equipment }),
    due: ({ world }) => world.calendar.addWorkingDays(world.today, 5),
  })

const putInForce = () =>
  act({
    ...{ name: 'put-in-force', title: '登记生效', past: '登记生效', tone: 'primary' as const },
    ...{ from: ['received'], to: ['in-force'], by: ['power-registrar'], lawful: 'BS-4.1-10' },
    help: '登记后，权责清单里逐项写上这些权力。',
    input: record({ from: field.day('生效日期') }),
    refuse: ({ input, world: { today, known } }) => {
      if (input.from < today) return refusal('power-day-past', { facts: { day: input.from } })
      const first = known.batch?.batch.from ?? input.from
      if (input.from < first) return refusal('reception-before-batch', { facts: { day: first } })
      return batchFault(known) ?? notReady(known, known.place?.name ?? '') ?? known.unlawful
    },
    sets: ({ input }) => ({ from: input.from, trouble: null }),
    due: ({ input, world }) => monthsAfter(input.from, world.known.postCheckMonths),
  })

const checking = () => [
  act({
    ...{ name: 'post-check', title: '评估', past: '评估', tone: 'primary' as const, lawful: 'BS-4.1-13' },
    ...{ from: ['in-force', 'mending'], to: ['in-force', 'mending', 'taking-back'], by: ['organiser'] },
    input: record({
      result: field.choice('结果', RESULTS),
      findings: field.text('评估意见', { least: 4, most: 1000, hint: '办了多少件、超期多少、群众怎么说' }),
      mendBy: field.optional(field.day('整改期限')),
    }),
    bars: ({ dossier, actor }) =>
      actor.kind === 'staff' && actor.body === dossier.body.town
        ? refusal('delegation-county-only')
        : undefined,
    refuse: ({ dossier, input, world: { today } }) => {
      if (dossier.body.powerIds === undefined) return refusal('reception-not-written')
      return input.result === 'mend' && (input.mendBy === undefined || input.mendBy <= today)
        ? refusal('reception-mend-by')
        : undefined
    },
    sets: ({ input: { result, findings }, world: { today } }) => ({ result, findings, checkedOn: today }),
    goes: ({ input: { result } }) =>
      ({ continue: 'in-force', mend: 'mending', 'take-back': 'taking-back' })[result],
    due: ({ input, world }) =>
      input.result === 'mend'
        ? input.mendBy
        : input.result === 'take-back'
          ? world.calendar.addWorkingDays(world.today, 5)
          : monthsAfter(world.today, world.known.postCheckMonths),
  }),
]

const ending = () => [
  act({
    ...{ name: 'take-back', title: '收回', past: '收回', tone: 'danger' as const },
    ...{ from: ['taking-back'], to: ['taken-back'], by: ['power-registrar'] },
    help: '从填写的日期起镇（街道）不再行使；正在办的件转给现在有权的机关。',
    input: record({ ...Document.properties, from: field.day('从哪天起不再行使') }),
    refuse: ({ input, world: { today } }) =>
      input.from < today ? refusal('power-day-past', { facts: { day: input.from } }) : undefined,
    sets: () => ({}),
  }),
  act({
    ...{ name: 'give-up', title: '撤回承接', past: '撤回承接', tone: 'danger' as const },
    ...{ from: ['received'], to: ['given-up'], by: ['director', 'organiser'] },
    input: record({ reason: field.text('原因', { least: 4, most: 300 }) }),
  }),
]

/** What the register of powers answered. */
const byTheHouse = () => [
  act({
    ...{ name: 'written', title: '写入权责清单', past: '权责清单已登记' },
    ...{ from: ['in-force'], to: 'same' as const, by: ['system'] },
    input: record({ powerIds: field.several(field.text('权力编号', { most: 60 }), '权力', { most: 2000 }) }),
    sets: ({ input }) => input,
  }),
  act({
    ...{ name: 'not-written', title: '没有登记上', past: '权责清单没有登记上，退回登记' },
    ...{ from: ['in-force'], to: ['received'], by: ['system'] },
    input: record({ trouble: field.text('原因', { most: 300 }) }),
    sets: ({ input }) => ({ ...input, from: null }),
    due: ({ world }) => world.calendar.addWorkingDays(world.today, 5),
  }),
]

async function known(
  means: DelegationMeans,
  { area, now, entry, input }: Asked<Reception>,
): Promise<ReceptionKnown> {
  const id = String(input['batch'] ?? entry.body.batch ?? '')
  const placeId = String(input['place'] ?? entry.body.place ?? '')
  const [agreed, all, places, plan] = await Promise.all([
    batchesAgreed(means.db, area),
    id === '' ? [] : held<Batch>(means.db, { kind: BATCH }, { area }),
    placeId === '' ? [] : means.organisation.placesByIds(area, [placeId]),
    planOf(means, area),
  ])
  const found = all.find((each) => each.id === id)
  const [place] = places
  const batch = found && { id, batch: found.entry.body, agreed: found.entry.state === 'agreed' }
  const looks = batch !== undefined && place !== undefined && Object.keys(input).length > 0
  return {
    batches: agreed.map(({ id: of, entry: { body } }) => ({ id: of, batch: body })),
    ...(batch ? { batch } : {}),
    ...(place ? { place } : {}),
    postCheckMonths: plan?.postCheckMonths ?? POST_CHECK_MONTHS,
    ...(looks ? await lookInto(means, { area, now }, batch, place, entry, input) : { ready: [] }),
  }
}

async function lookInto(
  means: DelegationMeans,
  when: { area: string; now: string },
  { batch }: { batch: Batch },
  place: Place,
  { body }: { body: Reception },
  input: Readonly<Record<string, unknown>>,
): Promise<{ ready: Readiness[]; unlawful?: Refusal }> {
  const atStation = place.kind !== 'centre'
  const [of] = await readinessOf(means, when, batch, [{ town: place.owner, place: place.id, atStation }])
  const from = input['from']
  const unlawful =
    typeof from === 'string' && body.town !== undefined
      ? await wouldNotGive(means, when, newPower(body, from))
      : undefined
  return { ready: of?.items ?? [], ...(unlawful ? { unlawful } : {}) }
}

/** What the register is asked to take down for one reception. */
export function newPower(body: Reception, from: string) {
  const { town, place, targeted } = body
  return powerOf(body, { town, from, ...(targeted ? { station: place } : {}) }, documentOf(body))
}

function batchFault({ batch }: ReceptionKnown): Refusal | undefined {
  if (batch === undefined) return refusal('delegation-batch-unknown')
  return batch.agreed
    ? undefined
    : refusal('delegation-not-agreed', { facts: { batch: batch.batch.name }, basis: 'BS-4.1-10' })
}

const isNamed = ({ towns, stations }: Batch, { id, kind, owner }: Place): boolean =>
  stations === undefined ? kind === 'centre' && towns.includes(owner) : stations.includes(id)

/** A town without trained staff for an item cannot receive it (CAT-24). */
function notReady({ ready }: ReceptionKnown, place: string): Refusal | undefined {
  const lacks = ready.flatMap(({ itemName, lacks: of }) =>
    of.map((lack) => `“${itemName}”${lackWords(lack)}`),
  )
  return lacks.length === 0
    ? undefined
    : refusal('reception-not-ready', { facts: { place, lacks: lacks.join('；') }, basis: 'BS-4.1-13' })
}

export type ReceptionBook = ReturnType<typeof receptionBook>
