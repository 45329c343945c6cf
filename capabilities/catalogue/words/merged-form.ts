import type { FormField } from '../contract.ts'
import type { Bounds } from '../model/merged-form.ts'

/** One sentence about a question several items ask, for whoever fills the merged form in. */
export interface MergedNote {
  field: string
  text: string
}

const SECTIONS: Readonly<Record<string, string>> = {
  party: '申请人',
  agent: '代办人',
  guardian: '监护人',
  spouse: '配偶',
  father: '父母',
  mother: '父母',
  child: '孩子',
  contact: '联系人',
  account: '收款账户',
  household: '家庭情况',
  premises: '场所',
  site: '场所',
  business: '经营情况',
  project: '项目',
  vehicle: '车辆',
}

/** Under which heading of the merged form an element stands. */
export const sectionTitles = (element = ''): string =>
  SECTIONS[element.slice(0, element.indexOf('.'))] ?? '几件事都要填的'

interface Said {
  field: FormField
  itemName: string
}

/** What differs between the items, and which of it is obeyed. */
export function mergedNotes(
  name: string,
  label: string,
  said: readonly Said[],
  bounds: Bounds,
): MergedNote[] {
  const note = (text: string): MergedNote => ({ field: name, text })
  const named = (those: readonly Said[]) => those.map(({ itemName }) => `《${itemName}》`).join('')
  const otherwise = said.filter(({ field }) => field.label !== label)
  const must = said.filter(({ field }) => field.required)
  const shorter = said.filter(({ field }) => field.maxLength === bounds.maxLength)
  return [
    ...(otherwise.length === 0
      ? []
      : [
          note(
            `“${label}”${otherwise.map(({ field, itemName }) => `在《${itemName}》里叫“${field.label}”`).join('，')}。`,
          ),
        ]),
    ...(must.length === 0 || must.length === said.length
      ? []
      : [note(`“${label}”必须填：${named(must)}要求填写。`)]),
    ...(bounds.maxLength === undefined || shorter.length === said.length
      ? []
      : [note(`“${label}”最多写${bounds.maxLength}个字：按${named(shorter)}的要求。`)]),
    ...(said.every(({ field }) => field.minimum === bounds.minimum && field.maximum === bounds.maximum)
      ? []
      : [note(`“${label}”${range(bounds)}：按要求最严的一项。`)]),
  ]
}

function range({ minimum, maximum }: Bounds): string {
  const least = minimum === undefined ? '' : `不小于${minimum}`
  const most = maximum === undefined ? '' : `不大于${maximum}`
  return [least, most].filter(Boolean).join('，')
}
