import { openCasesByVersion } from '#capabilities/case/index.ts'
import type { ImpactSource } from '#capabilities/catalogue/index.ts'
import { draftsOfItem } from '#capabilities/portal/index.ts'
import type { Queryable } from '#platform/db/db.ts'

/** What hangs on an item below the catalogue: open cases, and applications somebody has begun. */
export function impactSources(db: Queryable): readonly ImpactSource[] {
  return [
    async (area, item) => {
      const versions = await openCasesByVersion(db, area, item)
      return [
        {
          ...{ kind: 'cases', title: '正在办理的办件' },
          count: versions.reduce((sum, { open }) => sum + open, 0),
          text: '仍按受理时的版本办完，不受影响。',
          ...(versions.length === 0
            ? {}
            : { names: versions.map(({ version, open }) => `第${version}版${open}件`) }),
        },
      ]
    },
    async (area, item) => [
      {
        ...{ kind: 'drafts', title: '没有提交的草稿' },
        count: await draftsOfItem(db, area, item),
        text: '申请人下次打开时会看到哪些地方变了，按新版本提交。',
      },
    ],
  ]
}
