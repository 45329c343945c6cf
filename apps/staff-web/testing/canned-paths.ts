import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { detail } from './canned-case.ts'

/** Cases on the less common lawful paths, as the server tells of them. */

const act = (
  name: string,
  title: string,
  tone: AllowedAct['tone'],
  group?: AllowedAct['group'],
): AllowedAct => ({
  act: name,
  title,
  tone,
  input: {},
  fields: [],
  ...(group === undefined ? {} : { group }),
})

const passOn = [
  act('hand-over', '移交', 'normal', 'pass-on'),
  act('release', '放回待办', 'normal', 'pass-on'),
  act('ask-countersign', '送会签', 'normal', 'joint'),
]

/** Everything is here but the lease, which may follow (容缺受理). */
export const withGaps: CaseDetail = {
  ...detail,
  materials: [
    ...detail.materials.slice(0, 2),
    {
      ...{ id: 'lease', name: '房屋租赁合同', necessity: 'tolerable', requirement: '在租期内。' },
      ...{ fromForm: false, verdict: 'unchecked', paperOriginals: 0, paperCopies: 0, files: [] },
    },
  ],
  parts: [
    {
      key: 'gaps',
      title: '可以容缺受理',
      lines: ['主要材料齐全时，下面的材料可以在受理后补交：房屋租赁合同。'],
    },
  ],
  allowed: [
    ...detail.allowed,
    {
      ...act('accept-with-gaps', '容缺受理', 'normal', 'special'),
      help: '主要材料齐全、只缺可以后补的材料时，凭申请人的书面承诺先受理、进入审查。',
      fields: [
        {
          ...{ name: 'gaps', label: '以后补交的材料', type: 'choices', required: true },
          options: [{ value: 'lease', label: '房屋租赁合同' }],
        },
        {
          ...{
            name: 'days',
            label: '受理后几个工作日内补齐',
            type: 'integer',
            required: true,
            sent: 'number',
          },
          ...{ minimum: 1, maximum: 5 },
        },
        {
          ...{ name: 'how', label: '打算怎样补交', type: 'choice', required: true },
          options: [
            { value: 'at-window', label: '送到窗口' },
            { value: 'by-post', label: '邮寄到收件的窗口' },
          ],
        },
        {
          ...{ name: 'inOrder', type: 'yes-no', required: true, sent: 'boolean' },
          label: '其余材料已逐项核对，需要的都已收到并且符合要求',
        },
        {
          ...{ name: 'signed', label: '申请人的书面承诺', type: 'choice', required: true },
          options: [{ value: 'on-paper', label: '申请人已在承诺书上签名，原件留存' }],
        },
        { name: 'remark', label: '受理备注', type: 'long-text', required: false, maxLength: 300 },
      ],
    },
  ],
}

const accepted: CaseDetail = {
  ...detail,
  summary: { ...detail.summary, state: 'accepted', stateText: '已受理，审查中', waitsFor: '审查人员' },
  clocks: [
    {
      ...{ clock: 'promised', kind: 'promised', title: '承诺办结期限', state: 'stopped', provisional: false },
      standing: 'in-time',
      sentence:
        '2026年11月20日受理，次日起算10个工作日；2026年11月24日起因专家评审依法暂停计时（行政许可法第四十五条）。目前计时暂停，恢复后重新算出到期日。',
    },
  ],
  materials: detail.materials.map((material) => ({ ...material, verdict: 'ok' as const })),
}

/** The limit stands still while experts look (特别程序). */
export const withSpecial: CaseDetail = {
  ...accepted,
  parts: [
    {
      ...{ key: 'special-1', title: '特别程序：专家评审', tag: { text: '进行中', tone: 'blue' } },
      lines: ['所需时间不计入办理期限，结束后自次日起继续计算。'],
      facts: [
        { label: '为什么需要', text: '工艺较新，需要专家评审。' },
        { label: '所需时间', text: '15个工作日' },
        { label: '告知书送达', text: '2026年11月24日' },
      ],
    },
  ],
  allowed: [
    act('end-special', '特别程序结束', 'primary'),
    act('propose-extension', '提请延长期限', 'normal', 'special'),
    ...passOn,
    act('terminate', '终止办理', 'danger', 'end'),
  ],
}

/** The day of a hearing is set (听证). */
export const withHearing: CaseDetail = {
  ...accepted,
  parts: [
    {
      ...{ key: 'hearing', title: '听证', tag: { text: '已定时间', tone: 'blue' } },
      lines: ['听证通知书已经送达。'],
      facts: [
        { label: '依据', text: '依申请举行' },
        { label: '听证时间', text: '2026年12月10日 09:30' },
        { label: '听证地点', text: '示例镇便民服务中心二楼会议室' },
      ],
    },
  ],
  allowed: [
    act('record-hearing', '登记听证笔录', 'primary'),
    act('object-to-presider', '申请主持人回避', 'normal', 'special'),
    ...passOn,
  ],
}

/** Two departments were asked and one has answered (联审联办). */
export const withOpinions: CaseDetail = {
  ...accepted,
  parts: [
    {
      ...{ key: 'joint', title: '联审联办：部门意见', tag: { text: '等1个部门答复', tone: 'blue' } },
      lines: ['征求的问题：经营布局是否符合要求？'],
      table: {
        head: ['部门', '意见', '答复期限', '内容'],
        rows: [
          ['示例区市场监督管理局', '同意', '2026年11月27日', '经营布局符合要求。'],
          ['示例区卫生健康局', '未答复', '2026年11月27日', ''],
        ],
      },
    },
  ],
  allowed: [
    act('review', '提交审查意见', 'primary'),
    act('ask-opinions', '征求部门意见', 'normal', 'joint'),
    act('withdraw-question', '撤回征求意见', 'normal', 'joint'),
    ...passOn,
  ],
}

/** The head has extended the limit (延长期限). */
export const withExtension: CaseDetail = {
  ...accepted,
  clocks: [
    {
      ...{
        clock: 'statutory',
        kind: 'statutory',
        title: '法定办结期限',
        state: 'running',
        provisional: false,
      },
      ...{ day: '2026-12-31', standing: 'in-time' },
      sentence:
        '2026年11月20日受理，次日起算20个工作日；经本机关负责人批准延长10个工作日（行政许可法第四十二条），到2026年12月31日。',
    },
  ],
  parts: [
    {
      ...{ key: 'extension', title: '延长期限', tag: { text: '已延长', tone: 'warn' } },
      lines: ['法定期限由2026年12月17日延长到2026年12月31日。'],
      facts: [{ label: '理由', text: '案情复杂。需要到外地核查。' }],
    },
  ],
  allowed: [act('review', '提交审查意见', 'primary'), ...passOn],
}

/** A colleague has claimed it (认领): it can be seen, and nothing is to be done here. */
export const claimedByColleague: CaseDetail = {
  ...accepted,
  summary: { ...accepted.summary, holder: { name: '演示审查02', mine: false } },
  parts: [
    {
      ...{ key: 'holder', title: '由审查人员 演示审查02办理', lines: [] },
      facts: [{ label: '认领', text: '2026年11月23日，审查人员 演示审查02' }],
    },
  ],
  allowed: [],
}
