import type { ReportRow } from '../contract/reports.ts'
import { atLeastAll, holds, mustBeEmpty, told } from './line.ts'

export interface LicenceItem {
  id: string
  name: string
  /** The department that decides it and has not handed it over (未划转). */
  body: string
  resident: boolean
  online: boolean
}

export interface SectionOf {
  body: string
  name: string
  sort: 'licensing' | 'other'
  place?: string | undefined
  items: readonly string[]
}

export interface LicensingFacts {
  departments: readonly { id: string; name: string }[]
  items: readonly LicenceItem[]
  sections: readonly SectionOf[]
  halls: ReadonlySet<string>
  /** How many posts a body has at its licensing section's hall today. */
  staffAt(body: string, place: string): number
  placeName(place: string): string
}

/** 三集中 (YY-1.2.2-04 to -06): functions in one section, the section in the hall, the items on the network. */
export function threeConcentrations(facts: LicensingFacts): ReportRow[] {
  return departmentsWithItems(facts).map(({ id, name, items }) => {
    const own = facts.sections.filter(({ body }) => body === id)
    const licensing = own.filter(({ sort }) => sort === 'licensing')
    const elsewhere = items.flatMap((item) => {
      const holder = own.find((section) => section.sort === 'other' && section.items.includes(item.id))
      return holder === undefined ? [] : [`${item.name}（在${holder.name}）`]
    })
    const offline = items.filter(({ online }) => !online).map((item) => item.name)
    return {
      ...{ id, name },
      lines: [
        licensing.length === 1
          ? mustBeEmpty(
              '许可职能向一个科室集中',
              elsewhere,
              `${items.length}项都在${licensing[0]!.name}`,
              `还有${elsewhere.length}项在别的科室`,
            )
          : { ...holds('许可职能向一个科室集中', false, '', '没有登记行政许可科'), names: elsewhere },
        inTheHall(facts, id, licensing[0]),
        mustBeEmpty(
          '许可事项向网上办理集中',
          offline,
          `${items.length}项都能在网上办`,
          `${offline.length}项不能在网上办`,
        ),
      ],
    }
  })
}

function inTheHall(facts: LicensingFacts, body: string, section: SectionOf | undefined) {
  const title = '许可科向大厅集中'
  const place = section?.place
  if (place === undefined || !facts.halls.has(place))
    return holds(
      title,
      false,
      '',
      place === undefined ? '没有进驻大厅' : `在${facts.placeName(place)}，不在大厅`,
    )
  const staff = facts.staffAt(body, place)
  return holds(
    title,
    staff > 0,
    `在${facts.placeName(place)}，${staff}个岗位`,
    '登记在大厅，但大厅没有它的岗位',
  )
}

export interface InPlaceFacts extends LicensingFacts {
  /** Items each department has authorised by a signed paper in force. */
  authorised: ReadonlyMap<string, ReadonlySet<string>>
  /** Places where the department has windows, and how many inspections they had in the period. */
  inspected: ReadonlyMap<string, readonly { place: string; times: number }[]>
}

/** 三到位 (YY-1.2.2-07 to -09): items resident, authorisation signed, every window inspected in the period. */
export function threeInPlace(facts: InPlaceFacts): ReportRow[] {
  return departmentsWithItems(facts).map(({ id, name, items }) => {
    const away = items.filter(({ resident }) => !resident).map((item) => item.name)
    const signed = facts.authorised.get(id) ?? new Set()
    const unsigned = items.filter((item) => !signed.has(item.id)).map((item) => item.name)
    const windows = facts.inspected.get(id) ?? []
    const blind = windows.filter(({ times }) => times === 0).map(({ place }) => facts.placeName(place))
    return {
      ...{ id, name },
      lines: [
        atLeastAll('事项进驻大厅到位', items.length - away.length, items.length, away),
        atLeastAll('审批授权委托到位', items.length - unsigned.length, items.length, unsigned),
        windows.length === 0
          ? told('监督管理到位', '大厅没有它的窗口')
          : mustBeEmpty('监督管理到位', blind, '每处窗口这段时间都检查过', '有窗口这段时间没有检查过'),
      ],
    }
  })
}

function departmentsWithItems({ departments, items }: LicensingFacts) {
  const byBody = Map.groupBy(items, ({ body }) => body)
  return departments.flatMap(({ id, name }) => {
    const own = byBody.get(id) ?? []
    return own.length === 0 ? [] : [{ id, name, items: own }]
  })
}
