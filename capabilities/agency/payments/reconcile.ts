import type { StatementLine } from '#capabilities/exchange/index.ts'

export interface OwnLine {
  order: string
  supplierNo: string
  amountFen: number
}

/** `ours`: we have it and the supplier has not; `theirs`: the other way round; `amount`: both, with another sum. */
export interface Difference {
  kind: 'ours' | 'theirs' | 'amount'
  order: string
  oursFen?: number
  theirsFen?: number
}

export interface Reconciled {
  ours: { count: number; fen: number }
  theirs: { count: number; fen: number }
  differences: readonly Difference[]
}

const sum = (lines: readonly { amountFen: number }[]) => ({
  count: lines.length,
  fen: lines.reduce((total, { amountFen }) => total + amountFen, 0),
})

/** One day's payments of one utility against the supplier's own account of it; a day without differences balances. */
export function reconcile(own: readonly OwnLine[], statement: readonly StatementLine[]): Reconciled {
  const said = totals(statement)
  const known = new Set(own.map(({ order }) => order))
  return {
    ours: sum(own),
    theirs: sum(statement),
    differences: [
      ...own.flatMap(({ order, amountFen }): Difference[] => {
        const theirsFen = said.get(order)
        if (theirsFen === undefined) return [{ kind: 'ours', order, oursFen: amountFen }]
        return theirsFen === amountFen ? [] : [{ kind: 'amount', order, oursFen: amountFen, theirsFen }]
      }),
      ...[...said]
        .filter(([order]) => !known.has(order))
        .map(([order, theirsFen]): Difference => ({ kind: 'theirs', order, theirsFen })),
    ],
  }
}

/** A payment that a supplier took twice stands on two lines of one order. */
function totals(statement: readonly StatementLine[]): ReadonlyMap<string, number> {
  const fen = new Map<string, number>()
  for (const { order, amountFen } of statement) fen.set(order, (fen.get(order) ?? 0) + amountFen)
  return fen
}
