import type { CaseDetail, ClockView, MaterialView } from '#capabilities/case/contract.ts'

export const caseWords = {
  reviewed: (opinion: 'grant' | 'deny') =>
    opinion === 'grant' ? '审查意见（建议准予）：' : '审查意见（建议不予）：',
  back: '返回列表',
  asked: '现在该做什么',
  waitsFor: (who: string) => `等${who}办理。`,
  nothingAsked: '这件事已经办完，不用再办。',
  noButtons: '当前岗位现在不能办理这一步。',
  noClock: '现在没有在走的期限。',
  steps: '办理进度',
  stepStates: { done: '已完成', current: '正在办', coming: '还没到' },
  tabList: '办件的各个部分',
  tabs: {
    materials: '材料',
    form: '申请内容',
    clocks: '期限',
    papers: '文书',
    story: '经过',
    facts: '办理记录',
  },
  applicant: '申请人',
  idNumber: '证件号码',
  phone: '电话',
  delivery: '送达方式',
  deliveries: { window: '到窗口领取', electronic: '电子送达', post: '邮寄送达' },
  reveal: '查看明文',
  hide: '收起明文',
  revealTitle: '查看申请人明文',
  revealText: '查看会留下记录：谁、什么时候、为什么。',
  revealReason: '为什么要看',
  revealReasonHint: '至少4个字，例如：电话通知申请人补正',
  revealConfirm: '记录并查看',
  cancel: '取消',
  decision: { granted: '准予', denied: '不予', refused: '不予受理' },
  decidedOn: (day: string) => `${day}作出决定`,
  supplementOpen: '已发出一次性补正告知，等申请人补正',
  supplementClosed: '曾发出一次性补正告知',
  supplementDue: (day: string) => `补正截止：${day}`,
  remedy: '怎么补：',
  basis: '依据：',
  paperCount: ({ paperOriginals, paperCopies }: Pick<MaterialView, 'paperOriginals' | 'paperCopies'>) =>
    [paperOriginals > 0 ? `纸质原件${paperOriginals}份` : '', paperCopies > 0 ? `复印件${paperCopies}份` : '']
      .filter(Boolean)
      .join('，'),
  notHandedIn: '没有收到',
  fromForm: '由申请表生成，看“申请内容”',
  viewer: '材料原文',
  viewerEmpty: '点左边的文件名，在这里看。',
  viewerOpen: (name: string) => `打开 ${name}`,
  viewerNotShown: '这种文件要另外打开看。',
  openInNewWindow: '在新窗口打开',
  noForm: '没有填写内容。',
  paperPending: '正在生成…',
  noPapers: '还没有文书。',
  paperNumber: '文号',
  verify: '验证真伪',
  seq: '序号',
  factKind: '记录',
  factWhen: '时间',
  factHash: '摘要',
  factPrev: '上一条摘要',
  factBody: '内容',
  factsText: '每一步都记在一条链上：每条记录的摘要里含有上一条的摘要，改动任何一条都会对不上。',
  chainBroken: '这条记录和上一条对不上，请马上告诉技术人员和审计管理员。',
  chainWhole: '逐条核对：前后摘要都对得上。',
  reloaded: (state: string) => `已经重新读取：这件事现在是“${state}”。您写的内容还在，请看清楚再决定。`,
  actGone: '这一步现在不能办了。您写的内容还在，需要的话可以先复制，再关闭。',
  version: (version: number) => `事项第${version}版`,
}

export const verdictWords: Record<MaterialView['verdict'], string> = {
  unchecked: '未核对',
  ok: '合格',
  missing: '缺少',
  defective: '不合格',
  'not-applicable': '不需要',
}

export const needWords: Record<MaterialView['necessity'], string> = {
  required: '必要',
  conditional: '视情况',
  tolerable: '可以后补',
}

export const clockStateWords: Record<ClockView['state'], string> = {
  running: '正在计时',
  stopped: '暂停计时',
  ended: '已结束',
}

export const stateTone: Partial<Record<CaseDetail['summary']['state'], string>> = {
  closed: 'tag-good',
  withdrawn: 'tag-plain',
  lapsed: 'tag-plain',
  supplementing: 'tag-warn',
  'not-accepted': 'tag-bad',
}
