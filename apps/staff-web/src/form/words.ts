export const formWords = {
  optional: '（选填）',
  town: '镇（街道）',
  village: '村（社区）',
  wholeTown: '（全镇）',
  choose: '请选择',
  yes: '是',
  no: '否',
  yuan: '元',
  summary: '请先改正下面的内容：',
  regionsFailed: '镇村名单没有读出来，请稍后再选。',
  photoAdd: '拍照或者选照片',
  photoOther: '换一张',
  photoSent: '照片已上传',
  photoOf: (label: string) => `${label}（已上传）`,
  sending: '正在上传…',
}

export const fileWords = {
  add: '上传文件',
  addTo: (material: string) => `上传文件：${material}`,
  remove: (name: string) => `移除 ${name}`,
  removeShort: '移除',
  sending: '正在上传…',
  again: '再传一次',
}
