import type {
  RectificationDetail,
  RectificationSummary,
} from '#capabilities/evaluation/contract/rectification.ts'
import { CASE_NO } from './canned-case.ts'

export const POOR = '01900000-0000-7000-8000-0000000000aa'

export const poorRating: RectificationSummary = {
  ...{ id: POOR, state: 'to-verify', stateText: '待核实', stars: 1, anonymous: false },
  ...{ itemName: '高龄津贴认定', place: '示例镇便民服务中心', handlingPlace: '示例镇便民服务中心' },
  ...{ ratedOn: '2026-11-20', dueDay: '2026-11-23', standing: 'soon', workingDaysLeft: 0 },
  ...{ waitsFor: '场所负责人', wasLate: false, version: 1 },
}

export const poorRatings: { items: RectificationSummary[] } = {
  items: [
    {
      ...poorRating,
      ...{ id: '01900000-0000-7000-8000-0000000000ab', state: 'rectifying', stateText: '整改中', stars: 2 },
      ...{ anonymous: true, dueDay: '2026-11-18', standing: 'late', workingDaysLeft: -2, wasLate: true },
      handlingPlace: '示例区政务服务中心',
    },
    poorRating,
    {
      ...poorRating,
      ...{ id: '01900000-0000-7000-8000-0000000000ac', state: 'revisit', stateText: '待回访' },
      ...{ dueDay: '2026-11-27', standing: 'in-time', workingDaysLeft: 4, wasLate: true },
    },
  ],
}

const text = { type: 'string', title: '核实情况', minLength: 4, maxLength: 1000 }

/** As the server sends it: acts with their forms and their codes in Chinese. */
export const poorRatingDetail: RectificationDetail = {
  summary: poorRating,
  reasons: ['需提供指南之外的材料', '服务态度差效率低'],
  comment: '让我跑了三趟，每次说的都不一样。',
  rater: { name: '张**', no: CASE_NO },
  clocks: [
    {
      ...{ clock: 'verify', kind: 'step', title: '联系核实期限', state: 'running', day: '2026-11-23' },
      ...{ provisional: false, standing: 'soon' },
      sentence:
        '2026年11月20日（星期五）收到差评（当日不计，次日起算），国办发〔2019〕51号和地方规定：1个工作日。到期日：2026年11月23日（星期一）。',
    },
    {
      ...{ clock: 'rectify', kind: 'step', title: '整改答复期限', state: 'running', day: '2026-11-27' },
      ...{ provisional: false, standing: 'in-time' },
      sentence:
        '2026年11月20日（星期五）收到差评（当日不计，次日起算），国办发〔2019〕51号和地方规定：5个工作日。到期日：2026年11月27日（星期五）。',
    },
  ],
  story: [{ seq: 1, day: '2026-11-20', who: '系统', text: '收到实名差评', details: [] }],
  allowed: [
    {
      ...{ act: 'verify', title: '登记核实', tone: 'primary' },
      help: '属实的转入整改；认为不属实或误评的，交监督人员复核，复核期间整改期限暂停。',
      input: {
        type: 'object',
        required: ['contact', 'finding', 'text'],
        properties: {
          contact: {
            enum: ['by-phone', 'in-person', 'not-reached'],
            title: '联系评价人',
          },
          finding: { enum: ['true', 'not-true', 'mistaken'], title: '核实结论' },
          text,
        },
      },
      choices: {
        contact: [
          { value: 'by-phone', label: '已电话联系' },
          { value: 'in-person', label: '已当面联系' },
          { value: 'not-reached', label: '没有联系上' },
        ],
        finding: [
          { value: 'true', label: '属实' },
          { value: 'not-true', label: '不属实' },
          { value: 'mistaken', label: '误评' },
        ],
      },
    },
  ],
}

const { comment: _comment, rater: _rater, ...rest } = poorRatingDetail

export const anonymousRating: RectificationDetail = {
  ...rest,
  ...{ reasons: [], allowed: [], summary: { ...poorRating, anonymous: true, stars: 2 } },
}

const { dueDay: _none, workingDaysLeft: _left, ...over } = poorRating

export const closedRating: RectificationDetail = {
  ...poorRatingDetail,
  allowed: [],
  ...{ finding: '属实', answer: '让您多跑了，对不起，已经改正。', revisit: '满意' },
  summary: { ...over, state: 'closed', stateText: '已办结', waitsFor: '', standing: 'none', wasLate: true },
  clocks: poorRatingDetail.clocks.map((clock) => ({ ...clock, state: 'ended' as const })),
}
