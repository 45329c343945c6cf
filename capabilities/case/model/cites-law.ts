import type { LegalBasis } from '#capabilities/catalogue/contract.ts'

/**
 * Whether a text names a law, regulation or rule with its article (《森林法》第五十九条). What an office wrote for itself (内部规定、会议纪要、
 * 通知) binds nobody outside it, and what was never made public is no basis at all (行政许可法第五条第二款). A rule that the item's
 * published guide stands on may go without book-title marks, and so may a statute, whose kind of name nothing else bears.
 */
export function citesLaw(text: string, known: readonly Pick<LegalBasis, 'law'>[] = []): boolean {
  const plain = text.replace(/\s+/g, '')
  return known.some(({ law }) => citesKnown(plain, nameOf(law))) || inMarks(plain) || bareStatute(plain)
}

const NUMBER = '[〇零一二三四五六七八九十百千\\d]+'
/** 第五十九条, after the year of the wording or the number of the order; a decision that lists licences is cited by its entry. */
const ARTICLE = `(?:（[^（）]*）|\\([^()]*\\)|〔[^〔〕]*〕)*(?:附件)?第${NUMBER}[条项]`

const nameOf = (law: string): string => law.replace(/[《》\s]/g, '').replace(/^中华人民共和国/, '')

function citesKnown(text: string, name: string): boolean {
  if (!isLawmade(name)) return false
  const literal = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`${literal}》?${ARTICLE}`).test(text)
}

const MARKED = new RegExp(
  `([^，。；、：《》]{0,8})《([^《》]+)》((?:实施)?(?:条例|细则|办法)|若干规定)?${ARTICLE}`,
  'g',
)

function inMarks(text: string): boolean {
  return [...text.matchAll(MARKED)].some(
    ([, before = '', name = '', after = '']) => !OWN.test(before) && isLawmade(nameOf(`${name}${after}`)),
  )
}

/** Without marks only what is called 法 or 条例 is sure to be one: 办法 and 做法 are not, nor is what merely happened 依法. */
const STATUTE = new RegExp(
  `(?:\\p{Script=Han}{2,}(?<![办做方想说看手用写读违依合守执司立无非])法|\\p{Script=Han}{3,}条例|法典)${ARTICLE}`,
  'u',
)
const LEADING_UP = /根据|依据|依照|按照|适用|违反|符合|参照|以及|并且|属于/g

function bareStatute(text: string): boolean {
  return text
    .replace(/《[^《》]*》/g, '，')
    .replace(LEADING_UP, '，')
    .split(/[，。；、：]/)
    .some((part) => STATUTE.test(part) && !OWN.test(part) && !OFFICE_PAPER.test(part))
}

/** What laws, regulations and rules are called (行政法规制定程序条例第五条、规章制定程序条例第七条), with the year of the wording or 试行. */
const KIND = /(?:法|法典|条例|规定|办法|细则|规则|决定)(?:（[^（）]*）|\([^()]*\))?$/
/** Names that name nothing: 《管理办法》, 《有关规定》. */
const NAMELESS =
  /^(?:有关|相关|管理|工作|实施|暂行|试行|具体|上述|该|本)*(?:法|条例|规定|办法|细则|规则|决定)$/

function isLawmade(name: string): boolean {
  if (!KIND.test(name) || NAMELESS.test(name) || OWN.test(name) || OFFICE_PAPER.test(name)) return false
  // A decision is law only where the country's own organs took it (第十四条第二款).
  if (name.endsWith('决定')) return /^(?:国务院|全国人民代表大会|全国人大)/.test(name)
  return /(?:(?<!办)法|条例)$/.test(name) || !BELOW_RULES.test(name)
}

/** Whose paper it is says already that it binds nobody outside. */
const OWN = /内部|本单位|本机关|本局|本中心|本部门|本科室|我局|我单位|我中心|单位的?$|科室的?$|窗口的?$/
const OFFICE_PAPER =
  /内部|会议|纪要|批示|讲话|(?:通知|通报|意见|函)$|指南|须知|流程|方案|守则|章程|公约|窗口|大厅|科室|考勤|值班/
/** A county may have regulations of its own (自治条例、单行条例); rules are made by departments, provinces and cities alone (立法法第九十一条、第九十三条). */
const BELOW_RULES =
  /^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市)?\p{Script=Han}{2,3}(?<![自特社景园保护治地城辖湖矿税老])[区县](?![级域划])|[区县镇乡](?:人民政府|政府|党委)|街道|村(?:民)?委员会|村规/u
