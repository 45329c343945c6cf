export interface CertificateType {
  key: string
  name: string
  law: string
  article: string
  /** What the paper states, for whoever fills it in. */
  states: string
  /** Whether the article was read in the law itself; otherwise [K]. */
  verified: boolean
  /** Whether the county begins with letting people ask for it from home. */
  online: boolean
}

/** Certificates that a village or community may give because a law asks for it; a county chooses from them (民发〔2020〕20号 二). */
export const CERTIFICATE_TYPES: readonly CertificateType[] = [
  {
    ...{ key: 'homestead-discussion', name: '宅基地申请集体讨论通过和公示情况证明' },
    ...{ law: '《中华人民共和国土地管理法实施条例》', article: '第三十四条', verified: false },
    ...{ states: '写明讨论的日期、通过情况、公示起止日期和有无异议', online: false },
  },
  {
    ...{ key: 'guardian-appointed', name: '指定监护人证明' },
    ...{ law: '《中华人民共和国民法典》', article: '第三十一条第一款', verified: false },
    ...{ states: '写明被监护人、指定的监护人和指定的日期', online: false },
  },
  {
    ...{ key: 'representative-recommended', name: '推荐公民担任诉讼代理人的证明' },
    ...{ law: '《中华人民共和国民事诉讼法》', article: '第六十一条第二款第三项', verified: false },
    ...{ states: '写明当事人、被推荐的公民和案由', online: true },
  },
  {
    ...{ key: 'land-contract', name: '家庭承包土地情况证明' },
    ...{ law: '《中华人民共和国农村土地承包法》', article: '第十三条', verified: false },
    ...{ states: '写明承包方、地块和承包期限，与承包合同一致', online: true },
  },
]

/**
 * 不应由基层群众性自治组织出具证明事项清单（第一批）, the annex of 民发〔2020〕20号: twenty certificates no village gives, each with who is
 * asked instead. The titles are as published; whom to ask instead is told in our own words [K].
 */
export const NEVER_ISSUED: readonly { name: string; instead: string }[] = [
  { name: '亲属关系证明', instead: '公安机关户籍档案、公证机构或者有关单位档案' },
  { name: '居民身份信息证明', instead: '公安机关' },
  { name: '户口登记项目内容变更申请证明', instead: '公安机关' },
  { name: '居民养犬证明', instead: '养犬登记机关' },
  { name: '无犯罪记录证明', instead: '公安机关' },
  { name: '社区戒毒社区康复人员情况证明', instead: '公安机关' },
  { name: '人员失踪证明', instead: '公安机关、人民法院' },
  { name: '婚姻状况证明', instead: '婚姻登记机关' },
  { name: '出生证明', instead: '医疗机构' },
  { name: '健在证明', instead: '社会保险经办机构' },
  { name: '死亡证明', instead: '医疗机构、公安机关' },
  { name: '疾病状况证明', instead: '医疗机构' },
  { name: '残疾状况证明', instead: '残疾人联合会' },
  { name: '婚育状况证明', instead: '婚姻登记机关、卫生健康部门' },
  { name: '居民就业状况证明', instead: '人力资源社会保障部门' },
  { name: '居民个人档案证明', instead: '档案管理单位' },
  { name: '居民财产证明', instead: '不动产登记机构、金融机构' },
  { name: '遗产继承权证明', instead: '公证机构、人民法院' },
  { name: '市场主体住所证明', instead: '不动产登记机构、产权单位' },
  { name: '证件遗失证明', instead: '发证机关' },
]

export const NEVER_BASIS = '民发〔2020〕20号附件'

/** Who is asked instead, for a certificate that no village gives; what people call it may stand within a longer name. */
export const neverIssued = (name: string): (typeof NEVER_ISSUED)[number] | undefined =>
  NEVER_ISSUED.find((each) => name.includes(each.name))
