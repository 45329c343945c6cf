import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import { told } from '../joint/words.ts'
import type { About } from '../chapter-page.ts'
import { candidates } from './candidates.ts'

async function takeOverFields(about: About): Promise<ActField[]> {
  const found = await candidates(about.means, about.area, about.dossier, about.item, about.today)
  return [
    {
      ...{ name: 'from', label: '取用哪一份', type: 'choice', required: true },
      options: found.map(({ value, label }) => ({ value, label: label.slice(0, 80) })),
      hint:
        found.length > 0
          ? '只列出同一申请人的办理结果，和同一项目或同名的材料'
          : '这个申请人没有可以取用的结果或者材料',
    },
    {
      ...{ name: 'material', label: '作为哪一项材料', type: 'choice', required: true },
      options: about.item.materials
        .filter(({ fromForm }) => fromForm !== true)
        .map(({ id, name }) => ({ value: id, label: name.slice(0, 80) }))
        .slice(0, 60),
    },
  ]
}

export const linkedWords: ChapterWords = {
  acts: {
    'take-over-result': {
      ...{
        title: '取用已有结果和材料',
        tone: 'normal',
        fields: takeOverFields,
        lawful: '行政许可法第三十三条',
      },
      help: '其他部门已经办好的结果、同一项目交过的材料，由系统取得，申请人免于提交。',
    },
  },
  refusals: {
    'result-unknown':
      '没有找到这份结果或者材料：要是同一申请人已经办结、没有被撤销的结果，或者同一项目、同名的材料。请重新选择。',
    'result-expired': '这份结果已经过了有效期，不能作为材料。请申请人先办理延续，或提交新的材料。',
    'taken-over-already': '这份材料已经取用过了，不需要再取。',
  },
  told: {
    'result-taken-over': ({ body }, { material }) => {
      const { no, title, number } = body['source'] as { no: string; title: string; number?: string }
      const which = `${title}${number === undefined ? '' : `（${number}）`}`
      return told(
        `由系统取得“${material(String(body['material']))}”，申请人免于提交`,
        `来自办件${no}：${which}`,
      )
    },
    'file-reused': ({ body }, { material }) => {
      const { no, name } = body['source'] as { no: string; name: string }
      return told(`共享使用“${material(String(body['material']))}”，申请人免于提交`, `来自办件${no}：${name}`)
    },
  },
}
