import { rebuildCertificates } from '#capabilities/agency/index.ts'
import { rebuildBooks } from '#capabilities/books/index.ts'
import { rebuildCaseViews, rebuildLicenceRegister } from '#capabilities/case/index.ts'
import { rebuildChanges } from '#capabilities/catalogue/index.ts'
import { rebuildRectifications } from '#capabilities/evaluation/index.ts'
import { rebuildSealUses } from '#capabilities/licence-seal/index.ts'
import { rebuildGround } from '#capabilities/organisation/index.ts'
import { rebuildSupervision } from '#capabilities/supervision/index.ts'
import { allBooks } from '../books.ts'
import { say, withHouse } from './with-house.ts'

// Folds every case again from its facts and mends the views that differ, supervision's among them.
await withHouse(async (house) => {
  const { cases, mended } = await rebuildCaseViews(house, (count) => say(`  已重算 ${count} 个办件`))
  say(
    mended.length === 0
      ? `${cases} 个办件的视图都与事实一致。`
      : `${cases} 个办件中有 ${mended.length} 个视图与事实不一致，已按事实重建：`,
  )
  for (const stream of mended.slice(0, 20)) say(`  ${stream}`)
  const poor = await rebuildRectifications(house)
  say(
    poor.mended.length === 0
      ? `${poor.rectifications} 条差评整改的视图都与事实一致。`
      : `${poor.rectifications} 条差评整改中有 ${poor.mended.length} 个视图与事实不一致，已按事实重建。`,
  )
  const changes = await rebuildChanges(house)
  say(
    changes.mended.length === 0
      ? `${changes.changes} 次事项变更的视图都与事实一致。`
      : `${changes.changes} 次事项变更中有 ${changes.mended.length} 个视图与事实不一致，已按事实重建。`,
  )
  const books = await rebuildBooks(house.db, allBooks(house))
  say(
    books.mended.length === 0
      ? `${books.entries} 条台账的视图都与事实一致。`
      : `${books.entries} 条台账中有 ${books.mended.length} 个视图与事实不一致，已按事实重建。`,
  )
  const ground = await rebuildGround(house.db)
  say(
    ground.mended.length === 0
      ? `${ground.changes} 次场所和机构变更的记录都与事实一致。`
      : `${ground.changes} 次场所和机构变更中有 ${ground.mended.length} 条记录与事实不一致，已按事实重建。`,
  )
  const given = await rebuildCertificates(house.db)
  say(
    given.mended.length === 0
      ? `${given.certificates} 份证明的视图都与事实一致。`
      : `${given.certificates} 份证明中有 ${given.mended.length} 个视图与事实不一致，已按事实重建。`,
  )
  const held = await rebuildLicenceRegister(house)
  say(
    held.mended.length === 0
      ? `${held.licences} 本证照的视图都与事实一致。`
      : `${held.licences} 本证照中有 ${held.mended.length} 个视图与事实不一致，已按事实重建。`,
  )
  say(`${await rebuildSealUses(house.db)} 次用印都在印章使用记录里。`)
  const watch = await rebuildSupervision(house, (count) => say(`  已重算 ${count} 个办件的监督数据`))
  say(
    watch.mended.length === 0
      ? `${watch.cases} 个办件的监督数据都与事实一致。`
      : `${watch.cases} 个办件中有 ${watch.mended.length} 个监督数据与事实不一致，已按事实重建。`,
  )
  return 0
})
