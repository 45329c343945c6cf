import type { ItemVersion } from '../contract.ts'

/** 服务对象 (GB/T 39046 appendix A) in the words people use of themselves; what is official says the terms of the standard. */
export const applicantWords: Readonly<Record<ItemVersion['serves'][number], string>> = {
  '1': '个人',
  '2': '企业',
  '3': '事业单位',
  '4': '社会组织',
  '5': '个体工商户、合伙企业等非法人企业',
  '6': '行政机关',
  '9': '其他组织',
}
