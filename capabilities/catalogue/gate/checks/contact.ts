import type { ItemVersion } from '../../contract.ts'
import { ADVICE, STANDARD, when, type Around, type Check, type Flaw, type OfferingPlace } from '../check.ts'

const group = 'contact'

/** 0533-1234567, five-digit service numbers, 400 and 95 numbers, mobiles have no area code. */
const CALLABLE = /^(0\d{2,3}-\d{7,8}(-\d{1,4})?|1\d{4}|12345|400-?\d{3}-?\d{4}|95\d{3,4}|1[3-9]\d{9})$/u
const DOOR = /(\d+|[一二三四五六七八九十]+)(号|室|楼|层|幢|栋|窗口)/u

/** Firms of every kind, governments and other organisations: whom the list for legal persons serves. */
const FIRMS = ['2', '3', '4', '5', '6', '9'] as const

const everyPlace =
  (judge: (place: OfferingPlace) => boolean, what: (names: string) => string) =>
  (_item: ItemVersion, { places }: Around): readonly Flaw[] => {
    const wrong = (places ?? []).filter(judge)
    if (wrong.length === 0) return []
    const names = wrong.slice(0, 3).map(({ name }) => name)
    const more = wrong.length > names.length ? `等${wrong.length}处` : ''
    return [{ what: what(`${names.join('、')}${more}`) }]
  }

/** Where to go, when, and whom to ring. */
export const CONTACT_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-5', group, ...STANDARD, at: '/complaintPhone' },
    title: '咨询电话和投诉电话不相同',
    source: '要素一致性校验规则第5条',
    find: when((item) => item.enquiryPhone === item.complaintPhone),
    what: '咨询电话和投诉电话相同',
    remedy: '写成两个不同的电话',
  },
  {
    ...{ id: '1.5-5b', group, ...STANDARD, at: '/enquiryPhone' },
    title: '电话带区号，能够拨打',
    source: '要素一致性校验规则第5条',
    find: (item) =>
      (['enquiryPhone', 'complaintPhone'] as const).flatMap((field) =>
        item[field].split(/[、，,;；\s]+/u).every((phone) => CALLABLE.test(phone))
          ? []
          : [{ at: `/${field}`, what: `电话“${item[field]}”没有区号，或者写法不对` }],
      ),
    what: '电话没有区号，或者写法不对',
    remedy: '座机写成“区号-号码”，例如 0533-0000816',
  },
  {
    ...{ id: '1.5-5c', group, ...STANDARD, at: '/entryModes' },
    title: '咨询、投诉有地址',
    source: '要素一致性校验规则第5条',
    find: everyPlace(
      ({ address }) => address.trim() === '',
      (names) => `${names}没有地址`,
    ),
    what: '受理场所没有地址',
    remedy: '在场所资料里补上地址',
  },
  {
    ...{ id: '1.5-6a', group, ...STANDARD, at: '/entryModes' },
    title: '办理时间写明工作日',
    source: '要素一致性校验规则第6条',
    find: everyPlace(
      ({ hours }) => !/工作日|全天|24\s*小时/u.test(hours),
      (names) => `${names}的办理时间没有写明工作日`,
    ),
    what: '办理时间没有写明工作日',
    remedy: '在场所资料里补上工作日的开放时间',
  },
  {
    ...{ id: '1.5-6b', group, ...ADVICE, at: '/entryModes' },
    title: '地点精确到门牌或者窗口',
    source: '要素一致性校验规则第6条',
    find: everyPlace(
      ({ address }) => address.trim() !== '' && !DOOR.test(address),
      (names) => `${names}的地址没有写到门牌`,
    ),
    what: '地址没有写到门牌',
    remedy: '在场所资料里把地址写到门牌号、楼层或者窗口',
  },
  {
    ...{ id: '1.5-7', group, ...STANDARD, at: '/themes' },
    title: '服务对象与主题分类一致',
    source: '要素一致性校验规则第7条',
    find: ({ serves, themes }) => [
      ...mismatch('自然人', '/themes/person', serves.includes('1'), themes?.person !== undefined),
      ...mismatch(
        '法人',
        '/themes/firm',
        FIRMS.some((kind) => serves.includes(kind)),
        themes?.firm !== undefined,
      ),
    ],
    what: '服务对象与主题分类不一致',
    remedy: '服务对象有自然人的选自然人主题，有法人或者其他组织的选法人主题，没有的去掉',
  },
  {
    ...{ id: '1.5-11c', group, ...STANDARD, at: '/effectiveTo' },
    title: '停用的事项没有被“一件事”引用',
    source: '要素一致性校验规则第11条',
    find: ({ effectiveTo }, { citedBy = [] }) =>
      effectiveTo === undefined || citedBy.length === 0
        ? []
        : [{ what: `事项要停用，还有“一件事”在用它：${citedBy.join('、')}` }],
    what: '停用的事项还被“一件事”引用',
    remedy: '先从这些“一件事”里去掉它，或者换成接替的事项',
  },
]

function mismatch(whom: string, at: string, serves: boolean, themed: boolean): readonly Flaw[] {
  if (serves === themed) return []
  return [
    serves
      ? { at, what: `服务对象有${whom}，却没有选${whom}主题` }
      : { at, what: `服务对象没有${whom}，却选了${whom}主题`, mend: { at } },
  ]
}
