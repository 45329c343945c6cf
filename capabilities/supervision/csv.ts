export { csv, readCsv, type Cell, type CsvRow } from '#ui/format/csv.ts'
