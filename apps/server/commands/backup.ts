import path from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { backup } from '#platform/db/backup.ts'
import { appliedMigrations } from '#platform/db/migrate.ts'
import { refuseEmpty, say, withDatabase } from './with-house.ts'

// Writes one archive with every row and every file; the server may go on working meanwhile.
await withDatabase(async (db, settings) => {
  refuseEmpty(await appliedMigrations(db))
  const clock = systemClock
  const stamp = clock.now().slice(0, 19).replace(/[:T]/g, '-')
  const target = path.resolve(process.argv[2] ?? `yichuang-backup-${stamp}.tar.gz`)
  say(`正在备份到 ${target}`)
  const manifest = await backup(db, target, {
    filesDirectory: path.join(settings.dataDir, 'files'),
    mode: settings.mode,
    madeAt: clock.now(),
  })
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  say(
    `备份完成：${Object.keys(manifest.tables).length} 张表 ${rows} 行，${manifest.files.count} 个文件。请把它和 MASTER_KEY 分开妥善保存。`,
  )
  return 0
})
