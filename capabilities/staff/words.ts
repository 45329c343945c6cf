import { ROLE_NAMES } from '#platform/auth/roles.ts'
import type { AbsenceKind, Role, StaffRefusalCode } from './contract.ts'

export const roleWords: Record<Role, string> = ROLE_NAMES

export const absenceWords: Record<AbsenceKind, string> = {
  leave: '休假',
  'business-trip': '出差',
  training: '学习培训',
  'other-duty': '抽调或其他公务',
}

/** Each says what is wrong and what to do next. */
export const refusalWords: Record<StaffRefusalCode, string> = {
  'post-not-yours': '您没有这个岗位，请从自己的岗位中选择。',
  'post-not-begun': '这个岗位还没到任职日期，请到任后再使用，或改选其他岗位。',
  'post-ended': '这个岗位的任职已经结束，请改选其他岗位；不该结束的，请找安全管理员。',
  'post-unknown': '没有查到这个岗位，请核对后再办。',
  'post-exists': '这个岗位编号已经用过，请换一个编号。',
  'post-changed-meanwhile': '这个岗位刚被别人改过，请刷新后按最新情况再办。',
  'post-days-reversed': '任职结束日期早于开始日期，请改正日期。',
  'person-unknown': '没有查到这名人员，请先登记人员信息。',
  'place-unknown': '没有查到这个服务场所，请重新选择。',
  'body-unknown': '没有查到这个机构，请重新选择。',
  'window-elsewhere': '这个窗口不在所选的场所，请重新选择窗口。',
  'cover-is-oneself': '顶岗人员不能是本人，请选择同场所或同机构的其他同事。',
  'cover-elsewhere': '顶岗岗位须与本岗在同一机构；窗口岗也可以是同一场所。请重新选择。',
  'cover-lacks-roles': '顶岗岗位缺少本岗的职责，不能代办。请选择职责相同的岗位。',
  'cover-not-on-duty': '所选岗位当前没有在任，请选择在任的岗位。',
  'duty-moved-away': '这个岗位已经划转，由划入单位管理。请向划入单位的负责人提出。',
  'duty-not-yours': '只能设置自己的离岗和顶岗；同场所或同机构的主任也可以代为设置。请联系主任办理。',
  'absence-in-the-past': '离岗开始日期已经过去，请从今天或以后的日期填起。',
  'absence-days-reversed': '离岗结束日期早于开始日期，请改正日期。',
  'absence-overlaps': '这几天已经登记过离岗，请改日期，或先结束原来的登记。',
  'absence-too-long': '一次离岗登记最长一年；时间更长的，请由安全管理员结束岗位任职。',
  'absence-unknown': '没有查到这条离岗登记，可能已经结束，请刷新页面。',
  'role-unknown': '没有这种岗位角色，请从列出的角色中选择。',
  'administrators-are-separate': '系统、安全、审计三种管理员不能由同一人兼任，请另选人员。',
  'administrator-does-no-business': '管理员不能兼任业务岗位，请另选人员或先结束其原岗位。',
  'saved-list-not-found': '没有找到这个常用条件，可能已经删除，请刷新页面。',
  'saved-list-named': '已经有同名的常用条件，请换一个名字，或先删除原来的。',
  'saved-lists-full': '常用条件最多存二十个，请先删除不用的。',
  'request-reused': '这次提交的编号已用于另一项操作，请刷新页面后重新提交。',
}
