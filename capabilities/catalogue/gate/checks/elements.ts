import { elementFlaws, elementsOf, type ElementFlaw } from '../../model/elements.ts'
import { ADVICE, STANDARD, type Check } from '../check.ts'

const group = 'form'
const source = '数据元目录（GB/T 19488.2 公共数据元的做法 [K]）'

const SAID: Readonly<Record<ElementFlaw['kind'], (flaw: ElementFlaw) => string>> = {
  unknown: ({ field, element }) => `“${field}”选的数据元 ${element} 不在目录里`,
  type: ({ field, name }) => `“${field}”的类型和数据元“${name}”不一样`,
  label: ({ field, name }) => `“${field}”不是数据元“${name}”的叫法`,
  options: ({ field, name }) => `“${field}”有数据元“${name}”的代码表里没有的选项`,
  length: ({ field, name }) => `“${field}”允许写的字数比数据元“${name}”多`,
  unnamed: ({ field, element, name }) => `“${field}”就是数据元“${name}”，没有选（${element}）`,
}

const finding =
  (wanted: (flaw: ElementFlaw) => boolean): Check['find'] =>
  ({ form }, { elements }) =>
    elements === undefined
      ? []
      : elementFlaws(elementsOf(elements), form)
          .filter(wanted)
          .map((flaw) => ({
            at: `/form/fields/${flaw.at}`,
            what: SAID[flaw.kind](flaw),
            ...(flaw.kind === 'unnamed'
              ? { mend: { at: `/form/fields/${flaw.at}/element`, value: flaw.element } }
              : {}),
          }))

/** What keeps the same thing the same on every form. */
export const ELEMENT_CHECKS: readonly Check[] = [
  {
    ...{ id: 'element-same', group, ...STANDARD, at: '/form/fields', source },
    title: '同一数据元的叫法、类型和选项一致',
    find: finding(({ kind }) => kind !== 'unnamed'),
    what: '表单里的数据元和目录不一致',
    remedy: '照数据元目录改叫法、类型、选项或者字数；确实是另一回事的，换一个数据元',
  },
  {
    ...{ id: 'element-named', group, ...ADVICE, at: '/form/fields', source },
    title: '目录里有的数据元都选了数据元',
    find: finding(({ kind }) => kind === 'unnamed'),
    what: '表单里有数据元没有选',
    remedy: '选上数据元，申请人就不用在别的事项里再填一遍；确实是另一回事的，把叫法写清楚',
  },
]
