import { chineseDay } from '#engine/clock/explain.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { isHeld } from '../../model/materials.ts'
import { nameOf } from '../../service/detail/materials.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import type { VersionOffer } from './dossier.ts'
import { BEFORE_DECISION } from './rules.ts'

/** What became easier since the application came in, and what its applicant said to it; the same for both sides. */
export const newerVersionPage: ChapterPage = {
  async parts(about) {
    const { versions = [], item, area } = about.dossier
    const last = versions.at(-1)
    if (last === undefined) return []
    if (last.answer === undefined) return isLate(about) ? [] : [asked(last)]
    if (!last.answer.follows) return [kept(last)]
    const { item: before } = await about.means.catalogue.pinned(area, item.id, last.from)
    return [followed(about, last, before)]
  },
}

const isLate = ({ dossier }: About): boolean =>
  !(BEFORE_DECISION as readonly string[]).includes(dossier.state)

function asked({ on, gains }: VersionOffer): DetailPart {
  return {
    ...{ key: 'newer-version', title: '可以按新版本办理', tag: { text: '等申请人选择', tone: 'blue' } },
    lines: [
      `这件事的办事指南有了新版本（${chineseDay(on)}告知），对这件事更方便：`,
      ...gains,
      '交过的材料都算数，时限不会变长。不选，就一直按提交时的版本办。同意以后不能再改回来。',
    ],
  }
}

const kept = ({ from, answer }: VersionOffer): DetailPart => ({
  ...{ key: 'newer-version', title: '按原来的版本办理' },
  lines: [`申请人${chineseDay(answer!.by.day)}选择仍按第${from}版办理。`],
})

function followed(about: About, offer: VersionOffer, before: ItemVersion): DetailPart {
  const { from, to, gains, answer } = offer
  const { dossier, item } = about
  const still = new Set(item.materials.map(({ id }) => id))
  const spare = before.materials.filter(({ id }) => !still.has(id) && isHeld(dossier.materials[id]))
  const lapsed = (answer!.lapsed ?? []).map((id) => nameOf(before, id))
  const answers = answersNoLongerAsked(about, before)
  return {
    ...{ key: 'newer-version', title: '按新版本办理（经申请人同意）' },
    tag: { text: `第${from}版改为第${to}版`, tone: 'good' },
    lines: [
      `申请人${chineseDay(answer!.by.day)}${answer!.by.post === undefined ? '在网上' : '在窗口书面'}同意。`,
      ...gains,
      ...lapsed.map((name) => `补正告知书要的“${name}”不用再交：新版本不再需要。`),
    ],
    ...(spare.length + answers.length === 0
      ? {}
      : {
          table: {
            head: ['以前交的、填的，都留在案卷里', '内容'],
            rows: [...spare.map(({ id, name }) => [name, heldOf(about, id)]), ...answers],
          },
        }),
  }
}

function heldOf({ dossier: { materials } }: About, id: string): string {
  const { files, paperOriginals, paperCopies } = materials[id]!
  return `文件${files.length}个，原件${paperOriginals}份，复印件${paperCopies}份`
}

/** What was filled in and the newer form does not show. */
function answersNoLongerAsked({ dossier, item, open }: About, { form }: ItemVersion): string[][] {
  const asked = new Set(item.form.fields.map(({ name }) => name))
  const values = (open(dossier.form) ?? {}) as Readonly<Record<string, unknown>>
  return form.fields
    .filter(({ name }) => !asked.has(name) && values[name] !== undefined && values[name] !== '')
    .map(({ name, label, options = [] }) => {
      const said = [values[name]].flat().map(String)
      return [label, said.map((one) => options.find(({ value }) => value === one)?.label ?? one).join('、')]
    })
}
