import { due } from '#engine/clock/clock.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { EXTENSION_CODES, EXTENSION_REASONS, type ExtensionCode } from './dossier.ts'
import { HEAD_NAMES, lawfulExtension, statutory } from './rules.ts'

const proposeFields = ({ item }: About): ActField[] => {
  const lawful = lawfulExtension(item)
  return [
    {
      ...{ name: 'code', label: '延长的理由', type: 'choice', required: true },
      options: EXTENSION_CODES.map((value) => ({ value, label: EXTENSION_REASONS[value] })),
    },
    {
      ...{ name: 'text', label: '说明', type: 'long-text', required: true, least: 4, maxLength: 500 },
      hint: '批准以后会写进延长告知书，告诉申请人。',
    },
    {
      ...{ name: 'amount', label: '延长多少', type: 'integer', required: true, sent: 'number', minimum: 1 },
      ...(lawful
        ? {
            maximum: lawful.amount,
            start: String(lawful.amount),
            hint: `最多${limitSentence({ amount: lawful.amount, unit: item.statutoryLimit!.unit })}（${lawful.basis}），由${HEAD_NAMES[lawful.by]}批准。`,
          }
        : {}),
    },
  ]
}

/** How long and from which day to which, for whoever asks and for whoever says yes. */
function extendedBy({ dossier, calendar }: About, amount: number): string | undefined {
  const law = statutory(dossier)
  if (law === undefined) return undefined
  const before = due(law, calendar).day
  const after = due({ ...law, amount: law.amount + amount }, calendar).day
  if (before === undefined || after === undefined) return undefined
  return `${limitSentence({ amount, unit: law.unit })}，由${chineseDay(before)}延到${chineseDay(after)}`
}

const reason = (code: unknown): string => EXTENSION_REASONS[code as ExtensionCode] ?? ''

export const extensionWords: ChapterWords = {
  group: 'special',
  acts: {
    'propose-extension': {
      title: '提请延长期限',
      tone: 'normal',
      help: '到期日以前提请，只能延长一次；承诺的期限不因此改变。',
      lawful:
        '行政许可法第四十二条：期限内不能作出决定的，经负责人批准可以延长，并应当将延长期限的理由告知申请人。',
      fields: proposeFields,
      next: (about) => {
        const lawful = lawfulExtension(about.item)
        const days = lawful && extendedBy(about, lawful.amount)
        return days && `提请以后，由${HEAD_NAMES[lawful.by]}批准；最多延长${days}。`
      },
    },
    extend: {
      title: '批准延长期限',
      tone: 'primary',
      help: '批准后生成延长告知书，把理由告诉申请人。',
      next: (about) => {
        const { proposed } = about.dossier.extension ?? {}
        const days = proposed && extendedBy(about, proposed.amount)
        return days && `批准以后，法定期限延长${days}。`
      },
      lawful: '行政许可法第四十二条。',
    },
    'refuse-extension': {
      group: 'forward',
      title: '不批准延长',
      tone: 'danger',
      fields: [
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 2, maxLength: 500 },
      ],
    },
  },
  roles: { head: '本机关负责人', 'government-head': '本级政府负责人' },
  refusals: {
    'extension-none': '这个事项的法律没有规定可以延长期限。请在期限内作出决定，或者向申请人说明情况。',
    'extension-once': '期限只能延长一次，这个办件已经延长过。请在延长后的期限内作出决定。',
    'extension-late': (facts) =>
      `延长要在期限届满以前批准，法定期限${typeof facts['day'] === 'string' ? `到${chineseDay(facts['day'])}` : ''}已经过了。请立即作出决定，并向申请人说明。`,
    'extension-too-long': (facts) =>
      `最多可以延长${String(facts['most'] ?? '法律规定的天数')}，请改短后再提交。`,
    'extension-stopped':
      '特别程序或者听证期间办理期限已经暂停，不需要延长。恢复计算以后仍然不够的，再提请延长。',
    'extension-not-head': (facts) =>
      `延长期限要由${String(facts['by'] ?? '有权的负责人')}批准。请转告其登录后办理。`,
  },
  told: {
    'extension-proposed': ({ body }, { open }) => ({
      text: `提请延长期限${String(body['amount'])}天：${reason(body['code'])}`,
      details: [String(open(body['text']) ?? '')].filter((line) => line !== ''),
    }),
    extended: ({ body }, { open }) => ({
      text: `经${HEAD_NAMES[body['joint'] ? 'government-head' : 'head']}批准，法定期限延长到${chineseDay(String(body['after']))}`,
      details: [reason(body['code']), String(open(body['text']) ?? '')].filter((line) => line !== ''),
    }),
    'extension-refused': ({ body }, { open }) => ({
      text: '没有批准延长期限',
      details: [String(open(body['reason']) ?? '')].filter((line) => line !== ''),
    }),
  },
}
