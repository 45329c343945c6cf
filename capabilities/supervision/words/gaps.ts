import { chineseDay } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import type { GapCode } from '../model/gaps.ts'

/** Facts of a gap with the names a person reads. */
export interface GapFacts extends Readonly<Record<string, unknown>> {
  where?: string
  roleName?: string
}

const day = (value: unknown): string => {
  const text = String(value)
  return chineseDay(text.length === 10 ? text : legalDay(text)).replace(/（.*$/, '')
}

const named = (bodies: unknown): string => (Array.isArray(bodies) ? bodies.join('、') : '负责的部门')

export const GAP_TITLES: Readonly<Record<GapCode, string>> = {
  'state-unknown': '认不出的状态',
  'waits-for-nobody': '没有人该办',
  'nobody-holds-the-role': '岗位空缺',
  'everybody-away': '都不在岗',
  'power-not-in-force': '授权失效',
  'no-seal': '没有印章',
  'no-clock': '没有计时',
  'stopped-without-notice': '停表没有告知',
  'procedure-too-long': '特别程序超期',
  'no-executor': '到期动作无人执行',
  'system-act-late': '系统动作未执行',
  'paper-not-made': '文书未生成',
  'parcel-silent': '邮件没有动静',
  'holder-and-cover-away': 'A、B角都不在岗',
  'nobody-else-may': '没有第二个人可以决定',
  'opinion-overdue': '部门逾期未答复',
  'task-overdue': '交办事项逾期',
}

const WHY_POWER: Readonly<Record<string, string>> = {
  'power-none': '权责清单里没有这项权力',
  'power-expired': '授权已经到期',
  'power-taken-back': '授权已经收回',
  'power-not-yet': '授权还没有生效',
  'power-other-place': '授权不含这个场所',
}

const POWERS: Readonly<Record<string, string>> = { accept: '受理', decide: '决定', seal: '用印' }

/** What is missing, and what to do about it. */
export const GAP_SENTENCES: Readonly<Record<GapCode, (facts: GapFacts) => string>> = {
  'state-unknown': () => '这件事的状态不在现行办理程序里，谁也办不了。请联系技术人员核对办件记录。',
  'waits-for-nobody': () => '这件事到了没有任何人该办的一步。请联系技术人员核对办理程序。',
  'nobody-holds-the-role': ({ where, roleName }) =>
    `这件事等${where}的${roleName}，但现在没有人担任。请设置岗位。`,
  'everybody-away': ({ where, roleName }) =>
    `这件事等${where}的${roleName}，但今天都不在岗，也没有人顶岗。请指定顶岗人员。`,
  'power-not-in-force': ({ where, roleName, why, power }) =>
    `这件事等${where}的${roleName}，但${POWERS[String(power)] ?? ''}${WHY_POWER[String(why)] ?? '授权不在有效期内'}。请核对权责清单，或改由有权的机构办理。`,
  'no-seal': ({ where }) => `这件事等${where}盖章，但没有可以用的印章。请在印章管理里登记或启用印章。`,
  'holder-and-cover-away': ({ cover }) =>
    `这件事的承办人离岗，${cover === undefined ? '没有顶岗人员' : '顶岗人员也不在岗'}，同事不能代办。请主任指派，或者指定在岗的顶岗人员。`,
  'nobody-else-may': ({ where, roleName }) =>
    `这件事等${where}的${roleName}，但在岗的都办过本件前面的步骤，依岗位分设不能再作决定。请另派人员，或者请人顶岗。`,
  'opinion-overdue': ({ bodies }) =>
    `${named(bodies)}没有按期答复部门意见，决定在等。请催办；情况已经清楚的，由承办机关说明理由后不再等待。`,
  'task-overdue': ({ bodies }) =>
    `${named(bodies)}没有按期办完会议交办的事项。请催办，或者由承办机关收回这项任务。`,
  'no-clock': () => '这件事没有任何期限在计时，也没有依法停止计时。请联系技术人员核对办件记录。',
  'stopped-without-notice': ({ ground, from }) =>
    `${day(from)}起因${String(ground)}停止计时，但没有送达书面告知。请补送告知书，否则时间照算（行政许可法第四十五条）。`,
  'procedure-too-long': ({ event, toldDay }) =>
    `${String(event)}告知申请人${day(toldDay)}前完成，现在已经超过。请催办，或者结束这项程序恢复计时。`,
  'no-executor': ({ at }) =>
    `这件事到${day(at)}应由系统自动办理一步，但现行办理程序里没有这个动作。请联系技术人员核对办理程序。`,
  'system-act-late': ({ at }) =>
    `系统应于${day(at)}自动办理的一步一小时后仍没有执行。请联系技术人员查看后台任务。`,
  'paper-not-made': ({ since }) =>
    `${day(since)}产生的文书超过十分钟还没有生成。请联系技术人员查看后台任务。`,
  'parcel-silent': ({ days }) =>
    `邮件已有${String(days)}天没有任何动静。请向邮政查询，必要时重新寄送或通知领取。`,
}
