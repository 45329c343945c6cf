import type { AbsenceKind } from '#capabilities/staff/contract.ts'

export const dutyWords = {
  title: '离岗与顶岗',
  text: '离岗期间，您认领的办件由顶岗人员（B角）代办；没有顶岗人员的，由主任指派。中心主任还可以为本场所、本机构的同事设置。',
  alerts: 'A、B角都不在岗',
  alert: (person: string, cover: string, days: string) => `${person}和顶岗人员${cover}${days}都不在岗`,
  alertHelp: '这几天没有人代办。请另设顶岗人员，或者把认领的办件指派给在岗的同事。',
  mine: '我的岗位',
  others: '本场所、本机构的岗位',
  cover: '顶岗人员（B角）',
  coverOf: (person: string) => `${person}的顶岗人员（B角）`,
  noCover: '没有设置',
  nobodyFits: '没有职责相同的同事可以顶岗',
  absences: '离岗',
  noAbsence: '没有登记离岗',
  absence: (from: string, to: string, kind: string) =>
    from === to ? `${from}，${kind}` : `${from}至${to}，${kind}`,
  now: '正在离岗',
  add: '登记离岗',
  addOf: (person: string) => `为${person}登记离岗`,
  from: '第一天',
  to: '最后一天',
  kind: '原因',
  save: '登记',
  cancel: '取消',
  end: '结束离岗',
  endOf: (person: string, from: string) => `结束离岗：${person}，从${from}开始`,
  saved: (person: string) => `已登记${person}离岗。`,
  ended: (person: string) => `${person}的离岗已结束。`,
  covered: (person: string, cover: string) => `${person}离岗时由${cover}顶岗。`,
  uncovered: (person: string) => `${person}不再设顶岗人员。`,
  missing: '请填写第一天、最后一天和原因。',
}

export const absenceKinds: Record<AbsenceKind, string> = {
  leave: '休假',
  'business-trip': '出差',
  training: '学习培训',
  'other-duty': '抽调或其他公务',
}
