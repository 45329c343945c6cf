import type { Sentences } from '#platform/http/problem.ts'
import type { EvaluationRefusalCode, Stars } from './contract.ts'

export interface RatingOption {
  code: string
  text: string
}

export const STAR_TITLES: Readonly<Record<Stars, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
}

/** The national option codes; the first digit is the star they belong to. */
export const RATING_OPTIONS: Readonly<Record<Stars, readonly RatingOption[]>> = {
  5: [
    { code: '510', text: '一窗受理一次办结' },
    { code: '511', text: '可以先受理后补材料' },
    { code: '512', text: '不用提交证明' },
    { code: '513', text: '可以全程网上办理' },
    { code: '514', text: '可以使用手机办理' },
    { code: '515', text: '可以就近办理' },
    { code: '516', text: '无需材料直接办理' },
    { code: '517', text: '服务热情效率高' },
  ],
  4: [
    { code: '406', text: '填一张表单就可完成申报' },
    { code: '407', text: '在线提交材料窗口核验' },
    { code: '408', text: '一张清单告知全部申报材料' },
    { code: '409', text: '用告知承诺减免申报材料' },
    { code: '410', text: '可以在线预约办理' },
    { code: '411', text: '跑大厅一次办完' },
    { code: '412', text: '可以使用自助机办理' },
    { code: '413', text: '服务态度较好' },
  ],
  3: [
    { code: '307', text: '一次性告知需要补正的材料' },
    { code: '308', text: '提供申报材料样本' },
    { code: '309', text: '在承诺的时间内办结' },
    { code: '310', text: '办事指南指引准确' },
    { code: '311', text: '按指南要求的材料即可办理' },
    { code: '312', text: '可以快递送达' },
    { code: '313', text: '跑动次数与承诺一致' },
    { code: '314', text: '服务态度一般' },
  ],
  2: [
    { code: '207', text: '没有提供材料样本' },
    { code: '208', text: '没有提供材料清单' },
    { code: '209', text: '未在承诺时间内办结' },
    { code: '210', text: '同样内容证明材料被要求多次提交' },
    { code: '211', text: '承诺网办但无法在线办理' },
    { code: '212', text: '在线预约后到大厅重复取号排队' },
    { code: '213', text: '窗口人员业务不熟练' },
    { code: '214', text: '服务态度生硬' },
  ],
  1: [
    { code: '108', text: '指南之外增加新的审批条件' },
    { code: '109', text: '需提供指南之外的材料' },
    { code: '110', text: '无理由超过法定办理时间' },
    { code: '111', text: '指南样本有错' },
    { code: '112', text: '承诺在线收取材料实际无法收取' },
    { code: '113', text: '多头跑窗口和部门' },
    { code: '114', text: '跑动次数与承诺不一致' },
    { code: '115', text: '服务态度差效率低' },
  ],
}

export const evaluationRefusalWords: Readonly<Record<EvaluationRefusalCode, Sentences[string]>> = {
  'case-not-found': '没有找到这个办件。请核对办件编号；如果不是您申请的办件，系统不会显示。',
  'case-not-closed': '这件事还没有办结，办结以后再请您评价。',
  'rating-window-over': ({ lastDay }) =>
    `这件事的评价时间到${String(lastDay)}为止，现在不能再评价。有意见请拨打 12345 反映。`,
  'already-rated': '这件事您已经评价过了，一件事评价一次。还有意见请拨打 12345 反映。',
  'rating-option-unknown': '所选的原因和满意程度对不上，请重新选择后提交。',
  'rating-too-long': ({ max }) => `文字评价太长了，请控制在${String(max)}个字以内。`,
  'request-reused': '同一个提交编号已用于另一份内容。请刷新页面后重新提交。',
}
