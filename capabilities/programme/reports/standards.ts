import type { StandardClause } from '#capabilities/organisation/index.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { StaffActor } from '#engine/actor.ts'
import { startOfDay } from '#engine/day.ts'
import { PROOFS } from '#capabilities/organisation/contract.ts'
import type { ReportRow } from '../contract/reports.ts'
import { share, told } from '../model/line.ts'
import {
  fiveUnities,
  onTheWall,
  standardsKept,
  type Adopted,
  type ClauseNow,
  type Institution,
  type PlaceNow,
} from '../model/standards.ts'
import type { AreaNow, ReportMeans } from './facts.ts'

const clauseOf = (
  id: string,
  { sort, chapter, no, title, edition, forKinds, onTheWall: wall }: StandardClause,
): ClauseNow => ({
  ...{ id, sort, chapter, edition, forKinds, onTheWall: wall, label: `${no} ${title}` },
})

const tierOf = (kind: string): string => (kind === 'point' ? 'station' : kind)

async function kept(at: AreaNow): Promise<{ places: PlaceNow[]; clauses: ClauseNow[]; adopted: Adopted[] }> {
  const [clauses, adoptions] = await Promise.all([at.now('standard-clause'), at.now('adoption')])
  return {
    places: at.places.map(({ id, name, kind }) => ({ id, name, kind: tierOf(kind) })),
    clauses: clauses.map(({ id, record }) => clauseOf(id, record)),
    adopted: adoptions.map(({ record: { place, clause, edition, photo } }) => ({
      ...{ place, clause, edition, photo: photo !== undefined },
    })),
  }
}

export async function standards(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const { places, clauses, adopted } = await kept(at)
  return standardsKept(places, clauses, adopted)
}

export async function wall(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const { places, clauses, adopted } = await kept(at)
  return onTheWall(places, clauses, adopted)
}

/** Each rule with who keeps to it and what the house counted of it in the period: no figure is typed in. */
export async function rules(means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const { places, clauses, adopted } = await kept(at)
  const found = await at.now('standard-clause')
  const figures = await figuresOf(means, at)
  return found
    .filter(({ record }) => record.sort === 'rule')
    .map(({ id, record }) => {
      const rule = clauses.find((each) => each.id === id)!
      const own = places.filter(({ kind }) => rule.forKinds.includes(kind))
      const keeping = adopted.filter((line) => line.clause === id && line.edition === rule.edition)
      return {
        ...{ id, name: record.title },
        lines: [
          told('条文', record.text),
          told('现行版本', `第${record.edition}版`),
          told('已落实', share(keeping.length, own.length)),
          told(
            '有上墙照片',
            record.onTheWall ? share(keeping.filter(({ photo }) => photo).length, own.length) : '不需要上墙',
          ),
          record.proof === undefined
            ? told('检查内容', record.check)
            : told(PROOFS[record.proof], figures.get(record.proof) ?? '这段时间没有可计算的'),
        ],
      }
    })
}

async function figuresOf({ supervision }: ReportMeans, at: AreaNow): Promise<ReadonlyMap<string, string>> {
  const actor: StaffActor = {
    ...{
      kind: 'staff',
      person: 'report',
      post: 'report',
      roles: ['supervisor'],
      place: '',
      body: '',
      area: at.area,
    },
  }
  const found = await supervision.indicators({ actor, now: startOfDay(at.today) }, at.period)
  if (isRefusal(found)) return new Map()
  return new Map(
    found.indicators.map(({ id, numerator, denominator }) => [
      id,
      denominator === undefined ? String(numerator) : share(numerator, denominator),
    ]),
  )
}

export async function unities({ organisation }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const [{ places, clauses, adopted }, notes] = await Promise.all([kept(at), at.ever('inspection-note')])
  const { required, kinds } = at.parameters.windowModel.value
  const windows = await organisation.windowsOfPlaces(
    at.area,
    places.map(({ id }) => id),
    at.today,
  )
  const top = at.places.find(({ kind }) => kind === 'hall')
  const rules = clauses.filter(({ sort }) => sort === 'rule')
  const common = (name: 'signDesign' | 'processEdition') =>
    String(top?.standards[name] ?? at.parameters[name]?.value ?? '')
  const institutions = places.map((place): Institution => {
    const own = at.places.find(({ id }) => id === place.id)!
    const has = new Set(windows.filter((window) => window.place === place.id).map(({ kind }) => kind))
    const last = notes
      .filter(({ state, record }) => state === 'noted' && record.place === place.id)
      .toSorted((a, b) => (a.record.day < b.record.day ? 1 : -1))[0]
    const editions = new Map(
      adopted.filter((line) => line.place === place.id).map((line) => [line.clause, line.edition]),
    )
    const said = (name: 'signDesign' | 'processEdition') => ({
      own: String(own.standards[name] ?? common(name)),
      common: common(name),
    })
    return {
      ...place,
      ...{ signDesign: said('signDesign'), processEdition: said('processEdition') },
      windowsMissing:
        place.kind === 'station'
          ? []
          : required.filter((kind) => !has.has(kind)).map((kind) => kinds[kind] ?? kind),
      ...(last === undefined ? {} : { inspected: { failed: last.record.failed?.length ?? 0 } }),
      // What was never adopted stands in the report on the wall; here an older edition is the deviation.
      rulesBehind: rules.flatMap(({ id, label, edition }) => {
        const at = editions.get(id)
        return at !== undefined && at < edition ? [label] : []
      }),
    }
  })
  return fiveUnities(institutions)
}
