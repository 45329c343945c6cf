import type { ItemVersion, Material } from '../contract.ts'
import { detailText, entriesOf, MATERIAL_KINDS, MATERIAL_SOURCES, MEDIA, NECESSITIES } from './details.ts'
import { materialParts } from './export.ts'

const keyOf = (titles: Readonly<Record<string, string>>, title = ''): string | undefined =>
  Object.entries(titles).find(([, each]) => each === title)?.[0]

/** Papers by name: one that stands keeps what the file does not say of it (its answer, its sample), and one left out is taken away. */
export function asMaterials(item: ItemVersion, text: string): unknown {
  const materials = entriesOf(text).map((entry, at) => {
    const standing = item.materials.find(({ name }) => partOf(name) === entry[0])
    return standing && detailText('materialDetails', [materialParts(standing)]) === entry.join('｜')
      ? standing
      : material(entry, standing, `imported-${at + 1}`)
  })
  return { ...item, materials }
}

function material(parts: readonly string[], standing: Material | undefined, id: string): unknown {
  const [name, kind, source, originals, copies, medium, necessity, when, accept, fillNote, basis] = parts
  return {
    ...(standing ?? { id }),
    name: standing && partOf(standing.name) === name ? standing.name : name,
    kind: keyOf(MATERIAL_KINDS, kind) ?? standing?.kind,
    source: keyOf(MATERIAL_SOURCES, source) ?? standing?.source,
    originals: Number(originals || Number.NaN),
    copies: Number(copies || Number.NaN),
    medium: keyOf(MEDIA, medium) ?? standing?.medium,
    necessity: keyOf(NECESSITIES, necessity) ?? standing?.necessity,
    acceptStandard: accept,
    ...(when ? { when } : {}),
    ...(fillNote ? { fillNote } : {}),
    ...(basis ? { basis } : {}),
  }
}

/** A list of names takes papers away or puts them in order; what a new paper is, names alone do not say. */
export function namedMaterials(item: ItemVersion, names: readonly string[]): unknown {
  const found = names.map((name) => item.materials.find((each) => each.name === name))
  return found.includes(undefined) ? undefined : { ...item, materials: found }
}

export function asFaq(item: ItemVersion, text: string): unknown {
  const faq = entriesOf(text).map(
    ([question = '', answer = '']) =>
      item.faq.find((each) => partOf(each.question) === question && partOf(each.answer) === answer) ?? {
        question,
        answer,
      },
  )
  return { ...item, faq }
}

export function asFees(item: ItemVersion, text: string): unknown {
  const lines = entriesOf(text).map(([name, standard, basis, reducible]) => ({
    ...{ name, standard, basis, reducible: reducible === '是' },
  }))
  return { ...item, fee: { ...item.fee, charged: true, lines } }
}

/** As a part of an entry says it. */
const partOf = (text: string): string => detailText('faqDetails', [[text]])
