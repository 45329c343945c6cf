import type { ItemVersion } from '#capabilities/portal/contract.ts'

export { applicantWords as servesWords } from '#capabilities/catalogue/model.ts'

/** 服务对象 in a word, for lists (GB/T 39046 appendix A and the national platform's practice). */
export const servesShort: Readonly<Record<ItemVersion['serves'][number], string>> = {
  '1': '个人',
  '2': '企业',
  '3': '单位',
  '4': '单位',
  '5': '企业',
  '6': '单位',
  '9': '单位',
}

export const projectTypeWords: Readonly<Record<ItemVersion['projectType'], string>> = {
  '1': '即办件（材料齐全当场办）',
  '2': '承诺件（按承诺的时间办）',
}

export const powerSourceWords: Readonly<Record<NonNullable<ItemVersion['powerSource']>, string>> = {
  '1': '法定本级行使',
  '2': '上级下放',
  '3': '上级授权',
  '4': '同级授权',
  '5': '上级委托',
  '6': '同级委托',
}

export const levelWords: Readonly<Record<ItemVersion['useLevels'][number], string>> = {
  '3': '市级',
  '4': '县级',
  '5': '镇（街道）级',
  '6': '村（社区）级',
}

export const handleTypeWords: Readonly<Record<ItemVersion['handleTypes'][number], string>> = {
  '1': '窗口',
  '2': '电脑上网',
  '3': '手机上网',
  '4': '邮寄材料',
  '9': '其他',
}

export const onlineDepthWords: Readonly<Record<ItemVersion['onlineDepth'][number], string>> = {
  '1': '网上咨询',
  '2': '网上交材料',
  '3': '网上预审',
  '4': '网上受理',
  '5': '网上办理',
  '6': '网上反馈结果',
  '7': '网上出电子证照',
  '8': '其他',
}

export const resultTypeWords: Readonly<Record<ItemVersion['result']['type'], string>> = {
  '1': '证照',
  '2': '批文',
  '3': '其他结果',
  '4': '没有证照或文书',
}

export const deliveryWords: Readonly<Record<ItemVersion['delivery'][number], string>> = {
  window: '到窗口领取',
  electronic: '网上下载电子文书',
  post: '邮寄到家',
}

/** Told before post is chosen and wherever it is named. */
export const freightWords = '邮费到付：收到时由您付给邮递员；由政府承担邮费的，不用付。'

export const tierWords: Readonly<Record<'hall' | 'centre' | 'station', string>> = {
  hall: '政务服务大厅',
  centre: '镇（街道）便民服务中心',
  station: '村（社区）便民服务站',
}

/** What the limits of an office mean to who waits for them. */
const clockTitles: Readonly<Record<string, string>> = {
  notice: '窗口最晚这天答复：受理，或者一次说清要补什么',
  promised: '最晚这天办完（我们承诺的）',
  statutory: '最晚这天办完（法律规定的）',
}

export function inPlainWords<Told extends { clock: string; title: string }>(told: Told): Told {
  return { ...told, title: clockTitles[told.clock] ?? told.title }
}
