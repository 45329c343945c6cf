/** A table of rows folded from facts: what each row says, and what of it an act can change. */
export interface ViewTable {
  /** With its schema. */
  name: string
  key: readonly string[]
  /** `name type`, in the order in which the values come. */
  columns: readonly string[]
  /** Written when the row is made and never again; the key is among them. */
  pinned: readonly string[]
}

export interface ViewStatements {
  /** The row from parameters that begin at `firstParam`; `source` joins it to the commit it depends on. */
  upsert(firstParam: number, source: string): string
  /** The same for the rows of one parameter, a JSON array of what `object` writes. */
  upsertMany(param: number, source: string): string
  /** A row as one element of that array; JSON goes as it is. */
  object(values: readonly unknown[]): string
}

export function viewTable({ name, key, columns, pinned }: ViewTable): ViewStatements {
  const typed = columns.map((column): readonly [column: string, type: string] => {
    const [column_ = '', ...type] = column.split(' ')
    return [column_, type.join(' ')]
  })
  const names = typed.map(([column]) => column)
  const strange = [...key, ...pinned].filter((column) => !names.includes(column))
  if (strange.length > 0) throw new Error(`${name} has no column ${strange.join(', ')}`)
  const changes = names
    .filter((column) => !key.includes(column) && !pinned.includes(column))
    .map((column) => `${column} = excluded.${column}`)
  const into = `INSERT INTO ${name} (${names.join(', ')})`
  const otherwise = `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`
  return {
    upsert(firstParam, source) {
      const values = typed.map(([, type], index) => `$${firstParam + index}::${type}`)
      return `${into} SELECT ${values.join(', ')} ${source} ${otherwise}`
    },
    upsertMany(param, source) {
      const read = names.map((column) => `r.${column}`).join(', ')
      return `${into} SELECT ${read} FROM jsonb_to_recordset($${param}::jsonb) AS r(${columns.join(', ')}) ${source} ${otherwise}`
    },
    object(values) {
      const fields = typed.map(([column, type], index) => {
        const value = values[index]
        return `"${column}":${type === 'jsonb' && typeof value === 'string' ? value : JSON.stringify(value)}`
      })
      return `{${fields.join(',')}}`
    },
  }
}
