import fs from 'node:fs'
import path from 'node:path'
import { ElementsFile, type DataElement } from '#capabilities/catalogue/contract.ts'
import { ELEMENTS } from '#capabilities/catalogue/index.ts'
import { localElementFaults, withLocalElements } from '#capabilities/catalogue/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { PackFlaw } from './flaw.ts'
import type { PackFileText } from './pack-file.ts'

type Read = <T>(file: string, schema: object) => { value?: T; text: PackFileText }

/** The data elements of all packs with what this one adds and what its people call them. */
export function readElementRegister(
  folder: string,
  read: Read,
): { elements: DataElement[]; problems: PackFlaw[] } {
  const { value: base } = read<ElementsFile>(
    path.relative(folder, path.join(packFolder('base'), ELEMENTS)),
    ElementsFile,
  )
  const own = fs.existsSync(path.join(folder, ELEMENTS))
    ? read<ElementsFile>(ELEMENTS, ElementsFile)
    : undefined
  if (base === undefined) return { elements: [], problems: [] }
  const faults = own?.value === undefined ? [] : localElementFaults(base, own.value)
  return {
    elements: withLocalElements(base, own?.value),
    problems: faults.map(({ at, ...said }) => ({ file: ELEMENTS, line: own!.text.lineOf(at), ...said })),
  }
}
