import type { ItemVersion } from '../../contract.ts'
import type { Channel, Check } from '../check.ts'

const PLAN = { group: 'visits', severity: 'block', floor: 'warn' } as const

/** 办理形式 by the channels that lead there; a phone opens the portal as well as an app of its own. */
const WAYS: Readonly<Partial<Record<ItemVersion['handleTypes'][number], readonly Channel[]>>> = {
  '1': ['window'],
  '2': ['portal', 'kiosk'],
  '3': ['mobile', 'portal'],
}

/** An item promises no way to hand in and no way to fetch that the plan of its county does not have. */
export const OFFERED_CHECKS: readonly Check[] = [
  {
    ...PLAN,
    ...{ id: 'delivery-offered', at: '/delivery' },
    title: '领取方式是本地方案有的',
    source: '本地方案的结果送达方式（pack: deliveryModes）',
    clauses: ['BS-2.8-02'],
    what: '写了本地方案没有的领取方式',
    remedy: '去掉这种领取方式；要新开的，先写进方案',
    find: (item, { offers }) => {
      const { delivery } = offers ?? {}
      const kept =
        delivery === undefined ? item.delivery : item.delivery.filter((mode) => delivery.includes(mode))
      return kept.length === item.delivery.length ? [] : [{ mend: { at: '/delivery', value: kept } }]
    },
  },
  {
    ...PLAN,
    ...{ id: 'channel-offered', at: '/handleTypes' },
    title: '办理形式是本地方案有的',
    source: '本地方案的受理渠道（pack: channels）',
    clauses: ['BS-2.8-01'],
    what: '写了本地方案没有的办理形式',
    remedy: '去掉这种办理形式；要新开的，先写进方案',
    find: (item, { offers }) => {
      const open = item.handleTypes.filter((type) => isOpen(WAYS[type], offers?.channels))
      return open.length === item.handleTypes.length ? [] : [{ mend: { at: '/handleTypes', value: open } }]
    },
  },
  {
    ...PLAN,
    ...{ id: 'agent-offered', at: '/entryModes/station' },
    title: '站点受理要有帮办代办',
    source: '本地方案的受理渠道（pack: channels）',
    clauses: ['BS-2.7-07'],
    what: '写了站点受理，本地方案却没有帮办代办',
    remedy: '去掉站点受理；要新开的，先写进方案',
    find: (item, { offers }) =>
      item.entryModes.station === undefined || isOpen(['agent'], offers?.channels)
        ? []
        : [{ mend: { at: '/entryModes/station' } }],
  },
]

/** What no channel stands for is everywhere: the post, and ways that are none of ours. */
function isOpen(ways: readonly Channel[] | undefined, channels: readonly Channel[] | undefined): boolean {
  return ways === undefined || channels === undefined || ways.some((way) => channels.includes(way))
}
