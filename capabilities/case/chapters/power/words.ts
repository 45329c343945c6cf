import type { ChapterWords } from '../chapter-words.ts'
import { printable } from './print.ts'

const DECISIONS: Readonly<Record<string, string>> = { grant: '准予决定书', denial: '不予决定书' }

export const powerWords: ChapterWords = {
  acts: {
    'print-at-place': {
      title: '打印决定书',
      tone: 'primary',
      help: '区级已在网上作出决定。在本中心打印后发给申请人，打印人和时间会记入办件。',
      fields: ({ dossier }) => {
        const papers = printable(dossier)
        return [
          {
            ...{ name: 'paper', label: '打印哪一份', type: 'choice' as const, required: true },
            options: papers.map(({ id, kind, number }) => ({
              value: id,
              label: [DECISIONS[kind], number].filter(Boolean).join(' '),
            })),
            ...(papers[0] ? { start: papers[0].id } : {}),
          },
        ]
      },
    },
  },
  refusals: {
    'print-elsewhere': '这份决定书由受理的便民服务中心打印、发放。请申请人到受理的中心领取。',
    'power-still-held': '现在的决定机关仍有这项权力，不需要变更。',
    'not-cross-town': (facts) =>
      `本区没有开展镇（街道）之间的全域通办，“${String(facts['item'])}”要由${String(facts['body'])}受理。请到那里的便民服务中心办理。`,
    'remote-forbidden': (facts) =>
      `法律、法规不允许对“${String(facts['item'])}”网上远程审批。请到区政务服务大厅向${String(facts['body'])}申请。`,
    'remote-off': (facts) =>
      `本区没有开展网上远程审批，“${String(facts['item'])}”要到区政务服务大厅向${String(facts['body'])}申请。`,
  },
  told: {
    'deciding-body-reassigned': ({ body }) => ({
      text: '决定权限变更，办件转由现在有权的机关办理',
      details: [
        body['anew'] === true ? '原决定没有盖章送达，由现在有权的机关重新决定' : '',
        '办理期限连续计算',
        body['inNameOf'] === undefined ? '' : '以委托机关的名义作出决定',
      ].filter((line) => line !== ''),
    }),
    'paper-printed': ({ body }) => ({
      text: `打印了${DECISIONS[String(body['kind'])] ?? '决定书'}`,
      details: body['number'] === undefined ? [] : [`文号：${String(body['number'])}`],
    }),
  },
}
