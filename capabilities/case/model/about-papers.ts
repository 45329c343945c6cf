/**
 * Whether a reason for not accepting an application speaks of papers that are missing or not in order. The law wants those named
 * once and all together (行政许可法第三十二条第一款第四项) and mistakes mended on the spot (第三项); neither shuts the door.
 */
export function isAboutPapers(reason: string): boolean {
  const text = reason.replace(/\s+/g, '')
  return WANTING.test(text) || LACKING.test(text) || UNSIGNED.test(text) || FORMAL.test(text)
}

/** Whether a cited basis is the one for asking for papers. */
export function citesSupplement(basis: string): boolean {
  return /第三十二条(?:第一款)?(?:第?[（(]?[三四][）)]?项)/.test(basis.replace(/\s+/g, ''))
}

const PAPER =
  '(?:材料|证件|证明|资料|文件|申请书|申请表|表格|复印件|原件|照片|图纸|身份证|户口[簿本]|执照|授权书|委托书|合同)'
const LACK =
  '(?:缺少|缺失|欠缺|缺|没有提供|未提供|没有提交|未提交|未交|没交|没有带|没带|未带|漏交|少交|补齐|补交|补充)'

const WANTING = new RegExp(
  `${PAPER}[^，。；]{0,6}(?:不全|不齐|不完整|不完备|不清晰|不清楚|模糊|过期|不合格|不符合要求|有误|${LACK})`,
)
const LACKING = new RegExp(`${LACK}[^，。；]{0,10}${PAPER}`)
const UNSIGNED =
  /(?:没有|未|没)(?:签字|签名|签章|盖章|填写)|填写(?:错误|有误|不全|不完整|不规范)|漏填|错填|填错/
const FORMAL = /不符合法定形式|补正/
