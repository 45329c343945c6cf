import { csv, readCsv } from '#ui/format/csv.ts'

/** What of an item makes it that item. */
const OWN = ['事项名称', '基本编码', '实施编码', '地方实施编码', '地方基本编码']

/**
 * A catalogue of so many lines in the shape in which the county's own leaves the house, with every paper and question: the
 * county's items, some of them with another telephone, and for the rest lines of items that are not there yet.
 */
export function bigCatalogue(
  exported: string,
  items: number,
  changed: number,
): { text: string; added: number } {
  const [head, ...rows] = readCsv(exported).map(({ cells }) => cells)
  const column = (title: string) => head!.indexOf(title)
  const [name, basic, phone] = [column('事项名称'), column('基本编码'), column('咨询方式')]
  const known = rows.map((cells, at) =>
    at < changed ? cells.map((cell, each) => (each === phone ? '0533-0000666' : cell)) : cells,
  )
  const fresh = Array.from({ length: Math.max(0, items - rows.length) }, (_, at) => {
    const pattern = rows[at % rows.length]!
    const code = `${pattern[basic]!.slice(0, 4)}99${String(at).padStart(6, '0')}`
    return pattern.map((cell, each) => {
      if (each === name) return `${cell}（示例${at + 1}）`
      if (each === basic) return code
      return OWN.includes(head![each]!) ? '' : cell
    })
  })
  return { text: csv(head!, [...known, ...fresh]), added: fresh.length }
}
