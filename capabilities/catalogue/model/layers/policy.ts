import type { Standing } from '../../contract/layer.ts'
import {
  anything,
  atLeast,
  atMost,
  easierCommitment,
  easierFee,
  easierFields,
  easierLifecycle,
  easierMaterials,
  easierSteps,
  equal,
  fewer,
  fewerOrGone,
  longEnoughPublicity,
  more,
  notLonger,
  towards,
  type Compare,
} from './ease.ts'
import { isWithin, matches, parentOf } from './tree.ts'

/** What a tier below may do with a value that a tier above has set; the first to set a value is free. */
export interface FieldRule {
  /** `*` stands for one name or key. */
  path: string
  standing: Standing
  compare: Compare
  /** What provinces and cities may do, whose ordinances add to what the law says. */
  ofLegislators?: Compare
  /** The article or clause behind it, in Chinese. */
  basis: string
}

const rule = (path: string, standing: Standing, compare: Compare, basis: string): FieldRule => ({
  path,
  standing,
  compare,
  basis,
})
const SAME = '三级四同、四级四同：名称、编码、类型、依据各级一致'
const FIXED = '行政许可法第十六条第四款：不得增设许可，不得增设违反上位法的其他条件'
const GROUND = '行政许可法第三十条、第三十一条：按公示的材料和格式文本，不得要求无关材料'
const EASIER = '优化营商环境条例第三十五条、第三十六条：减环节、减材料、减时限，一次办结'
const PROMISE = '国发〔2022〕5号：承诺时限只能短于法定时限，不得延长上级的承诺'
const OFFER = '国发〔2022〕5号：办理渠道和方式只增不减'
const LOCAL = '实施清单的本级要素：由实施机关自己填写，仍过质量检查'

const locked = (path: string, basis: string): FieldRule => rule(path, 'locked', equal, basis)
const own = (path: string, basis = LOCAL): FieldRule => rule(path, 'own', anything, basis)

/** Every field of an item once; the acceptance of a test that no field of the contract is missing here. */
export const FIELD_POLICY: readonly FieldRule[] = [
  locked('/id', SAME),
  locked('/name', SAME),
  locked('/itemType', SAME),
  { ...locked('/legalBasis', SAME), ofLegislators: more },
  locked('/codes/catalogCode', SAME),
  own('/codes/taskCode'),
  own('/codes/legacyCode'),
  own('/codes/verified'),
  locked('/serves', FIXED),
  rule('/conditions', 'ease-only', fewer, FIXED),
  rule('/notAccepted', 'ease-only', fewer, FIXED),
  rule('/materials', 'ease-only', easierMaterials, GROUND),
  locked('/form/title', GROUND),
  rule('/form/fields', 'ease-only', easierFields, GROUND),
  locked('/statutoryLimit', '行政许可法第四十二条：法定期限由法律、法规规定'),
  rule('/promisedLimit', 'ease-only', notLonger, PROMISE),
  rule('/projectType', 'ease-only', towards('1', '2'), PROMISE),
  rule('/process/procedure', 'ease-only', towards('on-the-spot', 'approval'), PROMISE),
  rule('/process/steps', 'ease-only', easierSteps, EASIER),
  own('/process/preReview'),
  locked('/process/forwardsTo', '行政许可法第三十五条、第四十三条'),
  locked('/process/together', '行政许可法第二十六条、第四十二条第二款'),
  rule('/process/commitment', 'ease-only', easierCommitment, '国办发〔2020〕42号：公布的告知承诺不得取消'),
  rule(
    '/process/publicity',
    'ease-only',
    longEnoughPublicity,
    '公示和公示期由所依据的法规规定，不得省去、缩短',
  ),
  rule('/lifecycle', 'ease-only', easierLifecycle, '行政许可法第四十九条、第五十条、第七十条'),
  own('/themes'),
  own('/guide'),
  locked('/publicSafety', '行政许可法第七十八条、第七十九条'),
  rule('/specialProcedures', 'ease-only', fewer, '行政许可法第四十五条：不计入期限的程序由法律规定'),
  locked('/quantityLimit', '行政许可法第十二条、第五十七条'),
  rule('/intermediaryServices', 'ease-only', fewerOrGone, '优化营商环境条例第四十三条'),
  rule('/fee', 'ease-only', easierFee, '行政许可法第五十八条、第五十九条'),
  locked('/result/type', FIXED),
  locked('/result/name', FIXED),
  locked('/result/term', FIXED),
  locked('/result/personal', '行政许可法第七十条第二项'),
  own('/result/validity'),
  own('/result/sampleNote'),
  rule('/aliases', 'widen-only', more, OFFER),
  rule('/topics', 'widen-only', more, OFFER),
  rule('/delivery', 'widen-only', more, OFFER),
  rule('/handleTypes', 'widen-only', more, OFFER),
  rule('/onlineDepth', 'widen-only', more, OFFER),
  rule('/faq', 'widen-only', more, OFFER),
  rule('/rightsAndDuties', 'widen-only', more, '行政许可法第七条'),
  rule('/visits', 'ease-only', atMost, EASIER),
  own('/visitReason'),
  rule('/remedies/reconsideration/days', 'widen-only', atLeast, '行政复议法第二十条'),
  rule('/remedies/litigation/months', 'widen-only', atLeast, '行政诉讼法第四十六条'),
  own('/remedies/reconsideration/*'),
  own('/remedies/litigation/*'),
  locked('/remedies/own', '特别法规定的救济途径'),
  // It says what law forbids (行政许可法第二十四条), so it is no choice of a county.
  locked('/delegation', '行政许可法第二十三条、第二十四条'),
  own('/situations', '事项颗粒化拆分标准：情形由实施机关按标准拆分'),
  ...['version', 'effectiveFrom', 'effectiveTo', 'domain', 'summary', 'decidingBody', 'powerSource'].map(
    (field) => own(`/${field}`),
  ),
  ...['entrustingBody', 'transferredFrom', 'useLevels', 'ownerTier', 'entryModes', 'enquiryPhone'].map(
    (field) => own(`/${field}`),
  ),
  ...['complaintPhone', 'unverified', 'source'].map((field) => own(`/${field}`)),
]

/**
 * What a tier above may give as a reference text (参考文本): the wording and the division of work that the deciding body answers for
 * itself. Papers, conditions, fees and the law's limits are not among them, whatever a list says.
 */
const OFFERABLE: readonly string[] = [
  ...['/form', '/process/steps', '/process/procedure', '/promisedLimit', '/projectType', '/visits'],
  ...['/delivery', '/handleTypes', '/onlineDepth', '/faq'],
]

export const mayBeOffered = (pointer: string): boolean => OFFERABLE.some((field) => isWithin(pointer, field))

/** The rule of exactly this path; a path that names its parts beats one with `*`. */
export function ruleAt(policy: readonly FieldRule[], pointer: string): FieldRule | undefined {
  let exact = byPath.get(policy)
  if (exact === undefined) {
    exact = new Map(policy.map((found) => [found.path, found]))
    byPath.set(policy, exact)
  }
  return exact.get(pointer) ?? policy.find(({ path }) => path.includes('*') && matches(path, pointer))
}

const byPath = new WeakMap<readonly FieldRule[], Map<string, FieldRule>>()

/** The rule a value stands under: that of the longest path above it; what no rule names is locked. */
export function standingAt(
  policy: readonly FieldRule[],
  pointer: string,
): Pick<FieldRule, 'standing' | 'basis'> {
  for (let above = pointer; above !== ''; above = parentOf(above)) {
    const found = ruleAt(policy, above)
    if (found) return found
  }
  return { standing: 'locked', basis: SAME }
}
