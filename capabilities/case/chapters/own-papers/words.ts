import { chineseDay } from '#engine/clock/explain.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../../contract/act-field.ts'
import { isHeld } from '../../model/materials.ts'
import type { AskedPaper, ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import type { WayOfAdding } from './dossier.ts'
import { mayAdd } from './rules.ts'

const HOW: Readonly<Record<WayOfAdding, string>> = {
  instead: '代替原来的，以后看新交的',
  beside: '和原来的放在一起看',
}

/** What there is of a paper now, so that nobody hands in twice what lies there. */
function heldNow({ dossier: { materials } }: About, id: string): string {
  const held = materials[id]
  if (!isHeld(held)) return '还没有交过。'
  const { files, paperOriginals, paperCopies } = held!
  const parts = [
    files.length > 0 ? `${files.length}个文件` : '',
    paperOriginals > 0 ? `原件${paperOriginals}份` : '',
    paperCopies > 0 ? `复印件${paperCopies}份` : '',
  ].filter((part) => part !== '')
  return `已经交了${parts.join('、')}。`
}

/** Every paper of the item that may be added; any of them will do. */
const papers = (about: About): AskedPaper[] =>
  mayAdd(about.dossier, about.item).open.map(({ id, name, acceptStandard }) => ({
    ...{ material: id, name, problem: heldNow(about, id), remedy: acceptStandard },
    optional: true,
  }))

/** Asked only where something lies there that the new one could take the place of. */
function how({ dossier, item }: About): ActField[] {
  if (!mayAdd(dossier, item).open.some(({ id }) => isHeld(dossier.materials[id]))) return []
  return [
    {
      ...{
        name: 'how',
        label: '以前交过同一样的，这次交的',
        type: 'choice',
        required: true,
        start: 'instead',
      },
      options: Object.entries(HOW).map(([value, label]) => ({ value, label })),
      hint: '以前交的不会删掉，都留在案卷里。',
    },
  ]
}

const arrived: ActField = {
  ...{ name: 'arrivedOn', label: '邮寄送到的日子', type: 'date', required: false },
  hint: '邮寄来的填；当面交的不填。',
}

const names = (facts: Readonly<Record<string, unknown>>): string =>
  Array.isArray(facts['names']) ? `：${facts['names'].join('、')}` : ''

const refusals: Sentences = {
  'own-paper-asked': (facts) =>
    `这些材料补正告知书里已经写明要补${names(facts)}。请用“提交补正材料”一次交齐，窗口用“接收补正材料”登记。`,
  'own-paper-from-form': (facts) =>
    `这些材料由申请表生成，不用另外交${names(facts)}。填错的，请用“当场更正申请表”。`,
  'own-paper-none': '要交的材料补正告知书里都写明了。请用“提交补正材料”一次交齐。',
  'own-papers-enough': (facts) =>
    `这件事已经在网上自己加过${String(facts['most'] ?? '')}次材料，不能再加了。还有要交的，请送到收件的窗口。`,
}

const UNCHANGED =
  '行政许可法第三十一条、第三十二条：自己加材料不改变收到申请的日子，受理和一次告知的期限照常计算。'

export const ownPapersWords: ChapterWords = {
  group: 'forward',
  refusals,
  acts: {
    'add-paper': {
      title: '再交一样材料',
      tone: 'normal',
      help: '漏交了、拿到了新的，受理以前都可以自己再交，不用等窗口告知。',
      lawful: UNCHANGED,
      fields: how,
      papers,
    },
    'add-paper-at-window': {
      title: '接收申请人再交的材料',
      tone: 'normal',
      help: '申请人自己送来或者寄来的材料，受理以前随时登记；补正告知书要的，用“接收补正材料”。',
      lawful: UNCHANGED,
      fields: (about) => [...how(about), arrived],
      papers,
    },
  },
  told: {
    'paper-added': ({ body, actor }, { material }) => {
      const list = (ids: unknown) =>
        Array.isArray(ids) ? ids.map((id) => material(String(id))).join('、') : ''
      const replaced = list(body['replaced'])
      return {
        text: actor.kind === 'citizen' ? '自己又交了材料' : `窗口收到申请人自己${cameByPost(body)}的材料`,
        details: [
          list(body['brought']),
          ...(replaced === '' ? [] : [`${replaced}：以新交的为准，以前交的留在案卷里`]),
          ...(body['byPost'] === true ? [`送到的日子：${chineseDay(String(body['on']))}`] : []),
        ],
      }
    },
  },
}

const cameByPost = (body: Readonly<Record<string, unknown>>): string =>
  body['byPost'] === true ? '寄来' : '送来'
