import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ChangeAnswer, ImpactLine } from '../../contract/change.ts'
import type { GateMeans } from '../../gate/quality.ts'
import type { Catalogue } from '../../index.ts'
import type { BaseLayers } from '../../layers/files.ts'

/** Something that hangs on an item and is kept below the catalogue: running cases, drafts, scenes, bundles. */
export type ImpactSource = (
  area: string,
  item: string,
  base: number,
  /** What is about to be published. */
  body: ItemVersion,
) => Promise<readonly ImpactLine[]>

/** What changing items is made of; every part is a door of its owner. */
export interface AuthoringMeans {
  db: Db
  ledger: Ledger
  organisation: Organisation
  catalogue: Catalogue
  /** Names of posts for the story. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
  /** What keeps the papers of a version (空白表格、示范文本、结果样本) from opening; asked of those who print them. */
  paperFaults?(area: string, item: ItemVersion): Promise<readonly string[]>
  bundlesCiting?: GateMeans['bundlesCiting']
  /** What a change answers, from whoever keeps it below the catalogue (指南修订任务). */
  answers?(area: string, change: string): Promise<readonly ChangeAnswer[]>
  /** Further lawful ways of a case of this version, told by whoever runs cases. */
  waysOf?(area: string, item: ItemVersion): Promise<readonly { title: string }[]>
  impact: readonly ImpactSource[]
  /** The lists of the State, provinces and cities; those of `packs/base` unless somebody brings others. */
  base?: BaseLayers
}
