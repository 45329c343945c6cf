import type { LicenceSummary } from '#capabilities/case/contract/licence-routes.ts'

export const licencesWords = {
  title: '证照台账',
  text: '准予以后发出的证照都在这里：有效到什么时候，变更、延续、撤销、注销过没有。',
  search: '证照编号，或者持证人名称的一部分',
  searchLabel: '按编号或者持证人找',
  item: '事项',
  anyItem: '全部事项',
  state: '状态',
  anyState: '全部状态',
  states: {
    valid: '有效',
    ending: '决定待送达',
    expired: '已过有效期',
    revoked: '已撤销',
    withdrawn: '已撤回',
    forfeited: '已吊销',
    'given-up': '已放弃，拟撤销',
    cancelled: '已注销',
  } satisfies Record<LicenceSummary['state'], string>,
  within: '快到期',
  anyWithin: '不限到期日',
  withinDays: (days: number) => `${days}天内到期`,
  list: '证照，最近发的在前',
  listByDay: '证照，最先到期的在前',
  licence: '证照',
  licenceNewest: '证照（新发的在前）',
  validityFirst: '有效期（先到期的在前）',
  holder: '持证人',
  validity: '有效期',
  standing: '状态',
  noEnd: '没有写明有效期',
  until: (day: string) => `至${day}`,
  daysLeft: (days: number) => (days < 0 ? `已过${-days}天` : days === 0 ? '今天到期' : `还有${days}天`),
  grantedOn: (day: string) => `${day}发证`,
  empty: '没有找到这样的证照。',
  back: '返回台账',
  asked: '现在可以办什么',
  over: '这本证照已经注销，不用再办。',
  nothing: '当前岗位现在不能办理这本证照。撤销、撤回、变更、更正、注销由发证机关的审查、审批岗位办理。',
  waitsFor: (who: string) => `等${who}办理。`,
  applications: '持证人申请',
  applyAtWindow: (title: string) => `在窗口收${title}申请`,
  cases: '有关办件',
  clocks: '期限',
  papers: '文书',
  story: '经过',
  number: '编号',
  body: '发证机关',
  place: '收件场所',
  thisOne: '这本证照',
}

/** A month is what the law leaves for renewing; the colour comes before that. */
const SOON_DAYS = 90

export function toneOf({ state, daysLeft }: LicenceSummary): string {
  switch (state) {
    case 'valid':
      return daysLeft !== undefined && daysLeft <= SOON_DAYS ? 'tag-warn' : 'tag-good'
    case 'ending':
    case 'expired':
      return 'tag-warn'
    case 'revoked':
    case 'withdrawn':
    case 'forfeited':
    case 'given-up':
      return 'tag-bad'
    case 'cancelled':
      return 'tag-plain'
  }
}
