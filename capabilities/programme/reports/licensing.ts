import { casesByPlace } from '#capabilities/supervision/index.ts'
import type { ReportRow } from '../contract/reports.ts'
import { threeConcentrations, threeInPlace, type LicensingFacts } from '../model/licensing.ts'
import { told } from '../model/line.ts'
import type { AreaNow, ReportMeans } from './facts.ts'

/** 许可. */
const LICENCE = '01'

async function licensingFacts(at: AreaNow): Promise<LicensingFacts> {
  const sections = await at.now('licensing-section')
  const bureau = at.parameters.constructionOwner.value.hall
  const serving = at.posts.filter(
    ({ validFrom, validTo }) => validFrom <= at.today && (validTo === null || validTo >= at.today),
  )
  return {
    departments: at.bodies
      .filter(({ id, tier }) => id !== bureau && tier < 5)
      .map(({ id, shortName }) => ({ id, name: shortName })),
    items: at.items
      .filter(({ itemType, decidingBody }) => itemType === LICENCE && decidingBody.kind === 'body')
      .map((item) => ({
        ...{ id: item.id, name: item.name, body: item.decidingBody.body! },
        resident: item.entryModes.hall !== undefined,
        online: item.handleTypes.some((type) => type === '2' || type === '3'),
      })),
    sections: sections.map(({ record: { body, name, sort, place, items = [] } }) => ({
      body,
      name,
      sort,
      place,
      items,
    })),
    halls: new Set(at.places.filter(({ kind }) => kind === 'hall').map(({ id }) => id)),
    staffAt: (body, place) => serving.filter((post) => post.body === body && post.place === place).length,
    placeName: at.nameOfPlace,
  }
}

export const concentrations = async (_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> =>
  threeConcentrations(await licensingFacts(at))

export async function inPlace(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const [facts, papers, notes] = await Promise.all([
    licensingFacts(at),
    at.now('authorisation'),
    at.ever('inspection-note'),
  ])
  const authorised = new Map<string, Set<string>>()
  for (const { record } of papers) {
    const known = authorised.get(record.body) ?? new Set()
    for (const item of record.items) known.add(item)
    authorised.set(record.body, known)
  }
  const times = (place: string) =>
    notes.filter(
      ({ state, record }) =>
        state === 'noted' &&
        record.place === place &&
        at.period.from <= record.day &&
        record.day <= at.period.to,
    ).length
  const inspected = new Map(
    facts.departments.map(({ id }) => {
      const places = [...facts.halls].filter((hall) => facts.staffAt(id, hall) > 0)
      return [id, places.map((place) => ({ place, times: times(place) }))]
    }),
  )
  return threeInPlace({ ...facts, authorised, inspected })
}

/** 相对集中行政许可权 (YY-1.2.2-02): what each department handed over, since when, and what of it the department still finishes. */
export async function moves({ db }: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const counted = await casesByPlace(db, at.area, { from: '2000-01-01', to: at.period.to })
  const moved = at.items.filter(({ transferredFrom }) => transferredFrom !== undefined)
  return [...Map.groupBy(moved, ({ transferredFrom }) => transferredFrom!)].map(([from, items]) => ({
    ...{ id: from, name: at.nameOfBody(from) },
    lines: items.map(({ id, name, effectiveFrom, decidingBody }) => {
      const older = counted
        .filter((row) => row.item === id && row.decidingBody === from)
        .reduce((sum, { received, completed }) => ({ all: sum.all + received, done: sum.done + completed }), {
          all: 0,
          done: 0,
        })
      const to = decidingBody.body === undefined ? '镇（街道）' : at.nameOfBody(decidingBody.body)
      return told(
        name,
        `${effectiveFrom}起由${to}办理；划转前收的${older.all}件仍由原部门办，已办结${older.done}件`,
      )
    }),
  }))
}

/** 审批服务所 (BS-2.4-08): what each office took over, with dates. */
export async function offices(_means: ReportMeans, at: AreaNow): Promise<ReportRow[]> {
  const transfers = await at.ever('transfer')
  const own = at.bodies.filter(({ kind, tier }) => kind === 'institution' && tier === 5)
  const KINDS = { people: '人员', functions: '职能', equipment: '设备', items: '事项' } as const
  const titles = new Map(at.posts.map(({ id, title }) => [id, title]))
  return own.map((office) => ({
    ...{ id: office.id, name: office.name },
    lines: [
      told('成立', `${office.validFrom}，${at.nameOfBody(office.parent ?? '')}`),
      ...Object.entries(KINDS).map(([kind, title]) => {
        const lines = transfers.filter(
          ({ state, record }) => state !== 'returned' && record.kind === kind && record.to === office.id,
        )
        const said = ({ record: { post, item, what } }: (typeof lines)[number]) =>
          what ?? (item === undefined ? (titles.get(post ?? '') ?? post ?? '') : at.nameOfItem(item))
        return told(
          title,
          lines.length === 0 ? '没有划入' : `${lines.length}项`,
          lines.map((line) => `${said(line)}（${line.record.on}起）`),
        )
      }),
    ],
  }))
}
