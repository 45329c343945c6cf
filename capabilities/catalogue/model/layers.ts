/** Layers of an item (目录清单 → 实施清单): what comes of them, who said what, and how words follow a new version above. */
export {
  lay,
  resolve,
  type Excepted,
  type Holding,
  type LayerProblem,
  type Resolved,
} from './layers/resolve.ts'
export { rebase, type Conflict, type Rebased } from './layers/rebase.ts'
export { originAt, tierOfArea } from './layers/lineage.ts'
export { FIELD_POLICY, standingAt, type FieldRule } from './layers/policy.ts'
export { wordsFor } from './layers/words-for.ts'
export { layerPlace } from './layers/apply.ts'
