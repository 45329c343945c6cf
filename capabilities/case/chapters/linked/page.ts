import type { ChapterPage } from '../chapter-page.ts'
import { nameOf } from '../../service/detail/materials.ts'
import { takenOver } from './dossier.ts'

/** What the office got by itself, so that the applicant brought nothing, and how anybody can check it. */
export const linkedPage: ChapterPage = {
  parts: ({ dossier, item, means }) => {
    // What the applicant has replaced by a paper of their own is no longer what counts.
    const lines = takenOver(dossier).filter(({ material, file }) =>
      dossier.materials[material]?.files.some(({ id }) => id === file),
    )
    if (lines.length === 0) return []
    return [
      {
        key: 'linked',
        title: '由系统取得，免于提交',
        tag: { text: `${lines.length}份`, tone: 'good' },
        lines: [],
        table: {
          head: ['材料', '来源', '核验'],
          rows: lines.map(({ material, source }) => [
            nameOf(item, material),
            source.kind === 'result'
              ? `办件${source.no}：${source.title}${source.number ?? ''}`
              : `办件${source.no}：${source.name}`,
            source.kind === 'result' ? `${means.publicUrl}/verify/${source.token}` : '同一申请人已经交过',
          ]),
        },
      },
    ]
  },
}
