import { dayNumber } from '#engine/day.ts'
import { LIAISON_RANKS } from '#capabilities/organisation/contract.ts'
import { ranksOf } from '#capabilities/organisation/index.ts'
import { sealCounts } from '#capabilities/licence-seal/index.ts'
import { satisfiedByPlace } from '#capabilities/evaluation/index.ts'
import { casesByPlace } from '#capabilities/supervision/index.ts'
import type { ReportRow } from '../contract/reports.ts'
import { ableAndDone, centreShare } from '../model/handling.ts'
import { told } from '../model/line.ts'
import { fourReforms, postStability, promotion, quotas } from '../model/reform.ts'
import { lastWhole, serviceIndex } from '../model/service-index.ts'
import { entryOf, type AreaNow, type ReportMeans } from './facts.ts'

const inPeriod = (at: AreaNow, day: string) => at.period.from <= day && day <= at.period.to

const ownPlaces = (at: AreaNow, town: string) =>
  at.places.filter(({ owner, kind }) => owner === town && kind === 'centre').map(({ id }) => id)

export async function handling({ db }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const counted = await casesByPlace(db, at.area, at.period)
  const places = at.places.map(({ id, name, kind }) => ({
    ...{ id, name },
    items: at.items
      .filter((item) => entryOf(item, kind) !== undefined)
      .map((item) => ({ id: item.id, name: item.name })),
  }))
  return ableAndDone(places, counted)
}

export async function inTheCentre({ db }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const [counted, elsewhere] = await Promise.all([
    casesByPlace(db, at.area, at.period),
    at.ever('handled-elsewhere'),
  ])
  return centreShare(
    at.towns.map(({ id, shortName }) => ({ id, name: shortName, centres: ownPlaces(at, id) })),
    counted,
    elsewhere
      .filter(({ state, record }) => state === 'noted' && inPeriod(at, record.day))
      .map(({ record: { town, office, item, count } }) => ({
        town,
        office,
        itemName: at.nameOfItem(item),
        count,
      })),
  )
}

export async function reforms({ db, organisation }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const [counted, seals, transfers, costs, windows] = await Promise.all([
    casesByPlace(db, at.area, at.period),
    sealCounts(db, at.area, at.period.from, at.period.to),
    at.now('transfer'),
    at.now('cost'),
    organisation.windowsOfPlaces(
      at.area,
      at.places.filter(({ kind }) => kind === 'centre').map(({ id }) => id),
      at.today,
    ),
  ])
  return fourReforms(
    at.towns.map(({ id, shortName }) => {
      const centres = ownPlaces(at, id)
      const there = ({ place }: { place: string }) => centres.includes(place)
      const moved = (kind: string) =>
        transfers.filter(({ record }) => record.kind === kind && centres.includes(record.at)).length
      const own = windows.filter(there)
      return {
        ...{ id, name: shortName },
        moved: {
          ...{ people: moved('people'), functions: moved('functions') },
          ...{ equipment: moved('equipment'), items: moved('items') },
        },
        windows: {
          all: own.length,
          undifferentiated: own.filter(({ undifferentiated }) => undifferentiated).length,
        },
        received: counted.filter(there).reduce((sum, { received }) => sum + received, 0),
        terminals: costs
          .filter(({ record }) => record.kind === 'kiosk' && centres.includes(record.place))
          .reduce((sum, { record: { quantity = 1 } }) => sum + quantity, 0),
        sealUses: seals
          .filter((use) => there(use) && (use.kind === 'centre' || use.kind === 'numbered'))
          .reduce((sum, { uses }) => sum + uses, 0),
      }
    }),
  )
}

export async function quotaRows(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const changes = await at.now('quota')
  const KIND = { administrative: '行政编制', institution: '事业编制', hired: '政务服务专员名额' } as const
  const serving = at.posts.filter(
    ({ validFrom, validTo }) => validFrom <= at.today && (validTo === null || validTo >= at.today),
  )
  return quotas(
    at.towns.map(({ id, shortName }) => ({
      ...{
        id,
        name: shortName,
        posts: serving.filter(({ place }) => ownPlaces(at, id).includes(place)).length,
      },
    })),
    changes
      .filter(({ record }) => record.on <= at.period.to)
      .map(({ record: { town, kind, direction, count } }) => ({ town, direction, count, kind: KIND[kind] })),
  )
}

/** 费用由谁承担 (LS-2.2): what was put into each place, by payer; what reused what there was counts apart (BS-2.3-01). */
export async function costRows(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const costs = (await at.now('cost')).filter(({ record }) => inPeriod(at, record.day))
  const byPlace = Map.groupBy(costs, ({ record }) => record.place)
  return [...byPlace].map(([place, lines]) => {
    const payers = Map.groupBy(lines, ({ record }) => record.payer)
    const total = lines.reduce((sum, { record }) => sum + record.yuan, 0)
    return {
      ...{ id: place, name: at.nameOfPlace(place) },
      lines: [
        told('合计', `${total.toLocaleString('zh-CN')}元，${lines.length}笔`),
        ...[...payers].map(([payer, own]) =>
          told(
            `${at.nameOfBody(payer)}承担`,
            `${own.reduce((sum, { record }) => sum + record.yuan, 0).toLocaleString('zh-CN')}元`,
          ),
        ),
        told('利用原有资源', `${lines.filter(({ record }) => record.reused === true).length}笔`),
      ],
    }
  })
}

export async function promotionRows(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const [groups, liaisons] = await Promise.all([at.now('task-force'), at.now('liaison')])
  const government = at.bodies.find(({ kind }) => kind === 'government')
  const units = [
    ...(government ? [{ ...government, town: false }] : []),
    ...at.towns.map((body) => ({ ...body, town: true })),
  ]
  return promotion(
    units.map(({ id, shortName, tier, town }) => ({
      ...{ id, name: shortName, town },
      ranks: ranksOf(at, tier)?.map((rank) => ({
        rank,
        name: LIAISON_RANKS[rank as keyof typeof LIAISON_RANKS],
      })),
    })),
    groups.map(({ record: { unit, name, chair, sort, meetings = 0 } }) => ({
      unit,
      name,
      chair,
      sort,
      meetings,
    })),
    liaisons.map(({ record }) => record),
  )
}

/** 原则上几年内岗位不变 (BS-2.6-15): posts at centres that ended in the period. */
export async function stability(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const years = at.parameters.postStabilityYears?.value
  if (years === undefined) return []
  const ended = at.posts.flatMap(({ place, title, validFrom, validTo }) =>
    validTo === null || !inPeriod(at, validTo) || validTo >= at.today
      ? []
      : [{ place, title, days: dayNumber(validTo) - dayNumber(validFrom) }],
  )
  return postStability(
    at.places
      .filter(({ kind }) => kind === 'centre' || kind === 'hall')
      .map(({ id, name }) => ({ id, name })),
    ended,
    years,
  )
}

/** 全区统一每月测评 (BS-2.9-07): the last whole period before the end of what is asked for; a plan without it has no ranking. */
export async function measured({ db }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const every = at.parameters.satisfactionSurvey?.value.every
  if (every === undefined) return []
  const period = lastWhole(every, at.period.to)
  const counts = new Map((await satisfiedByPlace(db, at.area, period)).map((count) => [count.place, count]))
  return serviceIndex(
    at.places
      .filter(({ kind }) => kind === 'centre' || kind === 'hall')
      .map(({ id, name }) => ({ id, name, rated: 0, satisfied: 0, ...counts.get(id) })),
    period,
  )
}
