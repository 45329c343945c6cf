import { chineseDay } from '#engine/clock/explain.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { CaseRefusalCode } from '../contract.ts'
import { CHAPTER_WORDS } from '../chapters/words.ts'
import { ACT_TITLES, STATE_TITLES } from './titles.ts'

type Facts = Readonly<Record<string, unknown>>

const state = ({ state: name }: Facts): string =>
  STATE_TITLES[name as keyof typeof STATE_TITLES] ?? '其他状态'
const act = ({ action }: Facts): string => ACT_TITLES[String(action)]?.title ?? '这一步'
const names = (facts: Facts): string =>
  Array.isArray(facts['names']) ? `：${facts['names'].join('、')}` : ''

const GENERAL: Partial<Record<CaseRefusalCode, Sentences[string]>> = {
  'case-not-found': '没有找到这个办件。请核对办件编号；如果不是您经办或申请的办件，系统不会显示。',
  'not-in-this-state': (facts) => {
    const by = facts['by'] === undefined ? '' : `，最近一步由${String(facts['by'])}办理`
    return `这个办件现在是“${state(facts)}”${by}，不能再做“${act(facts)}”。请刷新后按最新状态继续。`
  },
  'not-your-step': (facts) =>
    `“${act(facts)}”不是您当前岗位的职责。要办的话，请切换到有职责的岗位，或转告负责的同事。`,
  'changed-since-read': '您打开页面之后，这个办件又有了新的进展。请看最新情况再办理，您填写的内容还在。',
  'print-nothing': '选中的办件里没有能打印的这几种文书。请换一种文书，或者到办件里看看文书制作好了没有。',
  'no-upward-transfer':
    '这件事由本机构决定，不能推给上级；这次操作已记入监督记录。请依照权限作出决定，办理有困难的请报告中心负责人。',
  'action-unknown': '没有这个办理动作，请刷新页面后从按钮进入。',
  'input-invalid': (facts) =>
    `填写的内容有误，请改正后再提交。${Array.isArray(facts['problems']) ? facts['problems'].slice(0, 3).join('；') : ''}`,
  'letter-missing':
    '您在大厅办理的这个事项没有授权委托书，不能在窗口决定。请转由部门决定，或者先登记授权委托书。',
  'letter-expired': (facts) =>
    `您的授权委托书（${String(facts['document'])}）${facts['ended'] === true ? '已经提前结束' : `已于${String(facts['to'])}到期`}，不能在窗口决定。请转由部门决定，或者登记新的委托书。`,
  'letter-not-yet': (facts) =>
    `您的授权委托书（${String(facts['document'])}）从${String(facts['from'])}起生效，现在请转由部门决定。`,
  'letter-not-covering': (facts) =>
    `您的授权委托书（${String(facts['document'])}）没有写这个事项，不能在窗口决定。请转由部门决定。`,
  'window-paused': (facts) =>
    `${String(facts['window'] ?? '这个窗口')}暂停服务，现在不能收件。请申请人按公告办理：${String(facts['instead'] ?? '到其他窗口')}。`,
  'proxy-off': '本地方案没有开展站点代受理。请申请人到镇（街道）便民服务中心或者网上申请。',
  'power-none': '您所在的机构没有办理这个事项的权限，已记录这次操作。请转交有权限的机构办理。',
  'power-expired': (facts) =>
    `您所在机构对这个事项的权限已于${String(facts['lastDay'])}到期，不能再办理。请联系事项主管部门确认授权。`,
  'power-not-yet': (facts) => `您所在机构对这个事项的权限从${String(facts['from'])}起生效，现在还不能办理。`,
  'power-other-place': '这项权限不能在您当前的场所使用。请到授权的场所办理，或转交有权限的机构。',
  'item-not-in-force': '这个事项目前没有生效，不能申请。请在首页重新查找，或拨打指南上的咨询电话。',
  'item-changed': '您打开页面之后，这个事项的指南更新了。请核对新的要求后再提交，已填的内容会保留。',
  'item-not-offered-here': '这个事项不在所选场所办理。请在指南的“去哪办”里换一个场所。',
  'form-invalid': (facts) => {
    const problems = Array.isArray(facts['problems']) ? (facts['problems'] as { message: string }[]) : []
    return `申请表有${problems.length}处需要改正：${problems
      .slice(0, 3)
      .map((line) => line.message)
      .join('；')}`
  },
  'materials-missing': (facts) =>
    `还有材料没有提供或不合要求${names(facts)}。请补齐后再提交；窗口人员请用“一次告知补正”一次写全。`,
  'material-unknown': '提交的材料不在这个事项的指南里。指南没有列出的材料不能要求，请刷新页面后重试。',
  'file-not-yours': '有文件不是您上传的，或已经失效。请重新上传后再提交。',
  'file-not-clean': '有文件还没有通过安全检查。请稍等几分钟再提交，或换一个文件。',
  'too-many-uploads': '今天上传的文件太多，暂时不能再传。请明天继续，或到窗口提交纸质材料。',
  'too-many-files': '一次提交的文件太多。请合并成较少的文件后再提交。',
  'checklist-incomplete': (facts) =>
    `材料核对表还没有填完${names(facts)}。每一项都要有结论，缺少和不合要求的要写进告知书。`,
  'nothing-missing': '没有需要补正的材料，请直接受理。',
  'second-notice-new-point': (facts) =>
    `补正只能一次告知，后来的告知只能照原文重复上次的问题，不能增加新的${names(facts)}；这次操作已记入监督记录。确实是申请人新交的材料才引出的，请在“新补交的材料引出新问题”里写明是哪份材料、为什么；否则请按上次告知的内容办理，或者受理。`,
  'point-settled': (facts) =>
    `这些问题上次核对时已经符合要求，告知过申请人无需重复提交，不能再提出${names(facts)}；这次操作已记入监督记录。请受理，实质问题留到审查环节。`,
  'new-point-paper': (facts) =>
    `引出新问题的必须是上次告知以后申请人自己新交的材料，现在写的不是${names(facts)}。请改选新交的材料；没有的，不能增加新问题。`,
  'new-point-reason': '请写明为什么以前看不出这个问题、是新交的材料里的什么引出的，至少六个字。',
  'notice-too-late':
    '收到材料已超过五个工作日，依法自收到之日起视为受理，不能再要求补正或不予受理。请直接办理受理。',
  'not-overdue': '期限还没有到，系统不能自动处理。',
  'already-rendered': '这份文书已经生成，不需要重复制作。',
  'decision-paper-not-ready': '决定书正在生成，请过几秒刷新页面再送达。',
  'delivery-mode-other': '申请人选择了其他领取方式，请按申请人选择的方式送达。',
  'request-reused': '同一个提交编号已用于另一份内容。请刷新页面后重新提交。',
  'seal-to-choose': (facts) =>
    `有几枚印章可以使用${Array.isArray(facts['seals']) ? `：${facts['seals'].join('、')}` : ''}。请选择其中一枚后再签章。`,
  'power-taken-back': (facts) =>
    `您所在机构对这个事项的权限已自${String(facts['on'])}起收回，不能再办理。系统会把办件转给现在有权的机关。`,
  'seal-none': '决定机关没有可以使用的印章。请联系印章管理人员启用印章后再签章。',
  'role-separation':
    '按照岗位分设的要求，前面的步骤和这一步不能由同一个人办。请由另一位有权人员办理；在岗的都办过的，请单位负责人另派人员。',
  'rights-changed': '您的岗位刚刚有变动，这一步没有办理。请重新登录或切换岗位后再试。',
  'applicant-other':
    '网上申请要用您本人核验过的姓名和身份证号。替别人办的，请在申请表里把自己写成代办人并上传授权委托书；表里没有代办人的，请带授权委托书到窗口办理。',
  'already-applied': (facts) =>
    `同一个申请人的这个事项正在办理：${typeof facts['since'] === 'string' ? chineseDay(facts['since']) : '不久前'}申请，办件编号${String(facts['no'])}。想知道进度，请查这个办件；确实要再申请一件的，请写明理由后再提交。`,
  'window-other-matters': ({ windows }) =>
    `这类事项不在您的窗口受理。请转到${Array.isArray(windows) && windows.length > 0 ? windows.join('或者') : '受理这类事项的窗口'}。`,
  'place-not-yours': '只能登记为您所在窗口的收件。请切换到收件地点的岗位后再提交。',
  'not-for-this-dossier': (facts) => `这个办件不需要“${act(facts)}”。请刷新页面，按页面上的按钮继续。`,
  'survey-missing': '这个事项要先现场勘验。请两名以上工作人员到场勘验并登记后，再提交审查意见。',
  'survey-not-met': '现场勘验不符合要求，依法不能准予。请作出不予决定，或者退回重新审查、整改后再勘验。',
  'open-reason-needed':
    '这个即办件在申请人到场当天没有办结，也没有说明原因。请先点“说明未当场办结的原因”，再继续办理。',
  'window-accepts-only': '本区的窗口只受理、不决定。请由审批岗位作出决定。',
  'window-never-refuses':
    '窗口没有否决权。不予办理的，请用“建议不予受理”提交，或请不在窗口的审批岗位作出书面决定。',
  'window-unknown': '这个窗口不在您当前的场所。请重新选择窗口，或切换岗位后再提交。',
  'postal-address-missing': '选择了邮寄送达，还要填写收件人、电话和详细地址。请补全后再提交。',
  'waybill-needed': '还没有运单号，不能登记签收。请先登记运单号。',
  'commitment-not-offered':
    '按填写的情况，这个申请不能用告知承诺方式办理。请取消“告知承诺”，按一般程序提交，或核对申请人类型。',
  'commitment-blocked':
    '申请人曾经承诺不实，信用修复前不能再用告知承诺方式。请取消“告知承诺”，按一般程序提交；如有异议，请到窗口核实。',
  'rectified-once': '已经给过一次整改期限，不能再次限期整改。请登记“与承诺一致”或“与承诺不符”。',
  'unprintable-signs': (facts) =>
    `填写的内容里有打印不出来的符号${Array.isArray(facts['signs']) ? `：${facts['signs'].slice(0, 8).join(' ')}` : ''}。请删去或改用文字后再提交。`,
  'party-unknown': '表单里没有写明申请人的姓名、证件号码或电话。请补全后再提交。',
}

/** Every refusal of a case in plain Chinese: what stands in the way, and what to do next. */
export const caseRefusalWords: Sentences = Object.assign(
  {},
  GENERAL,
  ...CHAPTER_WORDS.map(({ refusals }) => refusals ?? {}),
)
