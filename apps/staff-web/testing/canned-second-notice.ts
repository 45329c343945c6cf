import type { CaseDetail } from '#capabilities/case/contract.ts'
import { detail } from './canned-case.ts'

/** A case whose one-time notice was answered: the identity card came anew, and with it something nobody could see before. */
export const answeredNotice: CaseDetail = {
  ...detail,
  materials: detail.materials.map((material) =>
    material.id === 'application-form'
      ? { ...material, verdict: 'ok' as const }
      : material.id === 'id-card'
        ? { ...material, fresh: ['f1'] }
        : material,
  ),
  supplement: {
    open: false,
    round: 1,
    lines: [
      {
        material: 'id-card',
        name: '居民身份证',
        problem: '身份证已过期。',
        remedy: '请提供有效期内的身份证。',
        standing: 'first',
      },
    ],
    supplied: [{ material: 'id-card', name: '居民身份证', on: '2026-11-19' }],
  },
  allowed: detail.allowed.map((act) =>
    act.act === 'notify-supplement'
      ? {
          ...act,
          choices: {
            by: [{ value: 'id-card', label: '居民身份证' }],
            ground: [
              { value: 'own-defect', label: '新交的这份材料本身不符合要求' },
              { value: 'contradiction', label: '新交的这份材料与其他材料不一致' },
              { value: 'new-circumstance', label: '新交的这份材料反映出新的情况' },
            ],
          },
        }
      : act,
  ),
}

/** The second notice as it was served: one point again, one raised by the new identity card. */
export const secondNotice: CaseDetail = {
  ...answeredNotice,
  materials: answeredNotice.materials.map(({ fresh: _looked, ...material }) => material),
  summary: { ...detail.summary, state: 'supplementing', stateText: '等待补正' },
  supplement: {
    open: true,
    round: 2,
    dueDay: '2026-12-11',
    lines: [
      { ...answeredNotice.supplement!.lines[0]!, standing: 'again', still: '新交的也已经过期。' },
      {
        material: 'application-form',
        name: '高龄津贴申请表',
        problem: '出生日期与身份证不一致。',
        remedy: '请按身份证更正后重新签字。',
        standing: 'new',
        newBecause:
          '由申请人新补交的“居民身份证”引出，新交的这份材料与其他材料不一致：新证上的出生日期不同。',
      },
    ],
    first: {
      servedOn: '2026-11-16',
      lines: [{ ...answeredNotice.supplement!.lines[0]!, settled: false }],
    },
  },
  allowed: [],
}
