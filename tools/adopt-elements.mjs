// Names the data element (数据元) of each form field that can only mean one: `node tools/adopt-elements.mjs [--write] [pack …]`.
// Without --write it says what it would name. What a published version accepts stays the same; it is asked for under its name.
import fs from 'node:fs'
import path from 'node:path'
import { readElements } from '#capabilities/catalogue/index.ts'
import { elementOf, elementsOf } from '#capabilities/catalogue/model.ts'

const PACKS = path.join(import.meta.dirname, '../packs')
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const writes = process.argv.includes('--write')
const elements = elementsOf(readElements().file.elements ?? [])

let named = 0
let files = 0
for (const file of fs.globSync('**/items/*.json', { cwd: PACKS }).toSorted()) {
  if (asked.length > 0 && !asked.some((pack) => file.startsWith(`${pack}/`))) continue
  const where = path.join(PACKS, file)
  const text = fs.readFileSync(where, 'utf8')
  const before = named
  const adopted = adopt(JSON.parse(text))
  if (named === before) continue
  files += 1
  if (writes) fs.writeFileSync(where, `${JSON.stringify(adopted, null, 2)}\n`)
}
console.log(`${named} fields in ${files} files ${writes ? 'now name' : 'would name'} their element`)

/** The same value with each field's element beside its type, wherever a form stands in it. */
function adopt(value) {
  if (Array.isArray(value)) return value.map(adopt)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, part]) => [key, adopt(part)])
  if (!isField(value)) return Object.fromEntries(entries)
  const element = elementOf(elements, value)?.id
  if (element === undefined || element === value.element) return Object.fromEntries(entries)
  named += 1
  return Object.fromEntries(
    entries.flatMap(([key, part]) =>
      key === 'element'
        ? []
        : key === 'type'
          ? [
              [key, part],
              ['element', element],
            ]
          : [[key, part]],
    ),
  )
}

function isField(value) {
  return ['name', 'label', 'type', 'required'].every((key) => key in value) && typeof value.label === 'string'
}
