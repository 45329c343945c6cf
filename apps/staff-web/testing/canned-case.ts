import type { caseRoutes } from '#capabilities/case/contract/routes.ts'
import type { CaseDetail, CaseSummary } from '#capabilities/case/contract.ts'
import type { ReplyOf } from '#platform/http/contract.ts'

export const CASE_NO = '370304400120261120000123K'

export const summary: CaseSummary = {
  no: CASE_NO,
  state: 'received',
  stateText: '已收件，待受理',
  itemId: 'elderly-allowance',
  itemName: '高龄津贴认定',
  applicant: '测*甲',
  channel: 'window',
  acceptPlace: '示例镇便民服务中心',
  decidingBody: '示例镇人民政府',
  receivedAt: '2026-11-20T09:12:00.000+08:00',
  dueDay: '2026-11-27',
  standing: 'in-time',
  workingDaysLeft: 5,
  waitsFor: '窗口',
  procedure: 'approval',
  version: 3,
}

export const worklist: CaseSummary[] = [
  {
    ...summary,
    no: '370304400120261105000101A',
    itemName: '户口迁入（夫妻投靠）登记',
    dueDay: '2026-11-18',
    standing: 'late',
    workingDaysLeft: -3,
    state: 'accepted',
    stateText: '已受理，审查中',
    waitsFor: '审查人员',
  },
  {
    ...summary,
    no: '370304400120261113000110B',
    dueDay: '2026-11-22',
    standing: 'soon',
    workingDaysLeft: 0,
    channel: 'online',
  },
  summary,
  {
    ...summary,
    no: '370304400120261101000099C',
    itemName: '公共场所卫生许可',
    standing: 'in-time',
    dueDay: '2026-12-02',
  },
]
delete worklist[3]!.workingDaysLeft

export const detail: CaseDetail = {
  parts: [],
  summary,
  procedure: 'approval',
  itemVersion: 2,
  applicant: {
    name: '测*甲',
    idKind: '公民身份号码',
    idNumber: '370304**********12',
    phone: '199****0001',
    masked: true,
  },
  form: [
    { section: '申请人', label: '申请人姓名', text: '测*甲' },
    { section: '申请人', label: '手机号码', text: '199****0001' },
    { section: '津贴', label: '出生日期', text: '1905年3月2日' },
    { section: '津贴', label: '居住情况', text: '和子女同住。' },
  ],
  materials: [
    {
      id: 'application-form',
      name: '高龄津贴申请表',
      necessity: 'required',
      requirement: '填写完整，申请人签字。',
      fromForm: true,
      verdict: 'unchecked',
      paperOriginals: 0,
      paperCopies: 0,
      files: [],
    },
    {
      id: 'id-card',
      name: '居民身份证',
      necessity: 'required',
      requirement: '在有效期内，姓名、号码与申请表一致。',
      fromForm: false,
      verdict: 'unchecked',
      paperOriginals: 1,
      paperCopies: 1,
      files: [
        {
          id: 'f1',
          name: '居民身份证-1.png',
          size: 20_480,
          mediaType: 'image/png',
          url: '/canned/paper.png',
        },
      ],
    },
    {
      id: 'agent-letter',
      name: '委托书',
      necessity: 'conditional',
      requirement: '写明委托事项，双方签字。',
      when: '由他人代办的',
      fromForm: false,
      verdict: 'unchecked',
      paperOriginals: 0,
      paperCopies: 0,
      files: [
        {
          id: 'f2',
          name: '委托书-1.pdf',
          size: 120_480,
          mediaType: 'application/pdf',
          url: '/canned/paper.pdf',
        },
      ],
    },
  ],
  clocks: [
    {
      clock: 'notice',
      kind: 'notice',
      title: '受理或一次告知期限',
      state: 'running',
      day: '2026-11-27',
      provisional: false,
      sentence: '2026年11月20日收到申请材料，次日起算5个工作日，到2026年11月27日（行政许可法第三十二条）。',
      standing: 'in-time',
    },
    {
      clock: 'supplement',
      kind: 'supplement',
      title: '补正期限',
      state: 'ended',
      day: '2026-11-19',
      provisional: false,
      sentence: '补正材料已收到，计时结束。',
      standing: 'in-time',
    },
  ],
  steps: [
    { title: '收件', state: 'done', at: '2026-11-20T09:12:00.000+08:00' },
    { title: '受理', state: 'current' },
    { title: '审查', state: 'coming' },
    { title: '决定', state: 'coming' },
    { title: '送达办结', state: 'coming' },
  ],
  deliveryMode: 'window',
  story: [
    {
      seq: 1,
      at: '2026-11-20T09:12:00.000+08:00',
      who: '窗口人员 演示窗口01',
      place: '示例镇便民服务中心',
      text: '窗口收下了申请材料',
      details: ['还没有提供：委托书'],
    },
    { seq: 2, at: '2026-11-20T09:12:04.000+08:00', who: '系统', text: '生成申请材料接收凭证', details: [] },
  ],
  papers: [
    {
      id: 'p1',
      kind: 'receipt',
      title: '申请材料接收凭证',
      number: '示收〔2026〕12号',
      at: '2026-11-20T09:12:04.000+08:00',
      url: '/canned/paper.pdf',
      verifyUrl: '/verify/x',
    },
    { id: 'p2', kind: 'acceptance', title: '受理通知书', at: '2026-11-20T09:12:04.000+08:00' },
  ],
  allowed: [
    {
      act: 'accept',
      title: '受理',
      tone: 'primary',
      help: '逐项核对材料，齐全且符合要求即受理，开始计算办理期限。',
      input: {},
    },
    {
      act: 'notify-supplement',
      title: '一次告知补正',
      tone: 'normal',
      help: '把缺少和不合要求的材料一次写全；以后不能再提新的问题。',
      input: {},
    },
    {
      act: 'propose-refusal',
      title: '建议不予受理',
      tone: 'danger',
      help: '窗口没有不予受理的权力，提交给有权人员审定。',
      input: {},
    },
    { act: 'withdraw', title: '撤回申请', tone: 'danger', input: {} },
  ],
}

export const facts: ReplyOf<(typeof caseRoutes)['facts']> = {
  facts: [
    {
      seq: 1,
      kind: 'received',
      at: '2026-11-20T01:12:00.000Z',
      actor: { kind: 'staff', post: 'post-1' },
      body: { channel: 'window' },
      hash: 'a1b2c3d4',
      prevHash: '0',
    },
    {
      seq: 2,
      kind: 'document-rendered',
      at: '2026-11-20T01:12:04.000Z',
      actor: { kind: 'system', job: 'paper' },
      body: {},
      hash: 'e5f6a7b8',
      prevHash: 'a1b2c3d4',
    },
  ],
}

/** An act nobody has drawn a form for, as a later version of the server may offer it. */
export const unknownAct: CaseDetail['allowed'][number] = {
  act: 'extend',
  title: '延长期限',
  tone: 'normal',
  input: {
    type: 'object',
    required: ['reason', 'days', 'kind'],
    properties: {
      reason: { type: 'string', minLength: 4, maxLength: 500 },
      days: { type: 'integer', title: '延长几个工作日', minimum: 1, maximum: 10 },
      kind: { title: '延长的种类', enum: ['一般', '特殊'] },
      notified: { type: 'boolean', title: '已告知申请人' },
    },
  },
}
