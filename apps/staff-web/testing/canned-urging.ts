import type { CaseDetail, CaseSummary } from '#capabilities/case/contract.ts'
import { CASE_NO, detail, summary, worklist } from './canned-case.ts'
import type { Canned } from './canned-server.ts'

type Act = CaseDetail['allowed'][number]

/** 催办 as a supervisor meets it: one to choose, and what is to be done. */
export const urge: Act = {
  ...{ act: 'urge', title: '催办', tone: 'normal', input: {} },
  help: '快到期或者已经超期的，催该办的人：对方会收到提醒，并要答复。',
  lawful: '行政许可法第十条、第六十条：上级机关要监督检查行政许可的实施。',
  fields: [
    {
      ...{ name: 'to', label: '催谁', type: 'choice', required: true, start: 'step' },
      options: [{ value: 'step', label: '窗口人员：办这一步（2026年11月27日到期）' }],
    },
    { name: 'text', label: '催办内容', type: 'long-text', required: true, least: 4, maxLength: 1000 },
  ],
}

export const answerUrge: Act = {
  ...{ act: 'answer-urge', title: '答复催办', tone: 'normal', group: 'forward', input: {} },
  fields: [
    {
      ...{ name: 'text', label: '答复', type: 'long-text', required: true, least: 4, maxLength: 500 },
      hint: '2026年11月23日（星期一）催办：“今天到期，请今天下班以前核对完材料。”',
    },
  ],
}

/** 自己再交: any of the papers, and what becomes of an earlier one. */
export const addPaperAtWindow: Act = {
  ...{ act: 'add-paper-at-window', title: '接收申请人再交的材料', tone: 'normal', input: {} },
  help: '申请人自己送来或者寄来的材料，受理以前随时登记。',
  fields: [
    {
      ...{
        name: 'how',
        label: '以前交过同一样的，这次交的',
        type: 'choice',
        required: true,
        start: 'instead',
      },
      options: [
        { value: 'instead', label: '代替原来的，以后看新交的' },
        { value: 'beside', label: '和原来的放在一起看' },
      ],
    },
    { name: 'arrivedOn', label: '邮寄送到的日子', type: 'date', required: false },
  ],
  papers: [
    {
      ...{ material: 'id-card', name: '居民身份证', problem: '已经交了1个文件。' },
      ...{ remedy: '在有效期内。', optional: true },
    },
    {
      ...{ material: 'agent-letter', name: '委托书', problem: '还没有交过。' },
      ...{ remedy: '写明委托事项，双方签字。', optional: true },
    },
  ],
}

/** Urged and not answered yet, as whoever is urged opens it. */
export const urgedCase: Canned = {
  [`GET /cases/${CASE_NO}`]: {
    ...detail,
    parts: [
      {
        ...{ key: 'urging', title: '催办', tag: { text: '1次等答复', tone: 'bad' }, lines: [] },
        table: {
          head: ['哪天', '谁催的', '催谁', '催办内容', '结果'],
          rows: [
            [
              '2026年11月23日（星期一）',
              '演示监督01（政务服务监督员）',
              '窗口人员',
              '今天到期，请今天下班以前核对完材料。',
              '等答复',
            ],
          ],
        },
      },
    ],
    allowed: [...detail.allowed, answerUrge],
  } satisfies CaseDetail,
}

/** What somebody urged stands first, before what is late. */
export const urgedList: CaseSummary[] = [
  {
    ...summary,
    urges: { times: 2, answered: false },
    owed: {
      what: '办理，并答复催办',
      clock: 'notice',
      urged: true,
      dueDay: '2026-11-23',
      standing: 'soon',
      workingDaysLeft: 0,
    },
  },
  worklist[0]!,
  { ...worklist[1]!, freshPapers: 2, answered: true },
]
