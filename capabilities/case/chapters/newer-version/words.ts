import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'

const refusals: Sentences = {
  'version-not-easier': () => '新版本对这件事没有更方便的地方，或者有更严的要求，仍按原来的版本办理。',
  'version-answer-unsigned': () => '请先请申请人在书面意见上签字，再登记他的选择。打电话或者口头说的不算。',
  'version-offer-over': () =>
    '这个办法已经不能选了：事项又有了更新的版本，或者这件事已经往下办了。仍按原来的版本办理。',
}

const BASIS =
  '立法法第一百零四条（2023年修改以前为第九十三条）、行政许可法第八条：新规定一般不溯及已经提出的申请，对申请人更有利的，经本人同意才适用。'

/** The applicant answers for themselves; a window puts down what they signed. */
const signed = ({ own }: About): ActField[] =>
  own
    ? []
    : [
        {
          ...{
            name: 'signed',
            label: '申请人已经在书面意见上签字',
            type: 'yes-no',
            required: true,
            sent: 'boolean',
          },
          hint: '书面意见放进案卷。',
        },
      ]

export const newerVersionWords: ChapterWords = {
  group: 'forward',
  refusals,
  acts: {
    'follow-version': {
      title: '同意按新版本办理',
      tone: 'normal',
      help: '交过的材料都算数，时限不会变长。同意以后按新版本办到底，不能再改回来。',
      lawful: BASIS,
      fields: signed,
    },
    'keep-version': {
      title: '不用，仍按原来的办',
      tone: 'normal',
      help: '什么都不变，这个版本也不会再问您。',
      lawful: BASIS,
      fields: signed,
    },
  },
  told: {
    'version-offered': ({ body }) => ({
      text: '事项有了更方便的新版本，请您选择要不要按新版本办理',
      details: listOf(body['gains']),
    }),
    'version-followed': ({ body, actor }, { material }) => ({
      text: actor.kind === 'citizen' ? '同意按新版本办理' : '窗口登记：申请人书面同意按新版本办理',
      details: [
        `由第${String(body['from'])}版改为第${String(body['to'])}版`,
        ...listOf(body['gains']),
        ...listOf(body['lapsed']).map((id) => `补正告知书要的“${material(id)}”不用再交：新版本不再需要`),
      ],
    }),
    'version-kept': ({ actor }) => ({
      text: actor.kind === 'citizen' ? '选择仍按原来的版本办理' : '窗口登记：申请人选择仍按原来的版本办理',
      details: [],
    }),
  },
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
