import { addDays } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { effectiveItem } from '#capabilities/case/model.ts'
import type { DemoPerson } from './people.ts'

export type DemoRole = 'window-clerk' | 'reviewer' | 'approver' | 'issuer'

export interface Act {
  act: string
  role: DemoRole
  /** The decision's paper has to exist before. */
  needsPaper?: boolean
  input(about: About): Record<string, unknown>
}

export interface Step extends Act {
  days: number
}

export interface About {
  item: ItemVersion
  person: DemoPerson
  promise: boolean
  day: string
}

const act = (name: string, role: DemoRole, input: Act['input'] = () => ({}), needsPaper = false): Act => ({
  act: name,
  role,
  input,
  needsPaper,
})

const materialsOf = ({ item, promise }: Pick<About, 'item' | 'promise'>) =>
  effectiveItem(item, promise ? 'commitment' : 'approval').materials

const complete = (about: About) =>
  materialsOf(about).map((material) => ({
    material: material.id,
    verdict: material.necessity === 'required' ? 'ok' : 'not-applicable',
  }))

/** The paper that is forgotten when one is. */
export const lastPaper = (about: Pick<About, 'item' | 'promise'>) =>
  materialsOf(about)
    .filter((material) => !material.fromForm && material.necessity === 'required')
    .at(-1)

const basisOf = ({ item }: About): string => `${item.legalBasis[0]!.law}${item.legalBasis[0]!.article}`
const handedTo = ({ person }: About) => ({
  receiver: person.name,
  relation: 'self',
  identified: '核对居民身份证原件',
})
const check = (result: string, text: string) => () => ({
  checkers: ['演示核查员一', '演示核查员二'],
  result,
  text,
})

/** Where a rule sets the longest term, the decision has to name the last day. */
const lastDayOf = ({ result: { term } }: ItemVersion, day: string) =>
  term?.kind === 'decided' && term.atMost !== undefined ? { validUntil: addDays(day, 365) } : {}

/** What people do in the stories, with what they write. */
export const ACTS = {
  accept: act('accept', 'window-clerk', (about) => ({ checklist: complete(about) })),
  notify: act('notify-supplement', 'window-clerk', (about) => {
    const paper = lastPaper(about)!
    return {
      checklist: complete(about).map((line) =>
        line.material === paper.id ? { ...line, verdict: 'missing' } : line,
      ),
      lines: [
        {
          material: paper.id,
          problem: '没有提供',
          remedy: `请提供${paper.name}`,
          basis: '服务指南申请材料目录',
        },
      ],
    }
  }),
  supply: act('supply-at-window', 'window-clerk', (about) => ({
    materials: [{ material: lastPaper(about)!.id, files: [], paperOriginals: 1, paperCopies: 0 }],
  })),
  propose: act('propose-refusal', 'window-clerk', () => ({
    reason: '申请的事项不属于本机关职权范围，建议不予受理。',
    ground: 'not-competent',
    competentBody: '演示邻区行政审批服务局',
  })),
  returnToWindow: act('return-to-window', 'approver', () => ({ reason: '属于本机关职权，请继续受理。' })),
  refuse: act('refuse-acceptance', 'approver', () => ({
    reason: '申请的事项不属于本机关职权范围，请向有权机关申请。',
    basis: '《中华人民共和国行政许可法》第三十二条第一款第二项',
  })),
  survey: act('record-survey', 'reviewer', ({ day }) => ({
    surveyors: ['演示勘验员一', '演示勘验员二'],
    day,
    result: 'met',
    text: '场所、设施与申请材料一致，符合条件。',
  })),
  review: act('review', 'reviewer', () => ({
    opinion: 'grant',
    text: '材料齐全、内容一致，符合条件，建议准予。',
  })),
  openPublicity: act('open-publicity', 'reviewer', ({ item }) => ({
    text: `拟确认申请人符合“${item.name}”的条件。`,
  })),
  returnToReview: act('return-to-review', 'approver', () => ({ reason: '请补充核对申请人身份信息。' })),
  grant: act('grant', 'approver', ({ item, day }) => ({
    conclusion: '经审查，申请符合规定条件，准予办理。',
    ...lastDayOf(item, day),
  })),
  deny: act('deny', 'approver', (about) => ({
    reason: '经审查，申请人提供的情况不符合本事项规定的办理条件，决定不予办理。',
    basis: basisOf(about),
  })),
  forward: act('forward', 'approver', () => ({
    opinion: '经审查，申请材料齐全，与核查情况一致，符合条件，现连同全部材料报请决定。',
  })),
  seal: act('seal', 'issuer'),
  deliver: act('deliver-at-window', 'window-clerk', handedTo, true),
  withdraw: act('withdraw', 'window-clerk', () => ({ reason: '申请人书面提出撤回。', signed: true })),
  leaveOpen: act('leave-open', 'window-clerk', () => ({
    code: 'needs-checking',
    text: '申请人的登记信息需要向原登记机关核实，明天上午答复。',
  })),
  post: act('hand-to-post', 'window-clerk', () => ({ freight: 'collect' }), true),
  waybill: act('record-waybill', 'window-clerk', ({ person }) => ({
    carrier: '邮政特快专递',
    waybill: `EMDEMO${person.phone.slice(-6)}`,
  })),
  signed: act('deliver-by-post', 'window-clerk', ({ person, day }) => ({
    receiver: person.name,
    signedOn: day,
  })),
  returned: act('return-from-post', 'window-clerk', () => ({ reason: '收件人电话无人接听，退回寄件人' })),
  checkMet: act('record-check', 'reviewer', check('met', '现场情况与承诺内容一致。')),
  checkRectify: act(
    'record-check',
    'reviewer',
    check('rectify', '有一处实际情况与承诺内容不符，责令限期改正。'),
  ),
  checkBroken: act(
    'record-check',
    'reviewer',
    check('broken', '实际情况与承诺内容不一致，无法达到承诺的条件。'),
  ),
  tellRevocation: act('tell-revocation', 'reviewer', () => ({
    reason: '经事后核查，实际情况与作出的承诺不符，不符合取得许可的条件。',
    basis: '《中华人民共和国行政许可法》第六十九条第二款',
  })),
  serveNotice: act('serve-notice', 'window-clerk', (about) => ({ mode: 'window', ...handedTo(about) }), true),
  hearParty: act('hear-party', 'reviewer', ({ person, day }) => ({
    ...{ result: 'stated', form: 'signed', record: 'read-back', signer: person.name, signedOn: day },
    ...{ kept: '案卷第6页', text: '当事人说设备还没有到货，复核后不予采纳。' },
  })),
  revoke: act('revoke', 'approver', () => ({
    reason: '经事后核查，实际情况与作出的承诺不符，不符合取得许可的条件；申辩的情况不影响这一认定。',
    basis: '《中华人民共和国行政许可法》第六十九条第二款',
  })),
  serve: act('serve-revocation', 'window-clerk', handedTo, true),
} satisfies Record<string, Act>
