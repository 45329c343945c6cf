import type { ReportRow } from '../contract/reports.ts'
import { holds, mustBeEmpty, told } from './line.ts'

export interface TownReform {
  id: string
  name: string
  /** 集中管理: moved to the town's centre and standing today. */
  moved: { people: number; functions: number; equipment: number; items: number }
  windows: { all: number; undifferentiated: number }
  received: number
  terminals: number
  sealUses: number
}

/** 四项改革 (BS-1-04): each state follows from data, none is typed in. */
export function fourReforms(towns: readonly TownReform[]): ReportRow[] {
  return towns.map(({ id, name, moved, windows, received, terminals, sealUses }) => ({
    ...{ id, name },
    lines: [
      holds(
        '集中管理',
        moved.people > 0 && moved.items > 0,
        movedWords(moved),
        `人员和事项还没有都划转到中心：${movedWords(moved)}`,
      ),
      holds(
        '一窗通办',
        windows.undifferentiated > 0 && received > 0,
        `${windows.undifferentiated}个无差别窗口，收件${received}件`,
        windows.undifferentiated === 0 ? '没有无差别窗口' : '无差别窗口这段时间没有收件',
      ),
      holds('自助服务', terminals > 0, `${terminals}台自助终端`, '没有登记自助终端'),
      holds('一枚印章管审批服务', sealUses > 0, `用印${sealUses}次`, '中心没有用过审批服务的印章'),
    ],
  }))
}

const movedWords = ({ people, functions, equipment, items }: TownReform['moved']) =>
  `人员${people}、职能${functions}、设备${equipment}、事项${items}`

export interface QuotaChange {
  town: string
  kind: string
  direction: 'more' | 'less'
  count: number
}

/** 编制资源倾斜 (BS-4.1-11): the net change of each town, and how far its posts are filled. */
export function quotas(
  towns: readonly { id: string; name: string; posts: number }[],
  changes: readonly QuotaChange[],
): ReportRow[] {
  return towns.map(({ id, name, posts }) => {
    const own = changes.filter(({ town }) => town === id)
    const net = own.reduce((sum, { direction, count }) => sum + (direction === 'more' ? count : -count), 0)
    const lines = own.map(
      ({ kind, direction, count }) => `${kind}${direction === 'more' ? '增加' : '减少'}${count}`,
    )
    return {
      ...{ id, name },
      lines: [
        told('净增减', own.length === 0 ? '没有变动' : `${net > 0 ? '+' : ''}${net}`, lines),
        told('现有岗位', `${posts}个`),
      ],
    }
  })
}

export interface GroupNow {
  unit: string
  name: string
  chair?: string | undefined
  sort: string
  meetings: number
}

/** 专班 and 联络人 (PRG-05, PRG-06): vacant chairs, towns without a mechanism, units without a liaison of the rank asked for. */
export function promotion(
  units: readonly {
    id: string
    name: string
    town: boolean
    ranks: readonly { rank: string; name: string }[] | undefined
  }[],
  groups: readonly GroupNow[],
  liaisons: readonly { unit: string; rank: string }[],
): ReportRow[] {
  return units.flatMap(({ id, name, town, ranks }) => {
    const own = groups.filter(({ unit }) => unit === id)
    const named = liaisons.filter(({ unit }) => unit === id)
    const missing = (ranks ?? []).filter(({ rank }) => !named.some((one) => one.rank === rank))
    if (own.length === 0 && !town && ranks === undefined) return []
    const vacant = own.filter(({ chair }) => chair === undefined).map((group) => `${group.name}：组长空缺`)
    return [
      {
        ...{ id, name },
        lines: [
          own.length === 0
            ? holds('专班或推进机制', false, '', '还没有建立')
            : mustBeEmpty(
                '专班或推进机制',
                vacant,
                `${own.length}个，开会${own.reduce((sum, { meetings }) => sum + meetings, 0)}次`,
                '有组长空缺',
              ),
          ...(ranks === undefined
            ? []
            : [
                mustBeEmpty(
                  '联络人',
                  missing.map((rank) => rank.name),
                  '已明确',
                  '还没有明确',
                ),
              ]),
        ],
      },
    ]
  })
}

/** 窗口人员岗位稳定 (BS-2.6-15): who left a post at a centre before the years the plan asks for were over. */
export function postStability(
  places: readonly { id: string; name: string }[],
  ended: readonly { place: string; title: string; days: number }[],
  years: number,
): ReportRow[] {
  return places.map(({ id, name }) => {
    const early = ended.filter(({ place, days }) => place === id && days < years * 365)
    return {
      ...{ id, name },
      lines: [
        mustBeEmpty(
          `满${years}年`,
          early.map(({ title, days }) => `${title}（${Math.floor(days / 30)}个月）`),
          '没有提前换岗的',
          `${early.length}个岗位提前换了人`,
        ),
      ],
    }
  })
}
