import type { ItemVersion } from '../../contract.ts'
import { STANDARD, when, type Check } from '../check.ts'

const group = 'visits'

const fromAfar = ({ handleTypes }: ItemVersion) => handleTypes.some((type) => ['2', '3', '4'].includes(type))
const online = ({ handleTypes }: ItemVersion) => handleTypes.some((type) => type === '2' || type === '3')

/** 网办深度Ⅳ级: handled online, with the result or a certificate sent back the same way (standards.md §1.1). */
export function wholeOnline({ onlineDepth }: Pick<ItemVersion, 'onlineDepth'>): boolean {
  return onlineDepth.includes('5') && (onlineDepth.includes('6') || onlineDepth.includes('7'))
}

/** How often somebody has to come, and what can be done from home. */
export const VISIT_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-3a', group, ...STANDARD, at: '/visits' },
    title: '要到现场的写明原因',
    source: '要素一致性校验规则第3条',
    find: when((item) => item.visits > 0 && !item.visitReason),
    what: '要到现场却没有写原因',
    remedy: '写明必须到场的原因',
  },
  {
    ...{ id: '1.5-3b', group, ...STANDARD, at: '/visitReason' },
    title: '不用到现场的不写到场原因',
    source: '要素一致性校验规则第3条',
    find: when(
      (item) => item.visits === 0 && Boolean(item.visitReason),
      () => ({ at: '/visitReason' }),
    ),
    what: '到现场次数为 0，却写了到场原因',
    remedy: '删去到场原因，或改到现场次数',
  },
  {
    ...{ id: '1.5-3c', group, ...STANDARD, at: '/handleTypes' },
    title: '不用到现场的能够网办或者快递',
    source: '要素一致性校验规则第3条',
    find: when((item) => item.visits === 0 && !fromAfar(item)),
    what: '到现场次数为 0，办理形式却只有窗口',
    remedy: '办理形式加上网上或快递',
  },
  {
    ...{ id: '1.5-4', group, ...STANDARD, at: '/onlineDepth' },
    title: '全程网办的不用到现场',
    source: '要素一致性校验规则第4条：网办深度Ⅳ级，现场次数为 0',
    find: when((item) => wholeOnline(item) && item.visits > 0),
    what: '网办深度写的是全程网办，却还要到现场',
    remedy: '把现场次数改为 0；还要到场的，网办深度去掉互联网办理',
  },
  {
    ...{ id: 'online-depth', group, ...STANDARD, at: '/onlineDepth' },
    title: '能网上办的写出网办深度',
    source: '国家平台要素：是否网办与网办深度',
    find: when((item) => online(item) !== item.onlineDepth.some((depth) => depth !== '1')),
    what: '办理形式与网办深度对不上：一个说能网上办，一个说不能',
    remedy: '能网上办的，办理形式选电脑端或者手机，网办深度至少选互联网收件；不能的，两处都去掉',
  },
  {
    ...{ id: 'post', group, ...STANDARD, at: '/handleTypes' },
    title: '能邮寄送达的办理形式有快递',
    source: '要素一致性校验规则第3条',
    find: when(
      (item) => item.delivery.includes('post') && !item.handleTypes.includes('4'),
      ({ handleTypes }) => ({ at: '/handleTypes', value: [...handleTypes, '4'].toSorted() }),
    ),
    what: '可以邮寄送达，办理形式却没有快递',
    remedy: '办理形式加上快递',
  },
  {
    ...{ id: 'paper-from-afar', group, ...STANDARD, at: '/materials' },
    title: '不用到现场的，必交材料寄得出、传得上',
    source: '要素一致性校验规则第3条、第4条',
    find: when(
      (item) =>
        item.visits === 0 &&
        !item.handleTypes.includes('4') &&
        item.materials.some(
          ({ medium, necessity, shared }) =>
            medium === 'paper' && necessity === 'required' && shared === undefined,
        ),
    ),
    what: '到现场次数为 0、又不能快递，却有只收纸质的必交材料',
    remedy: '材料改为可交电子件，或者办理形式加上快递',
  },
]
