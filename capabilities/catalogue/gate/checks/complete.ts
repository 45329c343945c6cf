import type { ItemVersion } from '../../contract.ts'
import { GUIDE_ELEMENTS, type GuideElement } from '../../contract/guide-parts.ts'
import { ADVICE, LAW, STANDARD, type Check } from '../check.ts'
import { missingParts, partOf, type Part } from '../parts.ts'

interface ElementSet extends Pick<Check, 'id' | 'title' | 'source' | 'clauses' | 'severity' | 'floor'> {
  parts: readonly Part[]
  applies(item: ItemVersion): boolean
  /** Whether “not applicable”, with its reason, counts. */
  marks?: true
}

const everyItem = () => true
const online = ({ handleTypes }: ItemVersion) => handleTypes.some((type) => type === '2' || type === '3')
const delegated = ({ powerSource }: ItemVersion) => powerSource === '2' || powerSource === '3'
const townOwn = (item: ItemVersion) => item.decidingBody.kind === 'town' && !delegated(item)

/** Lists of elements that have to be said, each as its plan or law draws it up. */
const SETS: readonly ElementSet[] = [
  {
    ...{ id: 'elements-26', ...ADVICE, marks: true, applies: everyItem },
    title: '服务指南二十六要素齐全',
    source: '大武口方案三（三）11：指南要素齐全（26项）',
    clauses: ['DW-3.3.11-05'],
    parts: Object.keys(GUIDE_ELEMENTS) as GuideElement[],
  },
  {
    ...{ id: 'elements-7', ...STANDARD, applies: everyItem },
    title: '服务指南七项齐全',
    source: '聊城方案二（一）、三（五）：服务指南七项统一',
    clauses: ['LC-2.1-03', 'LC-3.5-02'],
    parts: ['name', 'type', 'basis', 'conditions', 'materials', 'limit', 'fee'],
  },
  {
    ...{ id: 'elements-delegated', ...STANDARD, applies: delegated },
    title: '下放事项的七项标准齐全',
    source: '兰山方案二（三）：区级下放事项七项标准',
    clauses: ['LS-2.3-02'],
    parts: ['name', 'basis', 'conditions', 'materials', 'flow', 'limit', 'form'],
  },
  {
    ...{ id: 'elements-town', ...STANDARD, applies: townOwn },
    title: '镇级事项的六项标准齐全',
    source: '兰山方案二（三）：镇级事项六项标准',
    clauses: ['LS-2.3-06'],
    parts: ['name', 'materials', 'flow', 'limit', 'form', 'standards'],
  },
  {
    ...{ id: 'elements-licence', ...LAW, applies: ({ itemType }) => itemType === '01' },
    title: '行政许可公开的内容齐全',
    source: '《中华人民共和国行政许可法》第三十条；大武口方案三（七）18',
    clauses: ['DW-3.7.18-02'],
    parts: ['basis', 'conditions', 'quantity', 'flow', 'limit', 'materials'],
  },
  {
    ...{ id: 'elements-online', ...ADVICE, applies: online },
    title: '上网实施要素齐全',
    source: '聊城方案二（一）、三（六）：上网实施要素模板（要素由本平台按国家平台要素约定 [K]）',
    clauses: ['LC-2.1-06', 'LC-3.6-06', 'LC-3.6-07'],
    parts: [
      'depth',
      'form',
      'uploads',
      'flow',
      'limit',
      'fee',
      'sent-back',
      'result-sample',
      'enquiry',
      'faq',
    ],
  },
  {
    ...{ id: '1.5-8c', ...STANDARD, applies: ({ itemType }) => itemType === '01' },
    title: '许可事项有常见问题',
    source: '要素一致性校验规则第8条',
    parts: ['faq'],
  },
]

export const COMPLETE_CHECKS: readonly Check[] = SETS.map(({ parts, applies, marks, ...check }) => ({
  ...check,
  group: 'complete',
  at: '',
  what: '要素不齐全',
  remedy: marks === true ? '补上这一项；确实没有的，注明不适用和理由' : '补上这一项',
  find: (item, around) =>
    applies(item)
      ? missingParts(parts, item, around, marks)
          .map(partOf)
          .map(({ at, title }) => ({ at, what: `缺少“${title}”` }))
      : [],
}))
