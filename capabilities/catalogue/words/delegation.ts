import type { Sentences } from '#platform/http/problem.ts'
import { day as dayText } from '#ui/format/day.ts'
import type { DelegationRefusalCode } from '../contract.ts'
import type { Lack } from '../delegation-books/model/readiness.ts'

/** Of several people the office speaks by their work. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  'window-clerk': '窗口受理',
  reviewer: '审查',
  approver: '审批',
  'village-agent': '村级代办',
}

/** What a place lacks, said behind the name of the item: “小餐饮登记”没有经过培训的审批人员. */
export function lackWords(lack: Lack): string {
  switch (lack.kind) {
    case 'nobody-trained':
      return `没有经过培训的${ROLE_WORDS[lack.role] ?? lack.role}人员`
    case 'too-few-trained':
      return `经过培训的只有${lack.have}人，要有${lack.need}人（主办和顶岗）`
    case 'no-window':
      return '没有能受理的窗口'
    case 'no-seal':
      return '没有可以用的印章'
  }
}

const text = (facts: Readonly<Record<string, unknown>>, name: string): string => String(facts[name] ?? '')

export const delegationRefusalWords: Readonly<Record<DelegationRefusalCode, Sentences[string]>> = {
  'power-only-by-batch': '镇（街道）的决定权按批次下放，要先征求各单位意见。请到“事项下放”提出一批。',
  'delegation-no-town': (facts) => `${text(facts, 'body')}不是镇（街道），不能承接。请在接收单位里去掉它。`,
  'delegation-station-accepts': '村（社区）站只能受理，不能作决定。请把权力改成“受理”，或者改给镇（街道）。',
  'delegation-decide-and-seal': '“决定”和“盖章”要一起给。请补上另一项，或者两项都去掉。',
  'delegation-county-only': '这一步由区（县）的牵头单位办理。镇（街道）请在“下放事项承接”里办理。',
  'delegation-not-asked': '没有要您单位出意见，或者您单位已经出过意见。请看这个批次的意见栏。',
  'delegation-opinion-missing': (facts) =>
    `还没有出具意见的：${text(facts, 'who')}。意见齐全以前不能同意，请先催办。`,
  'delegation-opposed': (facts) =>
    `不同意的：${text(facts, 'who')}。请与其协商，改后重新征求意见，或者撤回这一批。`,
  'delegation-batch-unknown': '没有找到这个批次。请从列出的批次里选择。',
  'delegation-not-agreed': (facts) =>
    `批次“${text(facts, 'batch')}”还没有同意，不能承接，也不能登记生效。请等意见齐全、政府同意以后再办。`,
  'training-not-over': '培训还没有结束。请在结束以后登记。',
  'training-elsewhere': '只能登记本单位人员的培训。请改选本单位的岗位。',
  'judgement-not-county': '这个事项不是区（县）部门的权力，不需要判定。请改选区（县）级事项。',
  'judgement-not-yours': '这个事项不归您单位。请由权属单位判定。',
  'judgement-ground-against':
    '结论和依据对不上：符合条件的选“镇（街道）能办”，不符合的选不能下放的依据。请改正。',
  'reception-not-yours': '只能承接到本镇（街道）的场所。请改选本镇（街道）的中心或村（社区）站。',
  'reception-not-named': (facts) => `这一批没有给${text(facts, 'place')}。请改选批次，或者联系牵头单位。`,
  'reception-no-system': '系统账号还没有开通。请开通以后再承接。',
  'reception-not-ready': (facts) =>
    `${text(facts, 'place')}还接不住：${text(facts, 'lacks')}。请补齐以后再办；培训在“上岗培训”里登记。`,
  'reception-before-batch': (facts) =>
    `这一批从${dayText(text(facts, 'day'))}起生效，登记的日期不能更早。请改正日期。`,
  'reception-not-written': '这些权力还没有写进权责清单，现在不能评估。请等登记完成。',
  'reception-mend-by': '请填写整改期限，要晚于今天。',
  'guiding-line-no-domain': (facts) => `“${text(facts, 'name')}”没有选领域。请选十四个领域中的一个。`,
  'guiding-line-no-item': '请选本地的哪个事项对应这一行；本地没有的，选“调整采用”并说明。',
  'sorting-not-asked': '这一行没有要您单位答复。请看“征求单位”一栏。',
  'sorting-open-lines': (facts) =>
    `还有${text(facts, 'count')}行没有答复或者没有落实单位：${text(facts, 'who')}。请先催办。`,
  'sorting-day-past': '答复期限已经过去。请填今天以后的日期。',
  'station-training-past': '培训完成日期要晚于今天。请改正日期。',
  'station-still-holds': (facts) =>
    `${text(facts, 'station')}还在办“${text(facts, 'item')}”。请先在“受理办理环节下沉”或者权责清单里收回，再来登记。`,
  'sorting-line-elsewhere': '要并入的那一行不在这一轮里，或者就是它自己。请重新选择。',
}
