import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ItemVersion } from './contract.ts'
import type { Layer } from './contract/layer.ts'
import { isLayer, layeredItem, readBase, type BaseLayers, type LayeredItem } from './layers/files.ts'
import { readElements } from './elements/register.ts'
import { readStandards } from './situations/standards.ts'
import { itemProblems } from './model/consistency.ts'
import { breachWords } from './words/layers.ts'

export interface PackItems {
  items: readonly ItemVersion[]
  /** The layers of the items that are written over a base directory, by `id@version`. */
  layered: ReadonlyMap<string, LayeredItem>
  /** One sentence per fault, with the file it is in. */
  problems: readonly string[]
}

/** Reads the items of a pack, whole or as layers, and checks shape and consistency; a pack with problems does not load. */
export function readItems(directory: string): PackItems {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const check = ajv.compile<ItemVersion>(ItemVersion)
  const base = readBase()
  const items: ItemVersion[] = []
  const layered = new Map<string, LayeredItem>()
  const { standards, problems: ofStandards } = readStandards()
  const { file: register, problems: ofElements } = readElements()
  const elements = register.elements ?? []
  const problems: string[] = [...base.problems, ...ofStandards, ...ofElements]
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const value: unknown = JSON.parse(readFileSync(path.join(directory, file), 'utf8'))
    const made = isLayer(value) ? overBase(directory, value, base) : undefined
    if (typeof made === 'string') {
      problems.push(`${file}: ${made} 不在上级目录里`)
      continue
    }
    const item = made === undefined ? value : made.item
    problems.push(
      ...(made?.problems ?? []).map(
        ({ path: at, breach, basis }) => `${file}${at}: ${breachWords[breach].what}（${basis}）`,
      ),
    )
    if (!check(item)) {
      problems.push(
        ...(check.errors ?? []).map((error) => `${file}${error.instancePath}: ${error.message ?? ''}`),
      )
      continue
    }
    problems.push(
      ...itemProblems(item, {}, { splitStandards: standards, elements }).map(
        ({ rule, what, remedy }) => `${file}: ${what}（${rule}），${remedy}`,
      ),
    )
    items.push(item)
    if (made) layered.set(`${item.id}@${item.version}`, made)
  }
  return { items, layered, problems }
}

/** Items stand in a folder of their pack, whose area wrote them. */
function overBase(directory: string, layer: Layer, base: BaseLayers): LayeredItem | string {
  const file = path.join(directory, '..', 'pack.json')
  const { area } = JSON.parse(readFileSync(file, 'utf8')) as { area: { code: string; name: string } }
  return layeredItem({ ...layer, area: area.code }, base, area.name)
}
