import type { LicenceDetail, LicenceSummary } from '#capabilities/case/contract/licence-routes.ts'
import { CASE_NO } from './canned-case.ts'

export const LICENCE_NO = '示例审批准予〔2026〕12号'

export const licence: LicenceSummary = {
  ...{ number: LICENCE_NO, name: '出版物经营许可证', state: 'valid', stateText: '有效', version: 1 },
  ...{ itemId: 'publications-retail-licence', itemName: '出版物零售单位、个体工商户设立', holder: '示**店' },
  ...{ body: '示例区行政审批服务局', place: '示例区政务服务大厅', grantedOn: '2026-11-23', waitsFor: '' },
  ...{ validUntil: '2027-01-31', daysLeft: 42 },
}

export const licenceList: { items: LicenceSummary[] } = {
  items: [
    licence,
    {
      ...licence,
      ...{ number: '示例审批准予〔2025〕3号', validUntil: '2029-02-28', daysLeft: 800 },
      application: { kind: 'change', text: '变更办理中' },
    },
    {
      ...licence,
      ...{ number: '示例审批准予〔2021〕7号', state: 'expired', stateText: '已过有效期', daysLeft: -3 },
      waitsFor: '审批人员',
    },
    { ...licence, number: '示例审批准予〔2020〕9号', state: 'cancelled', stateText: '已注销' },
  ],
}

const long = (name: string, label: string) =>
  ({ name, label, type: 'long-text', required: true, least: 10, maxLength: 2000 }) as const

export const licenceDetail: LicenceDetail = {
  summary: licence,
  cases: [{ no: CASE_NO, text: '发证' }],
  parts: [],
  clocks: [],
  story: [
    {
      ...{ seq: 1, at: '2026-11-23T10:20:00.000+08:00', who: '系统', text: `发证，编号${LICENCE_NO}` },
      details: ['有效期至2027年1月31日'],
    },
  ],
  papers: [],
  applications: [
    { kind: 'change', title: '变更', hint: '变更登记事项的，在这里办。' },
    {
      ...{ kind: 'renew', title: '延续（有效期至2027年1月31日）', hint: '在届满三十日前申请。' },
      notNow: '延续要在有效期届满前提前申请，最晚2027年1月1日，现在已经过了。请重新申请这项许可。',
    },
  ],
  allowed: [
    {
      ...{ act: 'cancel', title: '办理注销', tone: 'danger', lawful: '行政许可法第七十条', input: {} },
      fields: [
        {
          ...{ name: 'ground', label: '注销的情形', type: 'choice', required: true },
          options: [
            { value: 'not-renewed', label: '有效期届满未延续' },
            { value: 'force-majeure', label: '因不可抗力导致许可事项无法实施' },
          ],
        },
        long('conclusion', '查明的事实'),
      ],
    },
  ],
}

/** Somebody proposed to revoke it; the holder has been told. */
export const threatened: LicenceDetail = {
  ...licenceDetail,
  parts: [
    {
      ...{ key: 'intent', title: '拟撤销', tag: { text: '听取陈述申辩', tone: 'warn' } },
      lines: ['以欺骗、贿赂等不正当手段取得许可', '提交的场所证明不真实'],
    },
  ],
  clocks: [
    {
      ...{ clock: 'statement', kind: 'hearing', title: '陈述申辩期限', state: 'running', day: '2027-01-12' },
      ...{ provisional: false, standing: 'in-time' },
      sentence:
        '2027年1月5日送达拟处理告知书（当日不计，次日起算），行政许可法第七条：5个工作日。到期日：2027年1月12日。',
    },
  ],
  papers: [
    {
      ...{
        id: 'paper-1',
        title: '拟处理告知书',
        number: '示例审批拟处理〔2027〕1号',
        url: '/canned/paper.png',
      },
      ...{ at: '2027-01-05T09:00:00.000+08:00', verifyUrl: 'https://example.invalid/verify/x' },
    },
  ],
}
