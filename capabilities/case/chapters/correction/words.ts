import { describe, type FormValues } from '#ui/form/index.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import type { Correction, CorrectionText } from './dossier.ts'
import { correctable } from './rules.ts'

export const CONFIRMED: Readonly<Record<Correction['how'], string>> = {
  online: '申请人在线确认',
  signed: '申请人当场核对并签字',
}

/** As much of an answer as a list of choices has room for. */
const ROOM = 20

const fields = ({ item, dossier, open, own }: About): ActField[] => {
  const values = (open(dossier.form) ?? {}) as FormValues
  const said = new Map(describe(item.form, values).map(({ field, text }) => [field, text]))
  const now = (name: string, hidden: boolean): string => {
    const text = said.get(name)
    if (text === undefined || hidden) return ''
    return `（现在填的是：${text.length > ROOM ? `${text.slice(0, ROOM)}…` : text}）`
  }
  return [
    {
      ...{ name: 'field', label: '更正哪一项', type: 'choice', required: true },
      options: correctable(item).map(({ name, label, type }) => ({
        value: name,
        // An officer asks for the number in full where there is a reason to; a list of choices is none.
        label: `${label}${now(name, !own && (type === 'phone' || type === 'citizen-id'))}`,
      })),
      hint: '姓名、证件号码、代办人和所在地不能在这里改，填错了请撤回后重新申请。',
    },
    {
      ...{ name: 'value', label: '更正为', type: 'long-text', required: true, maxLength: 4000 },
      hint: '选择题照选项的文字填写，多选用顿号隔开；是否题填“是”或“否”；日期写成2026年1月5日。',
      // An officer's dialogue asks all at once.
      ...(own ? { instead: { by: 'field', controls: controls(item, values) } } : {}),
    },
    {
      ...{ name: 'confirmed', type: 'yes-no', required: true, sent: 'boolean' },
      label: own ? '我已核对，确认更正后的内容属实' : '申请人已当场核对更正后的内容并签字',
    },
  ]
}

/** Each answer by the control it was given with, as it stands now. */
function controls(item: About['item'], values: FormValues): NonNullable<ActField['instead']>['controls'] {
  return Object.fromEntries(
    correctable(item).map(({ name, showWhen: _when, section: _section, ...control }) => {
      const now = values[name]
      return [
        name,
        {
          ...control,
          name: 'value',
          ...(now === undefined ? {} : { start: typeof now === 'string' ? now : [...now] }),
        },
      ]
    }),
  )
}

export const correctionWords: ChapterWords = {
  acts: {
    'correct-form': {
      title: '当场更正申请表',
      tone: 'normal',
      group: 'forward',
      help: '申请表填错的，可以当场改正，不需要补正告知书；原来填的和改后的都留在案卷里，办理期限不变。',
      lawful: '行政许可法第三十二条第一款第三项：申请材料存在可以当场更正的错误的，应当允许申请人当场更正。',
      fields,
    },
  },
  refusals: {
    'form-answer-fixed':
      '这一项不能当场更正：姓名、证件号码、代办人和所在地改了就是另一件申请。请撤回后重新申请，或者到窗口说明。',
    'form-answer-unconfirmed': '更正要由申请人确认：在线的请选“是”，窗口的请申请人核对、签字后再登记。',
    'form-answer-same': '更正后的内容和原来填的一样，不需要更正。请核对后填写正确的内容。',
  },
  told: {
    'form-corrected': ({ body }, { open }) => {
      const { label = '', before = '', after = '' } = (open(body['text']) ?? {}) as Partial<CorrectionText>
      return {
        text: `当场更正申请表${label === '' ? '' : `“${label}”`}，${CONFIRMED[body['how'] as Correction['how']]}`,
        details: label === '' ? [] : [`原为“${before}”，更正为“${after}”`],
      }
    },
  },
}
