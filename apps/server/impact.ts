import { mayMoveTo, openCasesByVersion } from '#capabilities/case/index.ts'
import type { Catalogue, ImpactSource } from '#capabilities/catalogue/index.ts'
import { draftsOfItem } from '#capabilities/portal/index.ts'
import type { Queryable } from '#platform/db/db.ts'

/** What hangs on an item below the catalogue: open cases, and applications somebody has begun. */
export function impactSources(db: Queryable, catalogue: Pick<Catalogue, 'pinned'>): readonly ImpactSource[] {
  return [
    async (area, item) => {
      const versions = await openCasesByVersion(db, area, item)
      return [
        {
          ...{ kind: 'cases', title: '正在办理的办件' },
          count: versions.reduce((sum, { open }) => sum + open, 0),
          text: '仍按提交时的版本办完，不受影响；只有申请人同意，才按更方便的新版本办。',
          ...(versions.length === 0
            ? {}
            : { names: versions.map(({ version, open }) => `第${version}版${open}件`) }),
        },
      ]
    },
    async (area, _item, _base, body) => {
      const { nos, gains } = await mayMoveTo({ db, catalogue }, area, body)
      return [
        {
          ...{ kind: 'cases-may-move', title: '可以改按新版本办的办件' },
          count: nos.length,
          text: `新版本对这些办件只有更方便、没有更严的地方。从实施之日起问申请人，同意的才按新版本办。${gains.join('')}`,
          ...(nos.length === 0 ? {} : { names: nos.slice(0, 8) }),
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
