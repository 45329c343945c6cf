/** The clock ledger: `fold.ts` makes a clock of its entries, `due.ts` says when it falls due and how much of it is used. */
export { foldClock, openStops, totalAmount, type Clock, type Clocks, type Stop } from './fold.ts'
export { due, elapsed, lastCalendarDay, type Due, type Elapsed } from './due.ts'
