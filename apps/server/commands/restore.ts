import path from 'node:path'
import { refuseOtherKey } from '#platform/crypto/key-check.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { restore } from '#platform/db/backup.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { migrationSets } from '#platform/migrations.ts'
import { say, withDatabase } from './with-house.ts'

// Reads an archive of `npm run backup` into an empty database and an empty DATA_DIR.
await withDatabase(async (db, settings) => {
  const source = process.argv[2]
  if (source === undefined) {
    throw new StartupProblem(
      '请写明备份文件：npm run restore -- 备份文件.tar.gz',
      'Name the archive: npm run restore -- FILE.tar.gz',
      { exitCode: 2 },
    )
  }
  say(`正在从 ${path.resolve(source)} 恢复`)
  const { label, manifest } = await restore(db, path.resolve(source), {
    filesDirectory: path.join(settings.dataDir, 'files'),
    mode: settings.mode,
    sets: migrationSets(),
  })
  await refuseOtherKey(db, keysFrom(settings.masterKey))
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  say(
    `恢复完成：备份于 ${label.madeAt}，共 ${rows} 行、${manifest.files.count} 个文件。建议运行 npm run ledger:verify 核对。`,
  )
  return 0
})
